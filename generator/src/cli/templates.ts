import { existsSync, readFileSync } from 'node:fs';
import { displayPath, templatesFolder } from '../config/index.js';
import { ejectTemplate } from '../generate/originals.js';
import { readTemplates } from '../generate/template-texts.js';
import { hintFor } from '../generate/unused-templates.js';
import { type CommandLine, UsageError } from './arguments.js';
import { docs } from './explain.js';
import { printProblems } from './print.js';

/** Runs `sdkgen templates`: lists the built-in templates, or copies one into the user's folder. */
export async function runTemplates({ words: [action, path], flags }: CommandLine): Promise<number> {
  const cwd = process.cwd();
  const folder = await templatesFolder({ cwd, flags });
  const own = readTemplates(undefined, cwd).texts;
  if (action === undefined) {
    const { files, problems } = readTemplates(folder !== undefined && existsSync(folder) ? folder : undefined, cwd);
    for (const name of own.keys()) {
      const file = files.get(name);
      process.stdout.write(file === undefined ? `${name}\n` : `${name}  replaced by ${file}\n`);
    }
    printProblems(problems, false);
    return 0;
  }
  if (action !== 'eject') throw new UsageError(`Unexpected argument: ${action}.`, 'Use sdkgen templates eject NAME.');
  if (path === undefined) throw new UsageError('sdkgen templates eject requires NAME.', 'sdkgen templates lists them.');
  const text = own.get(path);
  if (text === undefined) throw new UsageError(`Unknown template: ${path}.`, hintFor(path, [...own.keys()]));
  if (folder === undefined) {
    const hint = 'Add "templates": "my-templates" to the configuration, or use --templates FOLDER.';
    throw new UsageError('No template folder is configured.', hint);
  }
  const { file, isNew } = ejectTemplate(folder, path, text, readFileSync(new URL('template-data.md', docs), 'utf8'));
  const name = displayPath(cwd, file);
  process.stdout.write(isNew ? `wrote ${name}\n` : `kept  ${name}; it now counts as up to date\n`);
  return 0;
}
