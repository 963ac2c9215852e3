import { ProblemsError } from '../problems/index.js';
import type { RenderedFile } from './rendered.js';
import type { Templates, TemplateTexts } from './templates.js';

/** A service's own behaviour: a folder below `templates/addons/`, described by its `addon.json`. */
export interface Addon {
  readonly name: string;
  /** The function that gives the runtime its hooks, and the module that exports it. */
  readonly service: string;
  readonly servicePath: string;
  /** Keys of security schemes that the add-on fills, so that they are no option of the client. */
  readonly hiddenCredentials: readonly string[];
  /** Options of the client that cannot be left out. */
  readonly requiredCredentials: readonly string[];
  /** Names that methods may not take, because the add-on's clients have them. */
  readonly reservedMembers: readonly string[];
  /** Entry points beside the main one: name in `exports` and module below `src/`, without its ending. */
  readonly entries: Readonly<Record<string, string>>;
  /** The entry whose client documentation and tests use, with what its constructor takes there. */
  readonly example: { readonly entry: string; readonly note: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** @throws {ProblemsError} when an add-on that is asked for is not among the templates. */
export function findAddons(names: readonly string[], texts: TemplateTexts): Addon[] {
  return names.map((name) => {
    const text = texts.get(`addons/${name}/addon.json`);
    if (text === undefined) {
      throw new ProblemsError([
        {
          code: 'addon-unknown',
          severity: 'error',
          message: `There is no add-on '${name}'.`,
          hint: `Add-ons are folders with an addon.json below templates/addons/.`,
        },
      ]);
    }
    const addon: Omit<Addon, 'name'> = JSON.parse(text);
    return { ...addon, name };
  });
}

/** The add-on's own sources, copied as they are to `src/addons/<name>/`. */
export function addonSources(addon: Addon, templates: Templates): RenderedFile[] {
  return [...templates.below(`addons/${addon.name}`)].flatMap(([path, text]): RenderedFile[] => {
    const isSource = path.endsWith('.ts') && !/^(test|package)\//.test(path);
    return isSource ? [[`src/addons/${addon.name}/${path}`, text]] : [];
  });
}

/** Files that the add-on makes with the package's names, or puts in the place of a file of ours. */
export function addonFiles(addon: Addon, templates: Templates, view: object): RenderedFile[] {
  const folder = `addons/${addon.name}/package`;
  return [...templates.below(folder)].map(([path, text]): RenderedFile => {
    if (!path.endsWith('.hbs')) return [path, text];
    return [path.slice(0, -'.hbs'.length), templates.render(`${folder}/${path}`, view)];
  });
}
