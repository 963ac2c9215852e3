import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemsError } from '../problems/index.js';
import type { TemplateTexts } from '../render/templates.js';

/** The templates that come with the generator: beside it in the checkout, whether it runs built or from its sources. */
export const ownTemplates = templatesAbove(dirname(fileURLToPath(import.meta.url)));

function templatesAbove(folder: string): string {
  const templates = join(folder, 'templates/');
  return existsSync(join(templates, 'naming')) || dirname(folder) === folder
    ? templates
    : templatesAbove(dirname(folder));
}

/**
 * Reads our templates, and over them those of a folder of the user's: a file there replaces the one of the same path.
 * @throws {ProblemsError} when the folder cannot be read, or holds a file that replaces nothing.
 */
export async function readTemplates(overrides: string | undefined): Promise<TemplateTexts> {
  const own = await readFolder(ownTemplates);
  if (overrides === undefined) return own;
  const theirs = await readFolder(overrides).catch(() => {
    throw new ProblemsError([
      {
        code: 'templates-unreadable',
        severity: 'error',
        message: `The folder of templates ${overrides} cannot be read.`,
        hint: 'Give the path of a folder that holds templates at the same paths as templates/.',
      },
    ]);
  });
  return new Map([...own, ...theirs]);
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(hbs|ts|mjs|json|md)$|^LICENSE$/.test(entry.name));
  const texts = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const relative = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '');
      return [relative, await readFile(path, 'utf8')] as const;
    }),
  );
  return new Map(texts.sort(([left], [right]) => (left < right ? -1 : 1)));
}
