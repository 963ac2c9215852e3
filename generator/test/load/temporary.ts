import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type BundledDocument, loadDescription } from '../../src/load/index.js';
import { type Problem, ProblemsError } from '../../src/problems/index.js';
import { type Json, nodeAt, parsePointer } from '../../src/schema/index.js';

export interface Written {
  readonly [path: string]: string | Uint8Array | object;
}

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A new folder with these files; an object is written as JSON. */
export async function folderOf(files: Written): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'load-')));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const full = join(folder, path);
    await mkdir(dirname(full), { recursive: true });
    const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
    await writeFile(full, bytes);
  }
  return folder;
}

export interface Loaded {
  readonly document: BundledDocument | undefined;
  readonly problems: readonly Problem[];
}

/** Loads the first of the files; errors come back as problems. */
export async function load(
  files: Written,
  allowRefs: readonly string[] = [],
  rules: { readonly numberDateTimes?: boolean } = {},
): Promise<Loaded> {
  const cwd = await folderOf(files);
  return loadFrom(cwd, Object.keys(files)[0] ?? '', allowRefs, rules);
}

export async function loadFrom(
  cwd: string,
  source: string,
  allowRefs: readonly string[] = [],
  rules: { readonly numberDateTimes?: boolean } = {},
): Promise<Loaded> {
  try {
    return await loadDescription(source, { cwd, allowRefs, ...rules });
  } catch (error) {
    if (error instanceof ProblemsError) return { document: undefined, problems: error.problems };
    throw error;
  }
}

/** The problems as `severity code file:line:column pointer`. */
export function summary(problems: readonly Problem[]): readonly string[] {
  return problems.map(
    ({ severity, code, file, line, column, pointer }) => `${severity} ${code} ${file}:${line}:${column} ${pointer}`,
  );
}

/** The problems as `severity code file pointer`. */
export function outline(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ severity, code, file, pointer }) => `${severity} ${code} ${file} ${pointer}`);
}

/** The URL of a server on the loopback interface. */
export function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  return `http://127.0.0.1:${address.port}`;
}

export function at(document: BundledDocument | undefined, pointer: string): Json | undefined {
  return document && nodeAt(document.root, parsePointer(pointer) ?? []);
}

/** As plain JSON: objects without a prototype are not equal to those with one. */
export function plain(value: Json | undefined): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** A document of OpenAPI 3.1 with these schemas. */
export function withSchemas(schemas: object, more: object = {}): object {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas }, ...more };
}

/** A document of OpenAPI 3.0 with these schemas. */
export function withOldSchemas(schemas: object): object {
  return withSchemas(schemas, { openapi: '3.0.3' });
}

/** A document of OpenAPI 3.1 with these paths. */
export function withPaths(paths: object, more: object = {}): object {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths, ...more };
}
