import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Problem, ProblemsError } from '../problems/index.js';
import { displayPath } from './location.js';

const PACKAGE_FILE = 'package.json';
const PACKAGE_KEY = 'sdkgen';

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

function fileProblem(file: string, code: string, message: string, hint: string): ProblemsError {
  return new ProblemsError([{ code, severity: 'error', message, file, hint }]);
}

/** Where in a configuration file a key stands, one-based; the start of the file when it has no such key. */
export async function placeOf(
  text: string,
  path: readonly (string | number)[],
): Promise<{ line: number; column: number }> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const root = parseTree(text);
  const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  return lineAndColumn(text, node?.parent?.type === 'property' ? node.parent.offset : (node?.offset ?? 0));
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: offset - before.lastIndexOf('\n') };
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
    file,
    ...lineAndColumn(text, first === undefined ? 0 : first.offset),
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

function notAnObject(cwd: string, path: string, what: string): ProblemsError {
  const hint = 'See the README for its keys.';
  return fileProblem(displayPath(cwd, path), 'config-type', `${what} must be an object.`, hint);
}

function fromPackage(cwd: string, path: string, text: string, value: unknown): ConfigFile | undefined {
  if (!isRecord(value) || !Object.hasOwn(value, PACKAGE_KEY)) return undefined;
  const settings = value[PACKAGE_KEY];
  if (!isRecord(settings)) throw notAnObject(cwd, path, `The key "${PACKAGE_KEY}"`);
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
    const message = `The configuration file ${file} cannot be read (${String(codeOf(error))}).`;
    throw fileProblem(file, 'config-unreadable', message, 'Check the path after --config.');
  }
  if (basename(path) === PACKAGE_FILE) {
    const found = fromPackage(cwd, path, read.text, read.value);
    if (found !== undefined) return found;
    const message = `${file} has no key "${PACKAGE_KEY}".`;
    throw fileProblem(file, 'config-missing', message, 'Add the key, or name another file.');
  }
  if (!isRecord(read.value)) throw notAnObject(cwd, path, 'The configuration');
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
      const found = fromPackage(cwd, path, text, value);
      if (found !== undefined) return found;
    } catch (error) {
      // A folder that may not be looked into has no configuration for us.
      if (error instanceof ProblemsError || codeOf(error) === undefined) throw error;
    }
    if (dirname(folder) === folder) return undefined;
  }
}
