import { hookNames } from '../addons/index.js';
import { type TemplateSource, templateProblem } from '../naming/template-problems.js';
import { errorProblem, isRecord, type Problem, ProblemsError } from '../problems/index.js';
import type { TemplateFiles, TemplateTexts } from './templates.js';

/** The behaviour of a service: a folder below `templates/addons/`, described by its `addon.json`. */
export interface Addon {
  readonly name: string;
  /** The function that returns the runtime's hooks, and the module that exports it. */
  readonly service: string;
  readonly servicePath: string;
  /** Keys of security schemes that the add-on fills, so that they are not client options: key -> a value. */
  readonly hiddenCredentials: Readonly<Record<string, string>>;
  /** Required client options. */
  readonly requiredCredentials: readonly string[];
  /** Operations used by its templates: local name -> operationId. Those missing from the spec are omitted. */
  readonly operations: Readonly<Record<string, string>>;
  /**
   * Schemas of objects that the spec does not define: field -> schema, followed by `[]` for an array. Schemas that the spec lacks
   * are omitted.
   */
  readonly parts: Readonly<Record<string, string>>;
  /** The hooks of the generator for its service, such as `stream`. Optional. */
  readonly hooks?: string;
  /** Whether numbers with the format `date-time` are date-times, in a unit defined by the service. Optional. */
  readonly numberDateTimes?: boolean;
  /** Modules below `src/` that every entry point exports, besides the runtime. */
  readonly exports: readonly string[];
  /** A module below `src/` that adds methods to the fake of `./testing`: `extendFake`. Optional. */
  readonly testing?: string;
  /** Names that methods must not have, because the add-on's clients use them. */
  readonly reservedMembers: readonly string[];
  /** Further entry points: subpath of the package and module below `src/`, without extension. */
  readonly entries: Readonly<Record<string, string>>;
  /** Replacements of entries in builds for browsers: the entry's name, and a file of the package without `.js` and `.cjs`. */
  readonly browser: Readonly<Record<string, string>>;
  /** The entry whose client documentation and tests use, the source of its options, and options for tests, as code. */
  readonly example: {
    readonly entry: string;
    readonly note: string;
    readonly options: Readonly<Record<string, string>>;
  };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

type Check = readonly [kind: string, fits: (value: unknown) => boolean];

const isText = (value: unknown): boolean => typeof value === 'string';
const text: Check = ['text', isText];
const list: Check = ['array of strings', (value) => Array.isArray(value) && value.every(isText)];
const map: Check = ['object of strings', (value) => isRecord(value) && Object.values(value).every(isText)];

const FIELDS: Readonly<Record<Exclude<keyof Addon, 'name' | 'example'> | `example.${keyof Addon['example']}`, Check>> =
  {
    service: text,
    servicePath: text,
    hiddenCredentials: map,
    requiredCredentials: list,
    operations: map,
    parts: map,
    hooks: ['name of hooks, or absent', (value) => value === undefined || hookNames.some((name) => name === value)],
    numberDateTimes: ['boolean, or absent', (value) => value === undefined || typeof value === 'boolean'],
    exports: list,
    testing: ['text, or absent', (value) => value === undefined || isText(value)],
    reservedMembers: list,
    entries: map,
    browser: map,
    dependencies: map,
    devDependencies: map,
    'example.entry': text,
    'example.note': text,
    'example.options': map,
  };

/** @throws {ProblemsError} with every add-on that is not among the templates, or whose addon.json is invalid. */
export function findAddons(
  names: readonly string[],
  texts: TemplateTexts,
  files: TemplateFiles = new Map(),
): readonly Addon[] {
  const problems: Problem[] = [];
  const addons = names.flatMap((name): Addon[] => {
    const path = `addons/${name}/addon.json`;
    const source = { file: files.get(path) ?? `templates/${path}`, text: texts.get(path) ?? '' };
    const manifest = texts.has(path) ? parse(source, problems) : undefined;
    if (!texts.has(path)) problems.push(unknownAddon(name, texts));
    else if (isManifest(manifest)) return [{ ...manifest, name }];
    else if (manifest !== undefined) problems.push(...faultsOf(manifest).map((fault) => invalidAddon(source, fault)));
    return [];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return addons;
}

function parse(source: TemplateSource, problems: Problem[]): unknown {
  try {
    return JSON.parse(source.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push(invalidAddon(source, `It is not JSON: ${error.message}.`));
    return undefined;
  }
}

function unknownAddon(name: string, texts: TemplateTexts): Problem {
  const known = [...texts.keys()].flatMap((path) => /^addons\/([^/]+)\/addon\.json$/.exec(path)?.[1] ?? []);
  const hint = `Add-ons are folders with an addon.json below addons/ of the templates. Available: ${known.join(', ')}.`;
  return errorProblem('addon-unknown', {}, `Unknown add-on: '${name}'.`, hint);
}

function invalidAddon(source: TemplateSource, message: string): Problem {
  const hint = 'sdkgen templates eject addons/stream/addon.json copies one that has all fields.';
  return templateProblem('addon-invalid', source, { line: 1, column: 1 }, message, hint);
}

function isManifest(value: unknown): value is Omit<Addon, 'name'> {
  return faultsOf(value).length === 0;
}

function faultsOf(manifest: unknown): string[] {
  const at = (path: string): unknown =>
    path.split('.').reduce((value: unknown, field) => (isRecord(value) ? value[field] : undefined), manifest);
  return Object.entries(FIELDS)
    .filter(([path, [, fits]]) => !fits(at(path)))
    .map(([path, [kind]]) => `The field "${path}" (${kind}) is missing, or has another type.`);
}
