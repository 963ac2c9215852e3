import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json } from '../json.js';

/** Whether values of a format are checked. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(fullFormats, format);
}

/** Whether a value has a format, as in Ajv; `true` for unknown formats and other types. */
export function hasFormat(value: Json, format: string): boolean {
  const definition = isKnownFormat(format) ? Reflect.get(fullFormats, format) : undefined;
  return satisfies(definition, value);
}

function satisfies(definition: unknown, value: Json): boolean {
  if (definition instanceof RegExp) return typeof value !== 'string' || definition.test(value);
  if (typeof definition === 'function') return typeof value !== 'string' || definition(value) === true;
  if (typeof definition !== 'object' || definition === null || !('validate' in definition)) return true;
  const numeric = 'type' in definition && definition.type === 'number';
  if (typeof value !== (numeric ? 'number' : 'string')) return true;
  const { validate } = definition;
  if (validate instanceof RegExp) return validate.test(String(value));
  return typeof validate !== 'function' || validate(value) === true;
}
