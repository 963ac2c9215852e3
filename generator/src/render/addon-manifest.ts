import { hookNames } from '../addons/index.js';
import { type TemplateSource, templateProblem } from '../naming/template-problems.js';
import type { Problem } from '../problems/index.js';

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
  /** The hooks of the generator for its service, such as `stream`. May be left out. */
  readonly hooks?: string;
  /** Whether numbers with the format `date-time` are instants: its service says in which unit. May be left out. */
  readonly numberDateTimes?: boolean;
  /** Modules below `src/` whose exports every entry point has, beside those of the runtime. */
  readonly exports: readonly string[];
  /** Names that methods may not take, because the add-on's clients have them. */
  readonly reservedMembers: readonly string[];
  /** Entry points beside the main one: name behind the package's and module below `src/`, without its ending. */
  readonly entries: Readonly<Record<string, string>>;
  /** What builds for browsers get in the place of an entry: its name, and a file of the package without `.js` and `.cjs`. */
  readonly browser: Readonly<Record<string, string>>;
  /** The entry whose client documentation and tests use, where that takes its options from, and options for tests, as code. */
  readonly example: {
    readonly entry: string;
    readonly note: string;
    readonly options: Readonly<Record<string, string>>;
  };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

type Kind = 'text' | 'name of hooks, or absent' | 'list of texts' | 'object of texts' | 'boolean, or absent';

const FIELDS: Readonly<Record<Exclude<keyof Addon, 'name' | 'example'>, Kind>> = {
  service: 'text',
  servicePath: 'text',
  hiddenCredentials: 'list of texts',
  requiredCredentials: 'list of texts',
  operations: 'object of texts',
  parts: 'object of texts',
  hooks: 'name of hooks, or absent',
  numberDateTimes: 'boolean, or absent',
  exports: 'list of texts',
  reservedMembers: 'list of texts',
  entries: 'object of texts',
  browser: 'object of texts',
  dependencies: 'object of texts',
  devDependencies: 'object of texts',
};
const EXAMPLE_FIELDS: Readonly<Record<keyof Addon['example'], Kind>> = {
  entry: 'text',
  note: 'text',
  options: 'object of texts',
};

const HINT = 'See templates/addons/stream/addon.json for the fields of an add-on.';

/** Reads an addon.json, or says everything that is wrong with it. */
export function readAddon(
  name: string,
  source: TemplateSource,
): { readonly addon: Addon } | { readonly problems: readonly Problem[] } {
  const report = (message: string): Problem =>
    templateProblem('addon-invalid', source, { line: 1, column: 1 }, message, HINT);
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problems: [report(`It is not JSON: ${error.message}.`)] };
  }
  const faults = isManifest(value) ? [] : faultsOf(value);
  return isManifest(value)
    ? { addon: { ...value, name } }
    : { problems: faults.map((field) => report(`The field ${field} is missing, or of another type.`)) };
}

function isManifest(value: unknown): value is Omit<Addon, 'name'> {
  return faultsOf(value).length === 0;
}

function faultsOf(value: unknown): string[] {
  const example = isRecord(value) ? value.example : undefined;
  return [...faultyFields(value, FIELDS, ''), ...faultyFields(example, EXAMPLE_FIELDS, 'example.')];
}

function faultyFields(value: unknown, fields: Readonly<Record<string, Kind>>, prefix: string): string[] {
  return Object.entries(fields)
    .filter(([field, kind]) => !isRecord(value) || !isOfKind(value[field], kind))
    .map(([field, kind]) => `"${prefix}${field}" (a ${kind})`);
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind === 'boolean, or absent') return value === undefined || typeof value === 'boolean';
  if (kind === 'name of hooks, or absent') return value === undefined || hookNames.some((name) => name === value);
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'list of texts') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
