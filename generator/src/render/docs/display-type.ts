import type { Names } from '../../naming/index.js';
import type { Schema } from '../../schema/index.js';
import {
  get,
  getArray,
  getString,
  isArray,
  isBinarySchema,
  isDateTime,
  isSchema,
  type Resolver,
} from '../../schema/index.js';
import { cellSpan } from '../encode.js';

/** A piece of a type's text; `link` names an exported type with a section of its own. */
interface Piece {
  readonly text: string;
  readonly link?: string;
}

export interface DisplayContext {
  readonly names: Names;
  readonly resolver: Resolver;
  /** The address of a type's section, by its exported name. */
  readonly address: (typeName: string) => string;
}

/** A type as documentation shows it: TypeScript in code spans, names of types as links. Safe inside a table. */
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

function pieces(schema: Schema, context: DisplayContext, depth: number): Piece[] {
  if (typeof schema === 'boolean' || depth > 6) return [{ text: 'unknown' }];
  const ref = getString(schema, '$ref');
  if (ref !== undefined) return referencePieces(ref, context, depth);
  if (isDateTime(schema)) return withNull([{ text: 'Date' }], schema);
  if (isBinarySchema(schema))
    return [{ text: context.names.upload.exported, link: context.address(context.names.upload.exported) }];
  const constant = get(schema, 'const');
  if (constant !== undefined) return [{ text: JSON.stringify(constant) }];
  const list = getArray(schema, 'enum');
  if (list.length > 0) return [{ text: list.map((item) => JSON.stringify(item)).join(' | ') }];
  const alternatives = [...getArray(schema, 'oneOf'), ...getArray(schema, 'anyOf')].filter(isSchema);
  if (alternatives.length > 0)
    return join(
      alternatives.map((part) => pieces(part, context, depth + 1)),
      ' | ',
    );
  const all = getArray(schema, 'allOf').filter(isSchema);
  if (all.length > 0)
    return join(
      all.map((part) => pieces(part, context, depth + 1)),
      ' & ',
    );
  const type = get(schema, 'type');
  const types = isArray(type)
    ? type.filter((item) => typeof item === 'string')
    : typeof type === 'string'
      ? [type]
      : [];
  if (types.length === 0) return [{ text: 'unknown' }];
  return join(
    types.map((one) => typePieces(one, schema, context, depth)),
    ' | ',
  );
}

function typePieces(type: string, schema: Exclude<Schema, boolean>, context: DisplayContext, depth: number): Piece[] {
  if (type === 'array') {
    const items = get(schema, 'items');
    const inner = isSchema(items) ? pieces(items, context, depth + 1) : [{ text: 'unknown' }];
    const composed = inner.some((piece) => / [|&] /.test(piece.text));
    return composed ? [{ text: '(' }, ...inner, { text: ')[]' }] : [...inner, { text: '[]' }];
  }
  if (type === 'object') {
    const additional = get(schema, 'additionalProperties');
    if (Object.hasOwn(schema, 'properties')) return [{ text: 'object' }];
    const inner = isSchema(additional) ? pieces(additional, context, depth + 1) : [{ text: 'unknown' }];
    return [{ text: 'Record<string, ' }, ...inner, { text: '>' }];
  }
  return [{ text: type === 'integer' ? 'number' : type }];
}

/** The name of a named schema; what any other one is. */
function referencePieces(ref: string, context: DisplayContext, depth: number): Piece[] {
  const key = /^#\/components\/schemas\/([^/]+)$/.exec(ref)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
  const name = key === undefined ? undefined : context.names.schema(key)?.exported;
  return name === undefined
    ? pieces(context.resolver.resolve(ref) ?? true, context, depth + 1)
    : [{ text: name, link: context.address(name) }];
}

function withNull(inner: Piece[], schema: Exclude<Schema, boolean>): Piece[] {
  const type = get(schema, 'type');
  return isArray(type) && type.includes('null') ? [...inner, { text: ' | null' }] : inner;
}

function join(parts: readonly Piece[][], separator: string): Piece[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: separator }, ...part]));
}
