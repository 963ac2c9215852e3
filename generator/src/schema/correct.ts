import type { ProblemCode } from '../problems/index.js';
import { isArray, isObject, type Json } from './json.js';
import type { MutableObject } from './raise.js';

const types: ReadonlySet<Json> = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

const REQUIRED_HINT = 'Write a list of names: `required: [id, name]`.';

/** Reports what is wrong with a keyword of a schema. */
type Warn = (code: ProblemCode, keyword: string, message: string, hint: string) => void;

/** Checks the keywords of one schema, and takes out, with a warning, those that no reader could understand. */
export function correctSchema(schema: MutableObject, warn: Warn): void {
  const drop = (keyword: string, message: string, hint: string): void => {
    warn('schema-keyword-ignored', keyword, message, hint);
    delete schema[keyword];
  };

  const { type, required, enum: values } = schema;
  if (type !== undefined) {
    const listed = isArray(type) ? type : [type];
    const unknown = listed.filter((entry) => !types.has(entry));
    if (unknown.length > 0 || listed.length === 0) {
      const shown = unknown.map((entry) => JSON.stringify(entry)).join(', ');
      drop('type', `The type ${shown} is not known: any value is taken.`, hintFor(unknown[0]));
    }
  }
  if (typeof required === 'boolean') {
    const hint = 'List the required properties in `required` of the object that has them.';
    drop('required', 'In a schema `required` is a list of property names: this one is ignored.', hint);
  } else if (required !== undefined) {
    if (!isArray(required))
      drop('required', '`required` is not a list of property names: it is ignored.', REQUIRED_HINT);
    else if (!required.every((name) => typeof name === 'string')) {
      schema.required = required.filter((name) => typeof name === 'string');
      const message = '`required` names something that is not a text: that entry is ignored.';
      warn('schema-keyword-ignored', 'required', message, REQUIRED_HINT);
    }
  }
  if (values !== undefined && !isArray(values)) {
    drop('enum', '`enum` is not a list of values: it is ignored.', 'Write a list: `enum: [red, blue]`.');
  }
  correctContradictions(schema, (keyword, message) => {
    warn('schema-contradiction', keyword, message, 'As it stands no value would be valid.');
  });
}

/** Corrects the two common ways in which a schema allows no value at all although its author means some. */
function correctContradictions(schema: MutableObject, warn: (keyword: string, message: string) => void): void {
  const { enum: values, required, properties, additionalProperties, patternProperties } = schema;
  if (isArray(values)) {
    const corrected = values.map((value) => asType(value, schema.type));
    if (corrected.some((value, index) => value !== values[index])) {
      warn('enum', 'Values of `enum` are not of the `type`: they are read as of that type.');
      schema.enum = corrected;
    }
  }
  const isClosed = additionalProperties === false && isObject(properties) && patternProperties === undefined;
  if (!isClosed || !isArray(required)) return;
  const described = required.filter((name) => typeof name === 'string' && Object.hasOwn(properties, name));
  if (described.length === required.length) return;
  warn('required', '`required` names a property that a closed object does not have: it is not demanded.');
  schema.required = described;
}

/** A number or boolean listed for a text as a text, a text for a number as a number: YAML takes quotes off. */
function asType(value: Json, type: Json | undefined): Json {
  if (type === 'string' && typeof value !== 'object') return String(value);
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : value;
}

function hintFor(type: Json | undefined): string {
  if (type === 'file') return 'In OpenAPI 3 a file is `type: string` with `format: binary`.';
  if (type === 'any') return 'Leave `type` out to allow any value.';
  const names: { readonly [name: string]: string } = {
    int: 'integer',
    float: 'number',
    bool: 'boolean',
    date: 'string',
  };
  const known = typeof type === 'string' && Object.hasOwn(names, type) ? names[type] : undefined;
  return known === undefined ? `The types are ${[...types].join(', ')}.` : `Did you mean \`${known}\`?`;
}
