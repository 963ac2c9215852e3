import { isArray, isObject, type Json } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';
import type { MutableObject } from './mutable.js';

const types: ReadonlySet<Json> = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

const REQUIRED_HINT = 'Write a list of names: `required: [id, name]`.';

/** Checks the keywords of one schema, and takes out, with a warning, those that no reader could understand. */
export function mendSchema(
  schema: MutableObject,
  file: SourceFile,
  tokens: readonly string[],
  findings: Findings,
): void {
  const drop = (keyword: string, message: string, hint: string): void => {
    findings.warning('schema-keyword-ignored', { file, tokens: [...tokens, keyword] }, message, hint);
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
      findings.warning(
        'schema-keyword-ignored',
        { file, tokens: [...tokens, 'required'] },
        '`required` names something that is not a text: that entry is ignored.',
        REQUIRED_HINT,
      );
    }
  }
  if (values !== undefined && !isArray(values)) {
    drop('enum', '`enum` is not a list of values: it is ignored.', 'Write a list: `enum: [red, blue]`.');
  }
  mendContradictions(schema, (keyword, message) => {
    const hint = 'As it stands no value would be valid.';
    findings.warning('schema-contradiction', { file, tokens: [...tokens, keyword] }, message, hint);
  });
}

/** Mends the two common ways in which a schema allows no value at all although its author means some. */
function mendContradictions(schema: MutableObject, warn: (keyword: string, message: string) => void): void {
  const { enum: values, required, properties, additionalProperties, patternProperties } = schema;
  if (isArray(values)) {
    const mended = values.map((value) => asType(value, schema.type));
    if (mended.some((value, index) => value !== values[index])) {
      warn('enum', 'Values of `enum` are not of the `type`: they are read as of that type.');
      schema.enum = mended;
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
