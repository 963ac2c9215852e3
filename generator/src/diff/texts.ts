import { codeSpan } from '../render/encode.js';
import { type Json, type Schema, unwrap } from '../schema/index.js';
import type { Version } from './change.js';
import { keyOf, kindsIn } from './schemas/walk.js';

const LONGEST = 60;

/** A value in a sentence. */
export function valueText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return codeSpan(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text || '""');
}

/** The exported name of a named schema, in a sentence. */
export function typeName(key: string, version: Version): string {
  return codeSpan(exportedName(key, version));
}

export function exportedName(key: string, { names }: Version): string {
  return names.schema(key)?.exported ?? key;
}

/** A type in a sentence: by its name, otherwise by the kinds of its values. */
export function typeText(schema: Schema, version: Version): string {
  const { schema: inner, members } = unwrap(schema);
  const key = keyOf(inner);
  if (key !== undefined) return typeName(key, version);
  const texts =
    members.length > 0
      ? members.slice(0, 6).map((member) => typeText(member, version))
      : [...kindsIn(inner, version.model)].map((kind) => KINDS.get(kind) ?? codeSpan(kind));
  return texts.join(' or ') || 'anything';
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['any', 'anything'],
  ['date', '`Date`'],
  ['binary', 'a file'],
  ['array', 'a list'],
  ['object', 'an object'],
]);
