import type { Model } from '../model/model.js';
import { synthesise } from '../model/synthesise/index.js';
import type { Problem } from '../problems/index.js';
import {
  branchesOf,
  conforms,
  formatPointer,
  getString,
  isArray,
  isObject,
  isSchema,
  itemSchemaAt,
  type Json,
  type JsonObject,
  objectShape,
  parseFragment,
  parsePointer,
  References,
  type Schema,
} from '../schema/index.js';
import { type Edit, editsBetween } from './edits.js';
import type { Note } from './rules.js';

interface Example {
  readonly tokens: readonly string[];
  readonly value: Json;
  readonly schema: Schema;
}

/**
 * Repairs examples that became invalid: a missing value is added, an invalid one is replaced, everything else is kept.
 *
 * @param before the document before the changes: an example that was already invalid is kept.
 */
export function exampleEdits(before: JsonObject, model: Model, root: JsonObject): Edit[] {
  const [was, is] = [new References(before), new References(root)];
  const former = new Map(examplesIn(before, was).map((example) => [JSON.stringify(example.tokens), example]));
  const edits = new Map<string, readonly Edit[]>();
  for (const { tokens, value, schema } of examplesIn(root, is)) {
    const key = JSON.stringify(tokens);
    const old = former.get(key);
    const wasInvalid = old !== undefined && !conforms(old.value, old.schema, was);
    if (wasInvalid || conforms(value, schema, is)) continue;
    const direction = tokens.includes('responses') || tokens.includes('examples') ? 'reply' : 'request';
    const fitting = fit(value, schema, { model, references: is, direction, name: tokens.at(-2) ?? '' });
    if (fitting !== undefined) edits.set(key, editsBetween(value, fitting, tokens));
  }
  return [...edits.values()].flat();
}

/** Every example of a request or response, at its source location. */
function examplesIn(root: JsonObject, references: References): Example[] {
  const found: Example[] = [];
  const visit = (node: Json, tokens: readonly string[]): void => {
    if (isArray(node)) for (const [index, inner] of node.entries()) visit(inner, [...tokens, String(index)]);
    if (!isObject(node)) return;
    const { schema, example, examples } = node;
    if (isSchema(schema)) {
      if (example !== undefined) found.push({ tokens: [...tokens, 'example'], value: example, schema });
      for (const [name, entry] of Object.entries(isObject(examples) ? examples : {})) {
        const target = parseFragment(getString(entry, '$ref')?.slice(1) ?? '') ?? [];
        const at = target.length > 0 ? target : [...tokens, 'examples', name];
        const value = references.object(entry)?.value;
        if (value !== undefined) found.push({ tokens: [...at, 'value'], value, schema });
      }
    }
    for (const [key, inner] of Object.entries(node)) {
      const isData = ['schema', 'schemas', 'example', 'examples'].includes(key) || key.startsWith('x-');
      if (!isData) visit(inner, [...tokens, key]);
    }
  };
  visit(root.paths ?? null, ['paths']);
  visit(root.components ?? null, ['components']);
  return found;
}

interface Way {
  readonly model: Model;
  readonly references: References;
  readonly direction: 'request' | 'reply';
  readonly name: string;
}

/** The value with its invalid parts replaced. */
function fit(value: Json, schema: Schema, way: Way): Json | undefined {
  const { references } = way;
  if (conforms(value, schema, references)) return value;
  const target = references.object(schema) ?? schema;
  const repaired = branchesOf(target).length > 0 ? value : fitParts(value, target, way);
  if (conforms(repaired, schema, references)) return repaired;
  return synthesise(schema, way.model, { fill: 'required', direction: way.direction, name: way.name });
}

function fitParts(value: Json, schema: Schema, way: Way): Json {
  if (isArray(value)) {
    return value.flatMap((item, index) => fit(item, itemSchemaAt(schema, index), { ...way, name: 'item' }) ?? []);
  }
  if (!isObject(value)) return value;
  const { properties, additional } = objectShape(schema, way.references);
  const known = new Map(properties.map((property) => [property.name, property]));
  const fields = new Map(Object.entries(value));
  for (const [name, inner] of fields) {
    const described = known.get(name)?.schema ?? additional;
    const fitting = described === undefined ? inner : fit(inner, described, { ...way, name });
    if (fitting === undefined || described === false) fields.delete(name);
    else fields.set(name, fitting);
  }
  for (const { name, schema: missing, required } of properties) {
    if (!required || fields.has(name)) continue;
    const made = synthesise(missing, way.model, { fill: 'required', direction: way.direction, name });
    if (made !== undefined) fields.set(name, made);
  }
  return Object.fromEntries(fields);
}

/** The extension that a problem is about, if any. */
export function extensionAt({ pointer = '' }: Pick<Problem, 'pointer'>): readonly string[] | undefined {
  const tokens = parsePointer(pointer) ?? [];
  const end = tokens.findIndex((token) => token.startsWith('x-')) + 1;
  return end === 0 ? undefined : tokens.slice(0, end);
}

/** Removes the extensions of ours that no longer fit the vendor's facts. */
export function withoutMisfits(problems: readonly Problem[]): { readonly edits: Edit[]; readonly notes: Note[] } {
  const found = problems.map(({ message, hint, ...place }) => ({ tokens: extensionAt(place) ?? [], message, hint }));
  return {
    edits: found.map(({ tokens }) => ({ tokens, value: undefined })),
    notes: found.map(({ tokens, message, hint }) => {
      const text = `#${formatPointer(tokens)} no longer fits and was removed: write a new one. ${message} ${hint ?? ''}`;
      return { kind: 'decide', text: text.trimEnd() };
    }),
  };
}
