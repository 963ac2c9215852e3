import type { ProblemCode } from '../problems/index.js';
import { getString, isArray, isObject, isSchema, type Json, type Schema, typeOf } from './json.js';
import { boundKeywords } from './keywords.js';
import type { MutableObject } from './raise.js';
import { schemaText } from './values/effective.js';
import { hasFormat, isKnownFormat } from './values/formats.js';
import { regularExpression } from './values/regular-expressions.js';

const types: ReadonlySet<Json> = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

const REQUIRED_HINT = 'Write a list of names: `required: [id, name]`.';

/** Reports a problem of a keyword. */
type Warn = (code: ProblemCode, keyword: string, message: string, hint: string) => void;

/** Checks the keywords of a schema, and removes invalid ones with a warning. */
export function correctSchema(schema: MutableObject, warn: Warn): void {
  const drop = (keyword: string, message: string, hint: string): void => {
    warn('schema-keyword-ignored', keyword, message, hint);
    delete schema[keyword];
  };

  const { type, required, enum: values } = schema;
  if (type !== undefined) {
    const listed = isArray(type) ? type : [type];
    const unknown = listed.filter((entry) => !types.has(entry));
    const meant = listed.map((entry) =>
      types.has(entry) ? entry : meantType(isArray(type) ? (entry ?? 'null') : entry),
    );
    const shown = unknown.map((entry) => JSON.stringify(entry)).join(', ');
    if (listed.length === 0 || meant.includes(undefined)) {
      drop('type', `The type ${shown} is unknown: any value is accepted.`, hintFor(unknown[0]));
    } else if (unknown.length > 0) {
      const names = [...new Set(meant.filter((name) => name !== undefined))];
      schema.type = isArray(type) ? names : (names[0] ?? null);
      if (type === 'file') schema.format ??= 'binary';
      const message = `The type ${shown} is unknown: it is read as ${names.map((name) => `\`${String(name)}\``).join(', ')}.`;
      warn('schema-keyword-ignored', 'type', message, hintFor(unknown[0]));
    }
  }
  if (typeof required === 'boolean') {
    const hint = 'List the required properties in `required` of the object.';
    drop('required', 'In a schema `required` must be a list of property names: this one is ignored.', hint);
  } else if (required !== undefined) {
    if (!isArray(required))
      drop('required', '`required` is not a list of property names: it is ignored.', REQUIRED_HINT);
    else if (!required.every((name) => typeof name === 'string')) {
      schema.required = required.filter((name) => typeof name === 'string');
      const message = '`required` contains an entry that is not a string: it is ignored.';
      warn('schema-keyword-ignored', 'required', message, REQUIRED_HINT);
    }
  }
  correctTuple(schema, warn);
  if (values !== undefined && !isArray(values)) {
    drop('enum', '`enum` is not a list of values: it is ignored.', 'Write a list: `enum: [red, blue]`.');
  } else if (values?.length === 0) {
    drop('enum', '`enum` has no values: it is ignored.', 'List the values, or remove it.');
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const parts = schema[keyword];
    if (isArray(parts) && parts.length === 0)
      drop(keyword, `\`${keyword}\` has no schemas: it is ignored.`, 'List the schemas, or remove it.');
  }
  for (const keyword of [...boundKeywords.keys(), 'multipleOf']) {
    const bound = schema[keyword];
    const isExclusive = typeof bound === 'boolean' && keyword.startsWith('exclusive');
    const isMeant = typeof bound === 'number' && (keyword !== 'multipleOf' || bound > 0);
    if (bound !== undefined && !isExclusive && !isMeant)
      drop(keyword, `\`${keyword}\` is not a number that it can have: it is ignored.`, 'Correct it, or remove it.');
  }
  const { pattern } = schema;
  if (typeof pattern === 'string' && /^\/(\^.*|.*\$)\/[a-z]*$/s.test(pattern)) {
    const message = 'The slashes around the `pattern` are part of it, so no text matches: it is ignored.';
    drop('pattern', message, 'Remove the slashes and the flags after them.');
  } else if (typeof pattern === 'string' && regularExpression(pattern) === undefined) {
    const message = 'The `pattern` is not an ECMAScript regular expression, or too long: it is not checked.';
    warn('schema-keyword-ignored', 'pattern', message, 'Correct it, or explain in the description what is allowed.');
  }
  const constant = schema.const;
  if (
    constant !== undefined &&
    constant !== null &&
    schema.type !== undefined &&
    !fits(constant, isArray(schema.type) ? schema.type : [schema.type])
  ) {
    drop(
      'type',
      'The value of `const` does not match the `type`: the `type` is ignored.',
      'Correct the value or the type.',
    );
  }
  correctContradictions(schema, (keyword, message) => {
    warn('schema-contradiction', keyword, message, 'Correct the schema: no value is valid.');
  });
}

/** A list in `items`: a tuple as in earlier drafts, or the only schema of all items. */
function correctTuple(schema: MutableObject, warn: Warn): void {
  const { items, additionalItems } = schema;
  if (!isArray(items)) return;
  const [first = true, ...others] = items;
  schema.items = others.length > 0 ? additionalItems !== false : first;
  if (others.length > 0) schema.prefixItems = items;
  const message = `\`items\` is a list: ${others.length > 0 ? 'it is read as `prefixItems`' : 'its entry is read as the schema of all items'}.`;
  warn('schema-keyword-ignored', 'items', message, 'Write one schema in `items`, or a list in `prefixItems`.');
}

