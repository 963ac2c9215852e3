import type { Property, Schema } from '../../schema/index.js';
import {
  branchesOf,
  dereference,
  get,
  getString,
  hasBranches,
  isHidden,
  isNullSchema,
  itemsOf,
  objectShape,
  typesAt,
} from '../../schema/index.js';
import { codeSpan } from '../encode.js';
import { boundsOf } from '../types/comments.js';
import type { RowView } from '../views/index.js';
import { type DisplayContext, displayType } from './display-type.js';

/** Maximum number of rows below one argument; deeper fields are on the pages of their types. */
const MOST_ROWS = 40;

/** @param own facts of the argument itself, before those of its schema. */
export function propertyRow(
  { name, schema, required }: Property,
  display: DisplayContext,
  own: { readonly description?: string | undefined; readonly deprecated?: boolean } = {},
): RowView {
  const target = dereference(schema, display.resolver) ?? schema;
  const text = own.description ?? getString(schema, 'description') ?? getString(target, 'description') ?? '';
  const isDeprecated = own.deprecated === true || get(schema, 'deprecated') === true;
  // Facts that the type does not show.
  const isObject = typeof schema === 'object' && typeof target === 'object';
  const bounds = isObject ? boundsOf({ ...target, ...schema }, codeSpan) : [];
  return {
    depth: '',
    name,
    type: displayType(schema, display),
    required: required && !isHidden(schema, display.direction, display.resolver),
    description: [isDeprecated ? '**Deprecated.**' : '', text.trim(), ...bounds]
      .filter((part) => part !== '')
      .join(' '),
  };
}

interface Node {
  readonly row: RowView;
  readonly schema: Schema;
  /** The schemas around it: each is expanded once. */
  readonly around: readonly Schema[];
  children: readonly Node[];
}

/** An argument, followed by the fields of the objects, lists and maps in it, level by level up to the limit. */
export function unfoldedRows(row: RowView, schema: Schema, display: DisplayContext): readonly RowView[] {
  const root: Node = { row, schema, around: [], children: [] };
  let left = MOST_ROWS;
  let level: readonly Node[] = [root];
  while (level.length > 0) {
    const expanded = level.map((node) => [node, childrenOf(node, display)] as const);
    const next = expanded.flatMap(([, children]) => children);
    left -= next.length;
    if (left < 0) break;
    for (const [node, children] of expanded) node.children = children;
    level = next;
  }
  return rowsOf(root);
}

function rowsOf({ row, children }: Node): readonly RowView[] {
  return [row, ...children.flatMap(rowsOf)];
}

function childrenOf({ row, schema, around }: Node, display: DisplayContext): readonly Node[] {
  const found = fieldsIn(schema, display, '');
  if (found === undefined || around.includes(found.schema)) return [];
  return visible(found.properties, display)
    .map((property): Node => {
      const name = found.suffix === '' ? property.name : `${found.suffix}.${property.name}`;
      const own = { ...propertyRow(property, display), name, depth: `${row.depth}· ` };
      return { row: own, schema: property.schema, around: [...around, found.schema], children: [] };
    })
    .sort((left, right) => Number(right.row.required) - Number(left.row.required));
}

/** The visible fields of an object that may be null; of anything else none. */
export function objectFields(schema: Schema, display: DisplayContext): readonly Property[] {
  const found = fieldsIn(schema, display, '');
  return found?.suffix === '' ? visible(found.properties, display) : [];
}

/** Those of a direction; all if none is left, as in the types. */
export function visible(properties: readonly Property[], { direction, resolver }: DisplayContext) {
  const left = properties.filter(({ schema }) => !isHidden(schema, direction, resolver));
  return left.length > 0 ? left : properties;
}

/** The fields of an object, of the items of a list (`[]`) or of the values of a map (`*`); of unions nothing. */
function fieldsIn(
  schema: Schema,
  display: DisplayContext,
  suffix: string,
): { readonly properties: readonly Property[]; readonly schema: Schema; readonly suffix: string } | undefined {
  const target = dereference(schema, display.resolver);
  if (typeof target !== 'object' || suffix.length > 6) return undefined;
  const branches = branchesOf(target);
  const [only, ...others] = branches.filter((branch) => !isNullSchema(branch));
  if (only !== undefined) return others.length > 0 ? undefined : fieldsIn(only, display, suffix);
  if (typesAt(target)?.includes('array')) return fieldsIn(itemsOf(target), display, `${suffix}[]`);
  if (hasBranches(target, display.resolver)) return undefined;
  const { properties, additional } = objectShape(target, display.resolver);
  if (properties.length > 0) return { properties, schema: target, suffix };
  return additional === undefined ? undefined : fieldsIn(additional, display, `${suffix}*`);
}
