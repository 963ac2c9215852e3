import { get, getString, isArray, isObject, type Json, type JsonObject } from '../../schema/index.js';
import { commentLines } from '../encode.js';

/** Number formats without meaning for JavaScript. */
const numberFormats = new Set(['int32', 'int64', 'float', 'double']);
/** Facts that a type cannot express; they are added to its comment. */
const shownBounds: readonly (readonly [keyword: string, label: string])[] = [
  ['minimum', 'Minimum'],
  ['exclusiveMinimum', 'Greater than'],
  ['maximum', 'Maximum'],
  ['exclusiveMaximum', 'Less than'],
  ['multipleOf', 'Multiple of'],
  ['minLength', 'Minimum length'],
  ['maxLength', 'Maximum length'],
  ['minItems', 'Minimum items'],
  ['maxItems', 'Maximum items'],
  ['pattern', 'Pattern'],
  ['default', 'Default'],
];

/** The comment of a type: its description, followed by the format and bounds that the type cannot express. */
export function commentOf(schema: JsonObject): Record<string, Json> {
  const description = getString(schema, 'description')?.trim() ?? getString(schema, 'title')?.trim();
  const facts: string[] = [];
  const format = getString(schema, 'format');
  if (format !== undefined && format !== 'date-time' && format !== 'binary' && !numberFormats.has(format))
    facts.push(`Format: ${format}.`);
  const encoding = getString(schema, 'contentEncoding');
  if (encoding !== undefined && encoding !== 'binary') facts.push(`Encoding: ${encoding}.`);
  const text = [description, [...facts, ...boundsOf(schema)].join(' ')]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
  return withoutUndefined({
    description: text === '' ? undefined : commentLines(text).join('\n'),
    deprecated: get(schema, 'deprecated') === true ? true : undefined,
    readOnly: get(schema, 'readOnly') === true ? true : undefined,
  });
}

/** The bounds and the default of a schema, a sentence each. */
export function boundsOf(schema: JsonObject, print: (value: string) => string = (value) => value): string[] {
  return shownBounds.flatMap(([keyword, label]) => {
    const value = get(schema, keyword);
    // Rounded, as the limits of 64-bit integers are.
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) return [];
    if (value === undefined || isObject(value) || isArray(value)) return [];
    return [`${label}: ${print(value === '' ? '""' : String(value))}.`];
  });
}

/** A converted schema without a `title` that only repeats its name, as frameworks write it everywhere. */
export function withoutTitle(name: string, schema: Json, converted: Json): Json {
  const title = getString(schema, 'title');
  const isTitled = title !== undefined && getString(schema, 'description') === undefined;
  if (!isTitled || letters(title) !== letters(name) || !isObject(converted)) return converted;
  const [, ...facts] = getString(converted, 'description')?.split('\n\n') ?? [];
  return withoutUndefined({ ...converted, description: facts.length > 0 ? facts.join('\n\n') : undefined });
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A converted schema with another comment, unless that is empty. */
export function described(schema: Json, description: string, isDeprecated = false): Json {
  const own = schema === true ? {} : schema;
  if (!isObject(own)) return schema;
  const comment = commentLines(description).join('\n');
  const added = { ...(comment === '' ? {} : { description: comment }), ...(isDeprecated ? { deprecated: true } : {}) };
  return Object.keys(added).length === 0 ? schema : { ...own, ...added };
}

/** The text of a comment without its delimiters; empty if there is none. */
export function commentText(description: string, isDeprecated: boolean): string {
  const lines = description.trim() === '' ? [] : description.trim().split('\n');
  if (isDeprecated) lines.unshift('@deprecated');
  const [only = '', ...others] = lines;
  if (others.length === 0) return only === '' ? '' : `* ${only} `;
  return `*\n${[only, ...others].map((line) => (line === '' ? ' *\n' : ` * ${line}\n`)).join('')} `;
}

export function withoutUndefined(values: Record<string, Json | undefined>): Record<string, Json> {
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) result[key] = value;
  return result;
}
