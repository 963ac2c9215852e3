import { type Problem, ProblemsError } from '../problems/index.js';
import { type Addon, readAddon } from './addon-manifest.js';
import type { RenderedFile } from './rendered.js';
import type { TemplateFiles, Templates, TemplateTexts } from './templates.js';
import type { AddonFileView } from './views/index.js';

export type { Addon } from './addon-manifest.js';

/** @throws {ProblemsError} naming every add-on that is not among the templates, or whose addon.json cannot be read. */
export function findAddons(
  names: readonly string[],
  texts: TemplateTexts,
  files: TemplateFiles = new Map(),
): readonly Addon[] {
  const problems: Problem[] = [];
  const addons = names.flatMap((name): Addon[] => {
    const path = `addons/${name}/addon.json`;
    const text = texts.get(path);
    if (text === undefined) {
      problems.push(unknownAddon(name, texts));
      return [];
    }
    const read = readAddon(name, { file: files.get(path) ?? `templates/${path}`, text });
    if ('problems' in read) problems.push(...read.problems);
    return 'problems' in read ? [] : [read.addon];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return addons;
}

function unknownAddon(name: string, texts: TemplateTexts): Problem {
  const known = [...texts.keys()].flatMap((path) => /^addons\/([^/]+)\/addon\.json$/.exec(path)?.[1] ?? []);
  return {
    code: 'addon-unknown',
    severity: 'error',
    message: `There is no add-on '${name}'.`,
    hint: `Add-ons are folders with an addon.json below addons/ of the templates. There is: ${known.join(', ')}.`,
  };
}

/** The add-on's own sources, copied as they are to `src/addons/<name>/`. */
export function addonSources(addon: Addon, templates: Templates): RenderedFile[] {
  return [...templates.below(`addons/${addon.name}`)].flatMap(([path, text]): RenderedFile[] => {
    const isSource = path.endsWith('.ts') && !/^(test|package)\//.test(path);
    return isSource ? [[`src/addons/${addon.name}/${path}`, text]] : [];
  });
}

/**
 * Files that the add-on makes with the package's names, or puts in the place of a file of ours. One that is empty, since the
 * description lacks what it is about, is left out.
 */
export function addonFiles(addon: Addon, templates: Templates, view: AddonFileView): RenderedFile[] {
  const folder = `addons/${addon.name}/package` as const;
  const files = [...templates.below(folder)].map(([path, text]): RenderedFile => {
    if (!path.endsWith('.hbs')) return [path, text];
    return [path.slice(0, -'.hbs'.length), templates.render(`${folder}/${path}`, view)];
  });
  return files.filter(([, text]) => text.trim() !== '');
}
