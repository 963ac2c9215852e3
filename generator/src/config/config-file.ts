import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  errorCode,
  errorProblem,
  isKnown,
  isRecord,
  type ProblemCode,
  type ProblemPlace,
  ProblemsError,
  utf8Text,
} from '../problems/index.js';
import { displayPath } from './location.js';
import { placeAt, placeOf, pointerOf } from './place.js';

const PACKAGE_FILE = 'package.json';
const PACKAGE_KEY = 'sdkgen';

const YAML_ENDINGS = ['.yaml', '.yml'];
const MODULE_ENDINGS = ['.mjs', '.js', '.cjs', '.ts', '.mts', '.cts'];

/** Looked for in this order, before the `package.json` of the same folder. */
export const CONFIG_FILES = ['.json', ...YAML_ENDINGS, ...MODULE_ENDINGS].map((ending) => `sdkgen.config${ending}`);

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
  readonly placeOf: (path: readonly (string | number)[]) => Promise<ProblemPlace>;
  /** The location of a field of `packageFields`. */
  readonly placeOfField: (name: string) => Promise<ProblemPlace>;
  readonly settings: JsonRecord;
  /** The whole `package.json` with the settings, or beside their file; empty if there is none. */
  readonly packageFields: JsonRecord;
}

function failure(code: ProblemCode, message: string, place: ProblemPlace, hint: string): ProblemsError {
  return new ProblemsError([errorProblem(code, place, message, hint)]);
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
    throw failure(
      'config-syntax',
      `${file} is not valid YAML (${error.reason}).`,
      place,
      'Correct the YAML at this location.',
    );
  }
}

/** Returns the default export of a module. It is the user's code: whatever it throws is reported. */
async function runModule(file: string, path: string): Promise<unknown> {
  try {
    // A changed file is another module, so that a watching process reads it again.
    const url = `${pathToFileURL(path).href}?at=${statSync(path).mtimeMs}`;
    const loaded: unknown = await import(url).catch(async (error: unknown) => {
      if (!isKnown(error, /^ERR_UNKNOWN_FILE_EXTENSION$/)) throw error;
      (await import('./typescript-hook.js')).readTypeScript();
      // A failed import is not repeated.
      return import(`${url}&ts`);
    });
    return await Object(loaded).default;
  } catch (error) {
    const [, line, column] = /\?at=[\d.]+(?:&ts)?:(\d+):(\d+)/.exec(String(Object(error).stack)) ?? [];
    const place = { file, ...(line !== undefined && { line: Number(line), column: Number(column) }) };
    const hint = isKnown(error, /^ERR_MODULE_NOT_FOUND$/)
      ? 'Install the package in this project, or correct the path of the import: those of TypeScript files end in .ts.'
      : 'Correct the file; its default export must be the options.';
    throw failure(
      'config-unreadable',
      `The configuration file ${file} cannot be run: ${String(error).replace(/\.$/, '')}.`,
      place,
      hint,
    );
  }
}

/** The text of a file, without a byte order mark. */
function readText(file: string, path: string): string {
  const text = utf8Text(readFileSync(path));
  if (text !== undefined) return text;
  throw failure('config-syntax', `${file} is not UTF-8 text.`, { file }, 'Save it with the encoding UTF-8.');
}

/** The configuration in a file; undefined for a `package.json` without the key. */
async function readConfig(cwd: string, path: string): Promise<ConfigFile | undefined> {
  const file = displayPath(cwd, path);
  const ending = extname(path);
  const isModule = MODULE_ENDINGS.includes(ending);
  const isYaml = YAML_ENDINGS.includes(ending);
  const text = readText(file, path);
  const value = isModule
    ? await runModule(file, path)
    : isYaml
      ? await parseYaml(file, text)
      : await parseJson(file, text);
  const isPackage = basename(path) === PACKAGE_FILE;
  const beside = join(dirname(path), PACKAGE_FILE);
  const packageText = isPackage ? text : existsSync(beside) ? readText(displayPath(cwd, beside), beside) : '{}';
  const fields = isPackage ? value : await parseJson(displayPath(cwd, beside), packageText);
  const packageFields = isRecord(fields) ? fields : {};
  if (isPackage && !Object.hasOwn(packageFields, PACKAGE_KEY)) return undefined;
  const settings = isPackage ? packageFields[PACKAGE_KEY] : value;
  const within = isPackage ? [PACKAGE_KEY] : [];
  const placeIn: ConfigFile['placeOf'] = async (keys) =>
    isModule ? { file, pointer: pointerOf(keys) } : placeOf(file, text, keys);
  const placeOfField: ConfigFile['placeOfField'] = (name) => placeOf(displayPath(cwd, beside), packageText, [name]);
  if (isRecord(settings)) return { path, within, placeOf: placeIn, placeOfField, settings, packageFields };
  const own = isModule ? 'The default export' : 'The configuration';
  const what = isPackage ? `The key "${PACKAGE_KEY}"` : own;
  const hint = 'Write an object of options, such as { "spec": "api.yaml" }.';
  throw failure('config-type', `${what} must be an object.`, await placeIn(within), hint);
}

/**
 * Reads a file of the project, or the one passed with `--config`.
 *
 * @throws {ProblemsError} if it cannot be read, is not JSON, or contains no configuration.
 */
export async function readConfigFile(cwd: string, path: string): Promise<ConfigFile> {
  const file = displayPath(cwd, path);
  const config = await readConfig(cwd, path).catch((error: unknown) => {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const message = `The configuration file ${file} ${REASONS.get(code) ?? `cannot be read (${code})`}.`;
    throw failure('config-unreadable', message, { file }, 'Check its path and its permissions.');
  });
  if (config !== undefined) return config;
  const place = await placeOf(file, readText(file, path), []);
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
    const name = CONFIG_FILES.find((one) => existsSync(join(folder, one)));
    if (name !== undefined) return readConfigFile(cwd, join(folder, name));
    const found = await readConfig(cwd, join(folder, PACKAGE_FILE)).catch((error: unknown) => {
      // A package.json that cannot be read contains no configuration for us.
      if (errorCode(error) === undefined) throw error;
      return undefined;
    });
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
