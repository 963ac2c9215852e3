import type { Json, Schema } from '../../schema/index.js';
import {
  concreteSchema,
  isArray,
  isBinarySchema,
  isDateTime,
  isObject,
  itemSchemaAt,
  objectShape,
  type Resolver,
} from '../../schema/index.js';
import { propertyKey, stringLiteral } from '../encode.js';

/** How a file of an example is written as code. */
export interface ExampleFile {
  readonly name: string;
  readonly type: string;
}

export interface LiteralOptions {
  readonly resolver: Resolver;
  /** The file at a top-level field of the example, if it is binary. */
  readonly file: (field: string) => ExampleFile;
}

/** Line width of an object or array alone: with the call around it, lines fit the documentation without scrolling. */
const lineWidth = 48;

/** A TypeScript expression for an example value, with `Date` and `File` objects according to the schema. */
export function literal(value: Json, schema: Schema, options: LiteralOptions, indent = '', field = ''): string {
  if (typeof value === 'string') return stringExpression(value, schema, options, field);
  if (isArray(value)) {
    const concrete = concreteSchema(schema, value, options.resolver);
    return layOut('[', ']', '', indent, (inner) =>
      value.map((item, index) => literal(item, itemSchemaAt(concrete, index), options, inner, field)),
    );
  }
  if (isObject(value))
    return objectExpression(Object.entries(value), schemaOfField(schema, value, options), options, indent);
  // A negative zero or a number beyond safe integers is printed as JavaScript reads it.
  return typeof value === 'number' && Object.is(value, -0) ? '-0' : String(value);
}

/** An object expression with a schema for each field: the flat argument object of a call. */
export function objectExpression(
  entries: readonly (readonly [name: string, value: Json])[],
  schemaOf: (name: string) => Schema,
  options: LiteralOptions,
  indent: string,
): string {
  return layOut('{', '}', ' ', indent, (inner) =>
    entries.map(([name, value]) => `${propertyKey(name)}: ${literal(value, schemaOf(name), options, inner, name)}`),
  );
}

function stringExpression(value: string, schema: Schema, options: LiteralOptions, field: string): string {
  const concrete = concreteSchema(schema, value, options.resolver);
  if (isDateTime(concrete)) return `new Date(${stringLiteral(value)})`;
  if (isBinarySchema(concrete)) {
    const { name, type } = options.file(field);
    return `new File([${stringLiteral(value)}], ${stringLiteral(name)}, { type: ${stringLiteral(type)} })`;
  }
  return stringLiteral(value);
}

function layOut(open: string, close: string, pad: string, indent: string, parts: (indent: string) => string[]): string {
  const inner = `${indent}  `;
  // Created once, for the deeper indentation: a part that breaks there would not fit on one line either.
  const laid = parts(inner);
  if (laid.length === 0) return open + close;
  const oneLine = `${open}${pad}${laid.join(', ')}${pad}${close}`;
  if (!oneLine.includes('\n') && indent.length + oneLine.length <= lineWidth) return oneLine;
  return `${open}\n${laid.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

function schemaOfField(schema: Schema, value: Json, options: LiteralOptions): (name: string) => Schema {
  const shape = objectShape(concreteSchema(schema, value, options.resolver), options.resolver);
  const known = new Map(shape.properties.map((property) => [property.name, property.schema]));
  return (name) => known.get(name) ?? shape.additional ?? true;
}