/** Corrects two common ways in which a schema unintentionally allows no value. */
function correctContradictions(schema: MutableObject, warn: (keyword: string, message: string) => void): void {
  const { enum: values, format, required, properties, additionalProperties, patternProperties } = schema;
  if (isArray(values)) correctValues(schema, values, warn);
  if (
    isArray(values) &&
    typeof format === 'string' &&
    values.length > 0 &&
    !values.some((value) => hasFormat(value, format))
  ) {
    warn('format', 'No value of `enum` has the `format`: the `format` is ignored.');
    delete schema.format;
  }
  correctAlternatives(schema, warn);
  const isClosed = additionalProperties === false && isObject(properties) && patternProperties === undefined;
  if (!isClosed || !isArray(required)) return;
  const described = required.filter((name) => typeof name === 'string' && Object.hasOwn(properties, name));
  if (described.length === required.length) return;
  warn('required', '`required` contains a property that a closed object does not have: it is ignored.');
  schema.required = described;
}

/** A value that matches one of two equal branches of a `oneOf` matches both; authors mean `anyOf`. */
function correctAlternatives(schema: MutableObject, warn: (keyword: string, message: string) => void): void {
  const { oneOf, anyOf, discriminator } = schema;
  if (!isArray(oneOf) || anyOf !== undefined || discriminator !== undefined) return;
  const texts = oneOf.map((branch) => (isSchema(branch) ? schemaText(withoutUnknownFormat(branch)) : ''));
  if (new Set(texts).size === texts.length) return;
  warn('oneOf', 'Branches of `oneOf` accept the same values: it is read as `anyOf`.');
  schema.anyOf = oneOf;
  delete schema.oneOf;
}

function withoutUnknownFormat(schema: Schema): Schema {
  const name = getString(schema, 'format');
  if (!isObject(schema) || name === undefined || isKnownFormat(name)) return schema;
  const { format: _, ...others } = schema;
  return others;
}

/** Converts values to the `type`, or drops the `type`. */
function correctValues(
  schema: MutableObject,
  values: readonly Json[],
  warn: (keyword: string, message: string) => void,
): void {
  const { type, items } = schema;
  const allowed = isArray(type) ? type : [type ?? null];
  if (type === undefined) return;
  const corrected = values.map((value) => (fits(value, allowed) ? value : asType(value, allowed)));
  const fitting = corrected.filter((value) => value === null || fits(value, allowed));
  if (fitting.some((value) => value !== null)) {
    if (fitting.length < values.length) warn('enum', 'Values of `enum` do not match the `type`: they are removed.');
    else if (corrected.some((value, index) => value !== values[index]))
      warn('enum', 'Values of `enum` do not match the `type`: they are converted to it.');
    schema.enum = fitting;
  } else if (allowed.includes('array') && isObject(items)) {
    warn('enum', 'The values of `enum` are not lists: they are read as those of the items.');
    schema.items = { enum: values, ...items };
    delete schema.enum;
  } else if (values.some((value) => value !== null)) {
    warn('enum', 'No value of `enum` matches the `type`: the `type` is ignored.');
    delete schema.type;
  }
}

function fits(value: Json, allowed: readonly Json[]): boolean {
  return allowed.includes(typeOf(value)) || (Number.isInteger(value) && allowed.includes('integer'));
}

/** Converts a number or boolean to a string, or a string to a number or boolean, if the type requires it: YAML drops quotes. */
function asType(value: Json, allowed: readonly Json[]): Json {
  if (allowed.includes('string')) return typeof value === 'object' ? value : String(value);
  const isNumber = allowed.includes('integer') || allowed.includes('number');
  if (isNumber && typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value)) return Number(value);
  return allowed.includes('boolean') && (value === 'true' || value === 'false') ? value === 'true' : value;
}

const otherNames: ReadonlyMap<string, string> = new Map([
  ...['int', 'int32', 'int64', 'long'].map((name) => [name, 'integer'] as const),
  ...['float', 'double', 'decimal', 'numeric'].map((name) => [name, 'number'] as const),
  ...['date', 'datetime', 'date-time', 'uuid', 'text', 'file'].map((name) => [name, 'string'] as const),
  ...['map', 'dict'].map((name) => [name, 'object'] as const),
  ['bool', 'boolean'],
  ['list', 'array'],
]);

/** A type under a common wrong name. */
function meantType(type: Json): string | undefined {
  const name = typeof type === 'string' ? type.toLowerCase() : '';
  return types.has(name) ? name : otherNames.get(name);
}

function hintFor(type: Json | undefined): string {
  if (type === 'file') return 'In OpenAPI 3 a file is `type: string` with `format: binary`.';
  if (type === null) return "Write it in quotes: `type: [string, 'null']`.";
  if (type === 'any') return 'Omit `type` to allow any value.';
  return `The types are ${[...types].join(', ')}.`;
}
