import { codeSpan } from '../render/encode.js';
import type { Json, Schema } from '../schema/index.js';
import { isDateTime, plainReference, referencedName, typesAt, unwrap } from '../schema/index.js';

const LONGEST = 60;

/** A value of a description in a sentence. */
export function valueText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return codeSpan(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text || '""');
}

/**
 * A type in a sentence: by its name, else by the kinds of its values.
 *
 * @param nameOf the exported name of a schema, by its key.
 */
export function typeText(schema: Schema, nameOf: (key: string) => string, kinds?: ReadonlySet<string>): string {
  const { schema: inner, members } = unwrap(schema);
  const key = referencedName(plainReference(inner));
  if (key !== undefined) return codeSpan(nameOf(key));
  if (members.length > 0)
    return members
      .slice(0, 6)
      .map((member) => typeText(member, nameOf))
      .join(' or ');
  if (kinds !== undefined && kinds.size > 0) return [...kinds].map(kindText).join(' or ');
  if (isDateTime(inner)) return kindText('date');
  const types = (typesAt(inner) ?? []).filter((name) => name !== 'null');
  return types.length === 0 ? kindText('any') : types.map(kindText).join(' or ');
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['any', 'anything'],
  ['date', '`Date`'],
  ['binary', 'a file'],
  ['array', 'a list'],
  ['object', 'an object'],
]);

function kindText(kind: string): string {
  return KINDS.get(kind) ?? codeSpan(kind);
}
