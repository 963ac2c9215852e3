import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { boundKeywords, keywords } from '../src/schema/index.js';

/** Files outside `schema` that may name keywords of JSON Schema, each with its reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['load/bundle/mounts.ts', 'finds the places of schemas that were wrapped to admit null'],
  [
    'load/bundle/transfer.ts',
    'finds the references of a discriminator, and of schemas that were wrapped to admit null',
  ],
  ['load/select.ts', 'finds the schemas that extend a selected one'],
  ['model/definitions.ts', 'writes schemas for the validator'],
  ['model/pagination-extension.ts', '`items` is also a field of `x-pagination`'],
  ['model/servers.ts', '`enum` is also a field of a server variable'],
  ['naming/names.ts', 'names unnamed schemas after their place'],
  ['render/client/dates.ts', 'prints where replies contain dates, with a form for each kind of part'],
  ['impact/pointers.ts', 'follows pointers of the spec down the types that were printed for it'],
  ['render/docs/display-type.ts', 'prints types for the documentation'],
  ['render/types/comments.ts', 'prints the remarks and bounds of a schema under their names in the spec'],
  ['render/types/compile.ts', 'passes the converted schemas to openapi-typescript'],
  ['render/types/references.ts', 'makes the references that openapi-typescript passes on'],
  ['render/types/type-keywords.ts', 'converts `type` and unions for openapi-typescript'],
  ['render/types/type-schema.ts', 'converts schemas for openapi-typescript'],
]);

/** Words that are also keys of other OpenAPI objects, or have another meaning in code: only a lookup in a schema counts. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  ...['title', 'description', 'summary', 'default', 'example', 'examples', 'deprecated', 'externalDocs', '$ref'],
  ...['type', 'format', 'required', 'items', 'properties', 'pattern', 'enum', 'const', 'minimum', 'maximum', 'not'],
  ...['contains', 'if', 'then', 'else', 'definitions', 'xml', 'nullable', 'propertyNames', ...boundKeywords.keys()],
]);
/** Keys of other objects too, so a lookup by name is not one in a schema. */
const SHARED: ReadonlySet<string> = new Set([
  ...['title', 'description', 'summary', 'default', 'example', 'examples', 'deprecated', 'externalDocs', '$ref'],
  ...['required', 'type'],
]);
const LOOKUPS = /^(get|getString|getNumber|getObject|getArray|hasOwn|schemaAt|schemasAt|stringsAt|schemaEntries)$/;
const SCHEMA_NAME = /schema$/i;

/** The keyword that a node looks up in a schema or compares a name with. */
function keywordAt(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return lookedUp(node.name.text, node.expression);
  if (ts.isBindingElement(node) && ts.isVariableDeclaration(node.parent.parent)) {
    const name = node.propertyName ?? node.name;
    const { initializer } = node.parent.parent;
    return ts.isIdentifier(name) && initializer !== undefined ? lookedUp(name.text, initializer) : undefined;
  }
  if (!ts.isStringLiteralLike(node) || !keywords.has(node.text)) return undefined;
  const { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent)) return undefined;
  if (!AMBIGUOUS.has(node.text)) return node.text;
  if (ts.isElementAccessExpression(parent)) return lookedUp(node.text, parent.expression);
  if (!ts.isCallExpression(parent) || SHARED.has(node.text)) return undefined;
  const callee = ts.isPropertyAccessExpression(parent.expression) ? parent.expression.name : parent.expression;
  return LOOKUPS.test(callee.getText()) ? node.text : undefined;
}

/** A word that only schemas have is a keyword on any object; others only on a variable named like a schema. */
function lookedUp(name: string, object: ts.Expression): string | undefined {
  if (!keywords.has(name)) return undefined;
  return !AMBIGUOUS.has(name) || SCHEMA_NAME.test(object.getText()) ? name : undefined;
}

function keywordsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const keyword = keywordAt(node);
    if (keyword !== undefined) {
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${keyword}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const root = fileURLToPath(new URL('../src/', import.meta.url));
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('schema/'));
const found = new Map(paths.map((path) => [path, keywordsIn(path, readFileSync(join(root, path), 'utf8'))]));

describe('keywords of JSON Schema', () => {
  test('are only used in the folder schema and in code that prints them', () => {
    expect([...found].filter(([path]) => !ALLOWED.has(path)).flatMap(([, list]) => list)).toEqual([]);
  });

  test.each([...ALLOWED.keys()])('are still used in %s', (path) => {
    expect(found.get(path)).not.toEqual([]);
  });

  test.each([
    ["get(schema, 'nullable')", 'nullable'],
    ["for (const keyword of ['allOf', 'anyOf']) read(keyword);", 'allOf'],
    ["if (getString(part, 'format') === 'date') read();", 'format'],
    ['if (schema.type) read();', 'type'],
    ['read(itemSchema.enum);', 'enum'],
    ["read(schema['items']);", 'items'],
    ['const { properties } = schema;', 'properties'],
    ['read(anything.additionalProperties);', 'additionalProperties'],
    ["Object.hasOwn(schema, 'enum');", 'enum'],
  ])('are found in %s', (code, keyword) => {
    expect(keywordsIn('a.ts', code)).toContain(`a.ts:1 ${keyword}`);
  });

  test.each([
    "getString(scheme, 'type')",
    'parameter.required',
    "const kind: 'allOf' = of(schema);",
    "fill = 'required';",
    'pagination.items',
  ])('are not found in %s', (code) => {
    expect(keywordsIn('a.ts', code)).toEqual([]);
  });
});
