import type { AddonHooks, FieldError } from '../addons/index.js';
import { conforms, isArray, isObject, type Json, type JsonObject, objectShape } from '../schema/index.js';
import type { Model, OperationResponse } from './model.js';
import { synthesise } from './synthesise/index.js';

// Not an import: as an ES module `node:http` also loads `fetch`, which takes 40 ms of CPU on Node 24.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** Common names of fields with the error message, the best one first. */
const messageNames = ['message', 'error_description', 'detail', 'description', 'error', 'msg', 'reason', 'title'];

/** The body of an error in the service's format, or Problem Details (RFC 9457). */
export function commonErrorBody(
  hooks: AddonHooks,
  status: number,
  message: string,
  failures: readonly FieldError[] = [],
): JsonObject {
  if (hooks.errors !== undefined) return hooks.errors.body(status, message, failures);
  const errors = failures.map((failure) => ({ pointer: `#/${failure.place}`, message: failure.message }));
  const problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: message };
  return errors.length > 0 ? { ...problem, errors } : problem;
}

/**
 * The body of an error that matches the response's schema: the common one if it matches, otherwise a value of the schema with the
 * message in the most likely string. `undefined` if the schema allows neither.
 */
export function errorOfSchema(
  response: OperationResponse,
  status: number,
  message: string,
  failures: readonly FieldError[],
  model: Pick<Model, 'resolve' | 'hooks'>,
): Json | undefined {
  const schema = response.schema ?? true;
  const fits = (value: Json): boolean => conforms(value, schema, model);
  const common = commonErrorBody(model.hooks, status, message, failures);
  const described = objectShape(schema, model).properties.filter(({ name }) => Object.hasOwn(common, name));
  if (described.length >= 4 && fits(common)) return common;
  const made = synthesise(schema, model, { fill: 'complete', direction: 'reply', name: 'error' });
  if (made === undefined) return undefined;
  for (const isUsual of [true, false]) {
    for (const value of withMessage(made, message, isUsual, 0)) if (fits(value)) return value;
  }
  return made;
}

const DEEPEST = 3;

/** The value with the message in place of each string: those with a usual name, or the others. */
function* withMessage(value: Json, message: string, isUsual: boolean, depth: number, name = ''): Generator<Json> {
  if (typeof value === 'string' && (depth === 0 || messageNames.includes(name) === isUsual)) yield message;
  if (depth > DEEPEST) return;
  if (isArray(value)) {
    const [first, ...rest] = value;
    if (first === undefined) return;
    for (const item of withMessage(first, message, isUsual, depth + 1, name)) yield [item, ...rest];
  }
  if (!isObject(value)) return;
  const rank = (key: string): number => (messageNames.includes(key) ? messageNames.indexOf(key) : messageNames.length);
  const isText = (key: string): number => (typeof value[key] === 'string' ? 0 : 1);
  const names = Object.keys(value).sort((left, right) => isText(left) - isText(right) || rank(left) - rank(right));
  for (const key of names) {
    for (const part of withMessage(value[key] ?? null, message, isUsual, depth + 1, key))
      yield { ...value, [key]: part };
  }
}
