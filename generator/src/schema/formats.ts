import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Whether a value is of a format, as Ajv judges it; `true` for formats that are not known and other types. */
export function hasFormat(value: string | number, format: string): boolean {
  const definition = Object.hasOwn(fullFormats, format) ? Reflect.get(fullFormats, format) : undefined;
  return satisfies(definition, value);
}

function satisfies(definition: unknown, value: string | number): boolean {
  if (definition instanceof RegExp) return typeof value !== 'string' || definition.test(value);
  if (typeof definition === 'function') return typeof value !== 'string' || definition(value) === true;
  if (typeof definition !== 'object' || definition === null || !('validate' in definition)) return true;
  const numeric = 'type' in definition && definition.type === 'number';
  if (numeric !== (typeof value === 'number')) return true;
  const { validate } = definition;
  if (validate instanceof RegExp) return validate.test(String(value));
  return typeof validate !== 'function' || validate(value) === true;
}
