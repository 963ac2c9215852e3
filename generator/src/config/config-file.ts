import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCode, type ProblemCode, ProblemsError } from '../problems/index.js';
import { displayPath } from './location.js';
import { type FilePlace, placeAt, placeOf, pointerOf } from './place.js';

const PACKAGE_FILE = 'package.json';
const PACKAGE_KEY = 'sdkgen';

/** Looked for in this order, before the `package.json` of the same folder. */
export const CONFIG_FILES = ['json', 'yaml', 'mjs', 'ts'].map((ending) => `sdkgen.config.${ending}`);

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist'],
  ['EISDIR', 'is a folder'],
  ['EACCES', 'cannot be read: permission denied'],
]);

type JsonRecord = Readonly<Record<string, unknown>>;

/** A configuration as written, with the locations of its keys. */
export interface ConfigFile {
  /** Absolute. */
  readonly path: string;
  /** Where the settings are within the file: `['sdkgen']` for a `package.json`, otherwise empty. */
  readonly within: readonly string[];
  /** The location of a key, by its path from the root of the file. */
  readonly placeOf: (path: readonly (string | number)[]) => Promise<FilePlace>;
  readonly settings: JsonRecord;
  /** The whole `package.json` with the settings, or beside their file; empty if there is none. */
  readonly packageFields: JsonRecord;
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failure(code: ProblemCode, message: string, place: FilePlace, hint: string): ProblemsError {
  return new ProblemsError([{ code, severity: 'error', message, ...place, hint }]);
}

async function syntaxError(file: string, text: string): Promise<ProblemsError> {
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const errors: { error: number; offset: number; length: number }[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  const what = first === undefined ? '' : ` (${printParseErrorCode(first.error)})`;
  const place = placeAt(file, text, first?.offset ?? 0);
  const hint = 'JSON allows neither comments nor trailing commas.';
  return failure('config-syntax', `${file} is not valid JSON${what}.`, place, hint);
}

async function parseJson(file: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw error instanceof SyntaxError ? await syntaxError(file, text) : error;
  }
}

async function parseYaml(file: string, text: string): Promise<unknown> {
  const { load, YAMLException } = await import('js-yaml');
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const place = placeAt(file, text, error.mark?.position ?? 0);
    throw failure('config-syntax', `${file} is not valid YAML (${error.reason}).`, place, 'Correct it there.');
  }
}

/** Returns the default export of a module. It is the user's code: whatever it throws is reported. */
async function runModule(file: string, path: string): Promise<unknown> {
  try {
    // A changed file is another module, so that a watching process reads it again.
    const loaded: unknown = await import(`${pathToFileURL(path).href}?at=${statSync(path).mtimeMs}`);
    return Object(loaded).default;
  } catch (error) {
    const isTypeScript = errorCode(error) === 'ERR_UNKNOWN_FILE_EXTENSION';
    const hint = isTypeScript
      ? 'Node.js reads TypeScript from version 22.18 on. Rename the file to sdkgen.config.mjs, or use a newer Node.js.'
      : 'Export the options as the default export.';
    const reason = isTypeScript ? 'this Node.js does not read TypeScript' : String(error);
    throw failure('config-unreadable', `The configuration file ${file} cannot be run: ${reason}.`, { file }, hint);
  }
}

async function packageBeside(cwd: string, path: string): Promise<JsonRecord> {
  const file = join(dirname(path), PACKAGE_FILE);
  if (!existsSync(file)) return {};
  const value = await parseJson(displayPath(cwd, file), readFileSync(file, 'utf8'));
  return isRecord(value) ? value : {};
}

/** The configuration in a file; undefined for a `package.json` without the key. */
async function readConfig(cwd: string, path: string): Promise<ConfigFile | undefined> {
  const file = displayPath(cwd, path);
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const ending = extname(path);
  const isJson = !['.yaml', '.yml', '.mjs', '.js', '.ts'].includes(ending);
  const value = isJson
    ? await parseJson(file, text)
    : /^\.ya?ml$/.test(ending)
      ? await parseYaml(file, text)
      : await runModule(file, path);
  const isPackage = basename(path) === PACKAGE_FILE;
  const packageFields = isPackage && isRecord(value) ? value : await packageBeside(cwd, path);
  if (isPackage && !Object.hasOwn(packageFields, PACKAGE_KEY)) return undefined;
  const settings = isPackage ? packageFields[PACKAGE_KEY] : value;
  const within = isPackage ? [PACKAGE_KEY] : [];
  const placeIn: ConfigFile['placeOf'] = async (keys) =>
    isJson ? placeOf(file, text, keys) : { file, line: 1, column: 1, pointer: pointerOf(keys) };
  if (isRecord(settings)) return { path, within, placeOf: placeIn, settings, packageFields };
  const what = isPackage ? `The key "${PACKAGE_KEY}"` : 'The configuration';
  const hint = 'Write an object of options, such as { "spec": "api.yaml" }.';
  throw failure('config-type', `${what} must be an object.`, await placeIn(within), hint);
}

/**
 * Reads the file passed with `--config`.
 *
 * @throws {ProblemsError} if it cannot be read, is not JSON, or contains no configuration.
 */
export async function readConfigFile(cwd: string, path: string): Promise<ConfigFile> {
  const file = displayPath(cwd, path);
  const config = await readConfig(cwd, path).catch((error: unknown) => {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const message = `The configuration file ${file} ${REASONS.get(code) ?? `cannot be read (${code})`}.`;
    throw failure('config-unreadable', message, { file }, 'Check the path after --config, and its permissions.');
  });
  if (config !== undefined) return config;
  const place = await placeOf(file, readFileSync(path, 'utf8'), []);
  const hint = 'Add the key, or use another file.';
  throw failure('config-missing', `${file} has no key "${PACKAGE_KEY}".`, place, hint);
}

/**
 * Searches `cwd` and the folders above it for a configuration file, or a `package.json` with the key `sdkgen`; the nearest one is
 * used.
 *
 * @throws {ProblemsError} if one on the way cannot be read.
 */
export async function findConfigFile(cwd: string): Promise<ConfigFile | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const name = CONFIG_FILES.find((one) => existsSync(join(folder, one))) ?? PACKAGE_FILE;
    const found = await readConfig(cwd, join(folder, name)).catch((error: unknown) => {
      // A folder that cannot be read contains no configuration for us.
      if (errorCode(error) === undefined) throw error;
      return undefined;
    });
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
