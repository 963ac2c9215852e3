import { ProblemsError } from '../problems/index.js';
import type { RenderedFile } from './rendered.js';
import type { Templates, TemplateTexts } from './templates.js';

/** Something that can be imported from the package. */
export interface AddonEntry {
  /** Below `src/`, without its ending. */
  readonly module: string;
  /** Below the package's folder, without `.js` and `.cjs`: what builds for browsers get in its place. */
  readonly browser?: string;
}

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
  /** Operations that its templates mention: its own name for one -> operationId. One that the description lacks is left out. */
  readonly operations: Readonly<Record<string, string>>;
  /**
   * What is known of objects that the description does not have: field -> schema, with `[]` after it for a list. Schemas that
   * the description lacks are left out.
   */
  readonly parts: Readonly<Record<string, string>>;
  /** Modules below `src/` whose exports every entry point has, beside those of the runtime. */
  readonly exports: readonly string[];
  /** Names that methods may not take, because the add-on's clients have them. */
  readonly reservedMembers: readonly string[];
  /** Entry points beside the main one, by the name that they have behind the package's. */
  readonly entries: Readonly<Record<string, AddonEntry>>;
  /** The entry whose client documentation and tests use, where that takes its options from, and options for tests, as code. */
  readonly example: {
    readonly entry: string;
    readonly note: string;
    readonly options: Readonly<Record<string, string>>;
  };
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

/**
 * Files that the add-on makes with the package's names, or puts in the place of a file of ours. One that is empty, since the
 * description lacks what it is about, is left out.
 */
export function addonFiles(addon: Addon, templates: Templates, view: object): RenderedFile[] {
  const folder = `addons/${addon.name}/package`;
  const files = [...templates.below(folder)].map(([path, text]): RenderedFile => {
    if (!path.endsWith('.hbs')) return [path, text];
    return [path.slice(0, -'.hbs'.length), templates.render(`${folder}/${path}`, view)];
  });
  return files.filter(([, text]) => text.trim() !== '');
}
