import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, type ProblemCode, ProblemsError } from '../problems/index.js';
import { displayPath } from './location.js';
import { type FilePlace, placeAt, placeOf } from './place.js';

const PACKAGE_FILE = 'package.json';
const PACKAGE_KEY = 'sdkgen';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist'],
  ['EISDIR', 'is a folder'],
  ['EACCES', 'may not be read'],
]);

type JsonRecord = Readonly<Record<string, unknown>>;

/** A configuration as it was written, with where it was written. */
export interface ConfigFile {
  /** Absolute. */
  readonly path: string;
  /** Where the settings are within the file: `['sdkgen']` for a `package.json`, otherwise empty. */
  readonly within: readonly string[];
  /** The place of a key, by its path from the root of the file. */
  readonly placeOf: (path: readonly (string | number)[]) => Promise<FilePlace>;
  readonly settings: JsonRecord;
  /** The whole `package.json`; empty for another file. */
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
  const hint = 'JSON has no comments and no comma after the last entry.';
  return failure('config-syntax', `${file} is not valid JSON${what}.`, place, hint);
}

/** The configuration in a file; nothing when it is a `package.json` without the key. */
async function readConfig(cwd: string, path: string): Promise<ConfigFile | undefined> {
  const file = displayPath(cwd, path);
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw error instanceof SyntaxError ? await syntaxError(file, text) : error;
  }
  const isPackage = basename(path) === PACKAGE_FILE;
  const packageFields = isPackage && isRecord(value) ? value : {};
  if (isPackage && !Object.hasOwn(packageFields, PACKAGE_KEY)) return undefined;
  const settings = isPackage ? packageFields[PACKAGE_KEY] : value;
  const within = isPackage ? [PACKAGE_KEY] : [];
  const placeIn: ConfigFile['placeOf'] = (keys) => placeOf(file, text, keys);
  if (isRecord(settings)) return { path, within, placeOf: placeIn, settings, packageFields };
  const what = isPackage ? `The key "${PACKAGE_KEY}"` : 'The configuration';
  const hint = 'Write an object of options, such as { "spec": "api.yaml" }.';
  throw failure('config-type', `${what} must be an object.`, await placeIn(within), hint);
}

/**
 * Reads the file that was named with `--config`.
 *
 * @throws {ProblemsError} when it cannot be read, is not JSON, or has no configuration in it.
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
  const hint = 'Add the key, or name another file.';
  throw failure('config-missing', `${file} has no key "${PACKAGE_KEY}".`, place, hint);
}

/**
 * Looks in `cwd` and each folder above it for a `package.json` with the key `sdkgen`; the nearest counts.
 *
 * @throws {ProblemsError} when a `package.json` on the way is not JSON.
 */
export async function findConfigFile(cwd: string): Promise<ConfigFile | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = await readConfig(cwd, join(folder, PACKAGE_FILE)).catch((error: unknown) => {
      // A folder that may not be read has no configuration for us.
      if (errorCode(error) === undefined) throw error;
      return undefined;
    });
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
