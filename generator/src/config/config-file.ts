import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Problem, type ProblemCode, ProblemsError } from '../problems/index.js';
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
  /** The path within the file: `['sdkgen']` for a `package.json`, empty for a file of its own. */
  readonly place: readonly string[];
  readonly text: string;
  readonly settings: JsonRecord;
  /** The whole `package.json`; empty for a file of its own. */
  readonly packageFields: JsonRecord;
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function fileProblem(place: Pick<FilePlace, 'file'>, code: ProblemCode, message: string, hint: string): ProblemsError {
  return new ProblemsError([{ code, severity: 'error', message, ...place, hint }]);
}

async function syntaxError(file: string, text: string): Promise<ProblemsError> {
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const errors: { error: number; offset: number; length: number }[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  const what = first === undefined ? '' : ` (${printParseErrorCode(first.error)})`;
  const problem: Problem = {
    code: 'config-syntax',
    severity: 'error',
    message: `${file} is not valid JSON${what}.`,
    ...placeAt(file, text, first === undefined ? 0 : first.offset),
    hint: 'JSON has no comments and no comma after the last entry.',
  };
  return new ProblemsError([problem]);
}

async function readJson(cwd: string, path: string): Promise<{ text: string; value: unknown }> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  try {
    const value: unknown = JSON.parse(text);
    return { text, value };
  } catch {
    throw await syntaxError(displayPath(cwd, path), text);
  }
}

async function notAnObject(cwd: string, path: string, text: string, key: readonly string[]): Promise<ProblemsError> {
  const what = key.length === 0 ? 'The configuration' : `The key "${PACKAGE_KEY}"`;
  const place = await placeOf(displayPath(cwd, path), text, key);
  const hint = 'Write an object of options, such as { "spec": "api.yaml" }.';
  return fileProblem(place, 'config-type', `${what} must be an object.`, hint);
}

async function fromPackage(cwd: string, path: string, text: string, value: unknown): Promise<ConfigFile | undefined> {
  if (!isRecord(value) || !Object.hasOwn(value, PACKAGE_KEY)) return undefined;
  const settings = value[PACKAGE_KEY];
  if (!isRecord(settings)) throw await notAnObject(cwd, path, text, [PACKAGE_KEY]);
  return { path, place: [PACKAGE_KEY], text, settings, packageFields: value };
}

/**
 * Reads the file that was named with `--config`.
 *
 * @throws {ProblemsError} when it cannot be read, is not JSON, or has no configuration in it.
 */
export async function readConfigFile(cwd: string, path: string): Promise<ConfigFile> {
  const file = displayPath(cwd, path);
  let read: { text: string; value: unknown };
  try {
    read = await readJson(cwd, path);
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    const reason = REASONS.get(String(codeOf(error))) ?? `cannot be read (${String(codeOf(error))})`;
    const message = `The configuration file ${file} ${reason}.`;
    throw fileProblem({ file }, 'config-unreadable', message, 'Check the path after --config, and its permissions.');
  }
  if (basename(path) === PACKAGE_FILE) {
    const found = await fromPackage(cwd, path, read.text, read.value);
    if (found !== undefined) return found;
    const message = `${file} has no key "${PACKAGE_KEY}".`;
    throw fileProblem(
      await placeOf(file, read.text, []),
      'config-missing',
      message,
      'Add the key, or name another file.',
    );
  }
  if (!isRecord(read.value)) throw await notAnObject(cwd, path, read.text, []);
  return { path, place: [], text: read.text, settings: read.value, packageFields: {} };
}

/**
 * Looks in `cwd` and every folder above it for a `package.json` with the key `sdkgen`; the nearest counts.
 *
 * @throws {ProblemsError} when a `package.json` on the way is not JSON.
 */
export async function findConfigFile(cwd: string): Promise<ConfigFile | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, PACKAGE_FILE);
    try {
      const { text, value } = await readJson(cwd, path);
      const found = await fromPackage(cwd, path, text, value);
      if (found !== undefined) return found;
    } catch (error) {
      // A folder that may not be looked into has no configuration for us.
      if (error instanceof ProblemsError || codeOf(error) === undefined) throw error;
    }
    if (dirname(folder) === folder) return undefined;
  }
}
