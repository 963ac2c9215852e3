import { stringify } from 'yaml';
import { isArray, isObject, type Json } from '../schema/index.js';

/** Maximum line width, where lines can be broken. */
const WIDTH = 100;

/** A value on one line. */
export function scalarText(value: Json, inList = false): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/[\n\r\u2028\u2029]/.test(value)) return JSON.stringify(value);
  const text = stringify(value, { singleQuote: true, lineWidth: 0 }).trimEnd();
  const isPlain = !/^['"]/.test(text);
  // Inside a flow collection these characters would end the text.
  return inList && isPlain && /[,[\]{}]/.test(text) ? `'${value.replaceAll("'", "''")}'` : text;
}

export function inlineText(value: Json): string {
  if (isArray(value)) return `[${value.map(inlineText).join(', ')}]`;
  if (!isObject(value)) return scalarText(value, true);
  const fields = Object.entries(value).map(([key, inner]) => `${scalarText(key, true)}: ${inlineText(inner)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

const isScalar = (value: Json): boolean => typeof value !== 'object' || value === null;
const isEmpty = (value: Json): boolean => isObject(value) && Object.keys(value).length === 0;
const isShort = (value: Json): boolean =>
  isScalar(value) || isEmpty(value) || (isArray(value) && value.every(isScalar));

/** Whether a value is usually written on one line: a reference, or a few short fields. */
function isInline(value: Json): boolean {
  if (!isObject(value)) return isShort(value) || (isArray(value) && value.length === 0);
  const entries = Object.values(value);
  return entries.length <= 4 && value.description === undefined && entries.every(isShort);
}

/**
 * A key with its value; the first line is not indented.
 *
 * @param indent the column of the key.
 */
export function pairText(key: string, value: Json, indent: number): string {
  const name = scalarText(key);
  const inline = inlineText(value);
  const isFitting = indent + name.length + 2 + inline.length <= WIDTH;
  if (isScalar(value)) return `${name}: ${scalarText(value)}`;
  if ((isInline(value) && isFitting) || inline === '{}') return `${name}: ${inline}`;
  const inner = ' '.repeat(indent + 2);
  if (isArray(value) && value.every(isScalar)) return `${name}:\n${inner}${filled(value, indent + 2)}`;
  if (isArray(value)) {
    return [`${name}:`, ...value.map((item) => `${inner}- ${itemText(item, indent + 4)}`)].join('\n');
  }
  return `${name}:\n${inner}${fieldsText(value, indent + 2)}`;
}

/** An element of a list; the first line is not indented. */
export function itemText(value: Json, indent: number): string {
  return isObject(value) && !(isInline(value) && value.name === undefined)
    ? fieldsText(value, indent)
    : inlineText(value);
}

function fieldsText(value: Json, indent: number): string {
  const fields = isObject(value) ? Object.entries(value) : [];
  return fields.map(([key, inner]) => pairText(key, inner, indent)).join(`\n${' '.repeat(indent)}`);
}

/** A list of short values, wrapped. */
function filled(values: readonly Json[], indent: number): string {
  const lines: string[] = [];
  let line = '[';
  for (const [index, value] of values.entries()) {
    const text = `${scalarText(value, true)}${index === values.length - 1 ? ']' : ','}`;
    const longer = line.endsWith('[') ? `${line}${text}` : `${line} ${text}`;
    // The first line is not indented.
    const column = lines.length === 0 ? indent : 0;
    if (column + longer.length <= WIDTH || line.trim() === '') line = longer;
    else {
      lines.push(line);
      line = `${' '.repeat(indent + 1)}${text}`;
    }
  }
  return [...lines, line].join('\n');
}
