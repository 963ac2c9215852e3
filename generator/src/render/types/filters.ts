import type { FilterDialect } from '../../addons/index.js';
import { bodiesOf } from '../../model/bodies.js';
import type { Model } from '../../model/model.js';
import type { Names, TypeName } from '../../naming/index.js';
import type { Json, JsonObject } from '../../schema/index.js';
import {
  getArray,
  getObject,
  getString,
  namedReference,
  pointerToken,
  reach,
  subschemas,
  withoutTargets,
} from '../../schema/index.js';
import { comment, propertyKey, stringLiteral } from '../encode.js';
import type { Declaration } from './declarations.js';

export interface FilterField {
  readonly name: string;
  /** The TypeScript type of the field's values, if known. */
  readonly type: string | undefined;
  readonly operators: readonly string[];
}

/** A schema whose type is a separate filter. */
export interface Filter {
  /** The key used by references to it. */
  readonly key: string;
  readonly name: TypeName;
  readonly description: string;
  readonly fields: readonly FilterField[];
}

export interface Filters {
  readonly bySchema: ReadonlyMap<Json, Filter>;
  readonly declarations: readonly Declaration[];
}

/** Finds all filters of the spec and writes their types; undefined if there are none. */
export function buildFilters(model: Model, names: Names): Filters {
  const bySchema = new Map<Json, Filter>();
  const dialect = model.hooks.filters;
  if (dialect === undefined) return { bySchema, declarations: [] };
  const isFilter = (schema: Json): schema is JsonObject => getObject(schema, dialect.extension) !== undefined;
  for (const { name: key, schema } of model.schemas) {
    const name = names.schema(key);
    if (name && isFilter(schema)) bySchema.set(schema, filterOf(schema, key, name, dialect));
  }
  for (const [ref, schema] of placesOf(model, isFilter)) {
    if (bySchema.has(schema)) continue;
    bySchema.set(schema, filterOf(schema, `filter:${bySchema.size}`, names.unnamed(ref), dialect));
  }
  const filters = [...bySchema.values()];
  if (filters.length === 0) return { bySchema, declarations: [] };
  const helpers = helperDeclarations(filters, names, dialect);
  return { bySchema, declarations: [...helpers.declarations, ...filters.map((filter) => helpers.declare(filter))] };
}

/** The fields of named schemas by their references, then all other schemas by operation. */
function* placesOf(
  model: Model,
  isFilter: (schema: Json) => schema is JsonObject,
): Iterable<readonly [ref: string, schema: JsonObject]> {
  for (const { name, schema } of model.schemas) {
    for (const { field, schema: property } of subschemas(schema)) {
      if (field !== undefined && isFilter(property)) yield [`${namedReference(name)}/${pointerToken(field)}`, property];
    }
  }
  for (const { name, schema } of model.schemas) {
    for (const found of within([schema])) if (isFilter(found)) yield [`#/${pointerToken(name)}/filter`, found];
  }
  for (const operation of model.operations) {
    const roots = [...operation.parameters, ...bodiesOf(operation)].map(({ schema }) => schema);
    for (const found of within(roots)) if (isFilter(found)) yield [`#/${pointerToken(operation.id)}/filter`, found];
  }
}

/** The schemas inside some schemas, without targets of references. */
function within(roots: readonly Json[]): Iterable<JsonObject> {
  return reach(roots, withoutTargets);
}

function filterOf(schema: JsonObject, key: string, name: TypeName, dialect: FilterDialect): Filter {
  const fields = Object.entries(getObject(schema, dialect.extension) ?? {}).map(([field, value]): FilterField => {
    const operators = getArray(value, 'operators').filter((operator) => typeof operator === 'string');
    return { name: field, type: dialect.types.get(getString(value, 'type') ?? ''), operators };
  });
  return { key, name, description: getString(schema, 'description') ?? '', fields };
}

/** The types that all filters share, and the function that writes a filter with them. */
function helperDeclarations(
  filters: readonly Filter[],
  names: Names,
  dialect: FilterDialect,
): { readonly declarations: readonly Declaration[]; readonly declare: (filter: Filter) => Declaration } {
  const take = (name: string): TypeName => names.unnamed(`#/${name}`);
  const operandNames = take('FilterOperands');
  const operators = take('FilterOperators');
  const custom = take('CustomFilter');
  const customFields = take('CustomFilters');
  const beginning = take('CustomFieldBeginning');
  const used = new Set(filters.flatMap(({ fields }) => fields.flatMap((field) => field.operators)));
  const members = [...used]
    .sort()
    .map((operator) => `  ${propertyKey(operator)}: ${dialect.operands.get(operator) ?? 'unknown'};\n`);
  const characters = [...'abcdefghijklmnopqrstuvwxyz0123456789_'].map((character) => `'${character}'`).join(' | ');
  const declaration = (name: TypeName, about: string, text: string): Declaration => {
    return { name, text: `/** ${about} */\nexport ${text}`, mentions: [] };
  };
  const declarations = [
    declaration(
      operandNames,
      'The operand of each operator of a filter for a field of type `Value`.',
      `interface ${operandNames.local}<Value> {\n${members.join('')}}`,
    ),
    declaration(
      operators,
      'Conditions for a field of type `Value`, with only these `Operators`.',
      `type ${operators.local}<Value, Operators extends keyof ${operandNames.local}<Value>> = {
  [Operator in Operators]?: ${operandNames.local}<Value>[Operator];
};`,
    ),
    declaration(
      custom,
      'Conditions for a field that is not in the spec: a value, or any operators.',
      `type ${custom.local} =
  | string
  | number
  | boolean
  | Date
  | null
  | readonly unknown[]
  | { readonly [Operator in \`$\${string}\`]?: unknown };`,
    ),
    declaration(
      customFields,
      'Fields that are not in the spec. Their names do not start with `$`, so that misspelt operators are errors.',
      `interface ${customFields.local} {
  [field: \`\${${beginning.local} | Uppercase<${beginning.local}>}\${string}\`]: ${custom.local} | undefined;
}`,
    ),
    declaration(
      beginning,
      'First characters of the names of such fields, in either case.',
      `type ${beginning.local} = ${characters};`,
    ),
  ];
  const declare = ({ name, description, fields }: Filter): Declaration => {
    const lines = [
      ...dialect.joins
        .filter(([operator]) => !fields.some((field) => field.name === operator))
        .map(([operator, meaning]) => `${comment([meaning], '  ')}  ${operator}?: readonly ${name.local}[];\n`),
      // Members of every object, such as `toString`, cannot be fields of another type: they stay custom.
      ...fields
        .filter((field) => field.name === '__proto__' || !(field.name in Object.prototype))
        .map(
          (field) =>
            `  ${propertyKey(field.name)}?: ${fieldType(field, dialect.equality, operators.local, custom.local)};\n`,
        ),
    ];
    const head = `${comment([description], '')}export interface ${name.local} extends ${customFields.local} {\n`;
    return { name, text: `${head}${lines.join('')}}`, mentions: [] };
  };
  return { declarations, declare };
}

/** If the field supports the equality operator, a plain value is short for it. */
function fieldType(
  { type, operators }: FilterField,
  equality: string,
  operatorsName: string,
  customName: string,
): string {
  if (type === undefined || operators.length === 0) return customName;
  const asked = `${operatorsName}<${type}, ${operators.map(stringLiteral).join(' | ')}>`;
  return operators.includes(equality) ? `${type} | ${asked}` : asked;
}
