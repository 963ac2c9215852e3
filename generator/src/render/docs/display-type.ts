import type { Names, TypeName } from '../../naming/index.js';
import type { Direction, Json, Schema } from '../../schema/index.js';
import {
  branchesOf,
  get,
  getString,
  isBinarySchema,
  isDateTime,
  isSchema,
  listedValues,
  placesOf,
  type Resolver,
  referencedName,
  schemasAt,
  tupleOf,
  typesAt,
} from '../../schema/index.js';
import { cellSpan } from '../encode.js';

/** A piece of a type's text; `link` is an exported type with its own section. */
interface Piece {
  readonly text: string;
  readonly link?: string;
}

export interface DisplayContext {
  readonly names: Names;
  readonly resolver: Resolver;
  /** The URL of a type's section, by its exported name. */
  readonly address: (typeName: string) => string;
  readonly direction: Direction;
  /** The types of named schemas in requests, where they differ from those in responses, by key. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Schemas with special types. */
  readonly filters: ReadonlyMap<Json, { readonly name: TypeName }>;
}

/** A type for documentation: TypeScript in code spans, names of types as links. Safe inside a table. */
export function displayType(schema: Schema, context: DisplayContext): string {
  const merged: Piece[] = [];
  for (const piece of pieces(schema, context, 0)) {
    const last = merged[merged.length - 1];
    if (last && last.link === undefined && piece.link === undefined)
      merged[merged.length - 1] = { text: last.text + piece.text };
    else merged.push(piece);
  }
  return merged
    .map(({ text, link }) => {
      const span = cellSpan(text);
      return link === undefined ? span : `[${span}](${link})`;
    })
    .join('');
}

function pieces(schema: Schema, context: DisplayContext, depth: number): readonly Piece[] {
  if (typeof schema === 'boolean' || depth > 6) return [{ text: 'unknown' }];
  const below = (part: Schema): readonly Piece[] => pieces(part, context, depth + 1);
  const typeNamed = (name: string): readonly Piece[] => [{ text: name, link: context.address(name) }];
  const ref = getString(schema, '$ref');
  if (ref !== undefined) {
    const key = referencedName(ref) ?? '';
    const input = context.direction === 'request' ? context.inputs.get(key) : undefined;
    const name = input ?? context.names.schema(key)?.exported;
    return name === undefined ? below(context.resolver.resolve(ref) ?? true) : typeNamed(name);
  }
  const filter = context.filters.get(schema);
  if (filter !== undefined) return typeNamed(filter.name.exported);
  const types = typesAt(schema) ?? (tupleOf(schema) === undefined ? [] : ['array']);
  if (isDateTime(schema)) return [{ text: types.includes('null') ? 'Date | null' : 'Date' }];
  if (isBinarySchema(schema)) return typeNamed(context.names.upload.exported);
  const values = listedValues(schema);
  if (values !== undefined) return [{ text: values.map((value) => JSON.stringify(value)).join(' | ') }];
  const branches = branchesOf(schema);
  // Branches that differ only in their bounds are one type.
  const shown = new Map(branches.map(below).map((branch) => [JSON.stringify(branch), branch]));
  const union = join([...shown.values()], ' | ');
  const all = schemasAt(schema, 'allOf').map(below);
  if (branches.length > 0 || all.length > 0) {
    const own = Object.hasOwn(schema, 'properties') ? [[{ text: 'object' }]] : [];
    const parts = [...all, ...own, ...(branches.length > 0 ? [union] : [])];
    return join(parts.length > 1 ? parts.map(grouped) : parts, ' & ');
  }
  if (types.length === 0) return [{ text: 'unknown' }];
  return join(
    types.map((type) => piecesOfType(type, schema, below)),
    ' | ',
  );
}

function piecesOfType(
  type: string,
  schema: Exclude<Schema, boolean>,
  below: (part: Schema) => readonly Piece[],
): readonly Piece[] {
  if (type === 'array') {
    const list = (item: Schema): readonly Piece[] => [...grouped(below(item)), { text: '[]' }];
    const tuple = placesOf(schema);
    if (tuple === undefined) {
      const items = get(schema, 'items');
      return list(isSchema(items) ? items : true);
    }
    const places = tuple.items.map((item, index) => {
      return index < tuple.least ? below(item) : [...grouped(below(item)), { text: '?' }];
    });
    const rest = tuple.rest === false ? [] : [[{ text: '...' }, ...list(tuple.rest)]];
    return [{ text: '[' }, ...join([...places, ...rest], ', '), { text: ']' }];
  }
  if (type !== 'object') return [{ text: type === 'integer' ? 'number' : type }];
  if (Object.hasOwn(schema, 'properties')) return [{ text: 'object' }];
  const additional = get(schema, 'additionalProperties');
  return [{ text: 'Record<string, ' }, ...below(isSchema(additional) ? additional : true), { text: '>' }];
}

/** In parentheses if a following sign would apply only to the last part. */
function grouped(type: readonly Piece[]): readonly Piece[] {
  const isComposed = type.some((piece) => / [|&] /.test(piece.text));
  return isComposed ? [{ text: '(' }, ...type, { text: ')' }] : type;
}

function join(parts: readonly (readonly Piece[])[], separator: string): readonly Piece[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: separator }, ...part]));
}
