import { get, getArray, getNumber, isSchema, type Schema, schemaAt, schemasAt } from './json.js';

/** The schema of an array's item: `prefixItems` by position, then `items`; `true` where neither describes it. */
export function itemSchemaAt(schema: Schema, index: number): Schema {
  const item = getArray(schema, 'prefixItems')[index] ?? get(schema, 'items');
  return isSchema(item) ? item : true;
}

/** The schemas of the first items, one for each place. */
export function tupleItems(schema: Schema): readonly Schema[] {
  return schemasAt(schema, 'prefixItems');
}

/** A list with a schema for each place. */
export interface Tuple {
  readonly items: readonly Schema[];
  /** How many items a list has at least. */
  readonly least: number;
  /** The schema of the items behind; `false` where there are none. */
  readonly rest: Schema;
}

export function tupleOf(schema: Schema): Tuple | undefined {
  const items = schemasAt(schema, 'prefixItems');
  if (items.length === 0) return undefined;
  const longest = getNumber(schema, 'maxItems') ?? Number.POSITIVE_INFINITY;
  const rest = schemaAt(schema, 'items') ?? schemaAt(schema, 'unevaluatedItems') ?? true;
  return {
    items: items.slice(0, longest),
    least: Math.min(getNumber(schema, 'minItems') ?? 0, items.length),
    rest: longest > items.length ? rest : false,
  };
}

/** The schema of the items that have no place in `prefixItems`; `true` where there is none. */
export function itemsOf(schema: Schema): Schema {
  return itemSchemaAt(schema, Number.POSITIVE_INFINITY);
}
