import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { readDocument } from '../../generator/src/index.js';
import { isObject, type Node as Json, type ObjectNode as JsonObject, listAt, objectAt } from '../severity/tree.js';
import { CACHE } from './measure.js';

/** Sizes for measuring growth, as multiples of our own document. */
const SIZES = [2, 4, 8];

/** Our document in one JSON file, which all generators accept. */
export async function ownDocument(): Promise<string> {
  return writeDocument('own-1x', await readOwn());
}

/** Files by name: our document, copies of it side by side, and GitHub's. */
export async function allDocuments(): Promise<Readonly<Record<string, string>>> {
  const own = await readOwn();
  const copies = SIZES.map((times) => [`${times}x`, writeDocument(`${times}x`, multiply(own, times))]);
  const manifest = createRequire(resolve('package.json')).resolve('@octokit/openapi/package.json');
  const github = join(dirname(manifest), 'generated/api.github.com.json');
  return { 'own, 1x': writeDocument('own-1x', own), ...Object.fromEntries(copies), github };
}

async function readOwn(): Promise<JsonObject> {
  const { document } = await readDocument({ spec: 'spec/openapi.yaml' });
  return JSON.parse(JSON.stringify(document.root));
}

/** @returns the path of a JSON file with the document. */
export function writeDocument(name: string, document: JsonObject): string {
  const file = join(CACHE, 'documents', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const text = JSON.stringify(document);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return file;
}

/**
 * A document of several times the size: copies of all operations and components under other names. Each copy refers to its own
 * components only; security schemes are shared.
 *
 * @param document in one piece: every reference is internal.
 * @param times one or more; one returns the document unchanged.
 */
export function multiply(document: JsonObject, times: number): JsonObject {
  const copies = Array.from({ length: times - 1 }, (_, index) => copyUnder(document, `Copy${index + 2}`));
  const parts = [document, ...copies];
  return {
    ...document,
    tags: parts.flatMap(({ tags }) => (Array.isArray(tags) ? tags : [])),
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)),
    components: mergeComponents(parts.map(({ components }) => (isObject(components) ? components : {}))),
  };
}

function mergeComponents(all: readonly JsonObject[]): JsonObject {
  const kinds = new Set(all.flatMap((components) => Object.keys(components)));
  return Object.fromEntries([...kinds].map((kind) => [kind, Object.assign({}, ...all.map((each) => each[kind]))]));
}

function copyUnder(document: JsonObject, mark: string): JsonObject {
  // References, also those of a discriminator's mapping, point to the components of the copy.
  const text = JSON.stringify(document);
  const copy: JsonObject = JSON.parse(
    text.replace(/"#\/components\/(?!securitySchemes\/)[^/"]+\/[^/"]+/g, (start) => start + mark),
  );
  const { securitySchemes: _, ...components } = objectAt(copy, 'components');
  const renamed = (named: Json): Json => (isObject(named) ? renameKeys(named, (name) => name + mark) : named);
  return {
    tags: listAt(copy, 'tags').map((tag) => (isObject(tag) ? { ...tag, name: `${String(tag['name'])} ${mark}` } : tag)),
    paths: renameKeys(
      objectAt(copy, 'paths'),
      (path) => `/${mark.toLowerCase()}${path}`,
      (item) => renameOperations(item, mark),
    ),
    components: renameKeys(components, (kind) => kind, renamed),
  };
}

function renameKeys(object: JsonObject, name: (key: string) => string, value = (node: Json): Json => node): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, node]) => [name(key), value(node)]));
}

function renameOperations(item: Json, mark: string): Json {
  if (!isObject(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      if (!isObject(operation) || operation['operationId'] === undefined) return [method, operation];
      const tags = listAt(operation, 'tags').map((tag) => `${String(tag)} ${mark}`);
      return [method, { ...operation, tags, operationId: `${String(operation['operationId'])}${mark}` }];
    }),
  );
}
