import type { Json, Schema } from '../schema/index.js';
import {
  isFreeText,
  objectShape,
  optional,
  type Resolver,
  schemaTypes,
  unwrap,
  unwrapReferences,
} from '../schema/index.js';
import type { Operation, Pagination, SentPlace } from './model.js';
import { readPagination } from './pagination-extension.js';

/** The parts of an operation that pagination is detected from. */
export type PagedSource = Pick<Operation, 'pointer' | 'parameters' | 'body' | 'responses'>;

/** Names of a cursor in a request (normalised) -> names in its response. */
const cursorNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['next', ['next', 'nextcursor', 'nextpage', 'nexttoken']],
  ['cursor', ['nextcursor', 'next', 'cursor']],
  ['nextcursor', ['nextcursor']],
  ['pagecursor', ['nextpagecursor', 'nextcursor']],
  ['pagetoken', ['nextpagetoken', 'nexttoken']],
  ['nextpagetoken', ['nextpagetoken']],
  ['nexttoken', ['nexttoken']],
  ['paginationtoken', ['nextpaginationtoken', 'paginationtoken', 'nexttoken']],
  ['continuationtoken', ['nextcontinuationtoken', 'continuationtoken']],
  ['continuation', ['continuation', 'nextcontinuation']],
  ['marker', ['nextmarker']],
]);

/**
 * Determines the pagination of an operation: from `x-pagination`, otherwise by a cursor in response and request, if the response
 * contains exactly one array.
 */
export function buildPagination(source: PagedSource, extension: Json | undefined, resolver: Resolver) {
  if (extension === false) return { problems: [] };
  const reply = pageSchema(source);
  if (extension !== undefined) return readPagination(extension, source, reply, resolver);
  return { ...optional('pagination', reply === undefined ? undefined : detect(source, reply, resolver)), problems: [] };
}

/** The schema of the only possible response of a call. */
function pageSchema({ responses }: PagedSource): Schema | undefined {
  const [only, ...others] = responses.filter(({ success }) => success);
  return others.length === 0 && only?.kind === 'json' && !only.stream ? only.schema : undefined;
}

function detect(source: PagedSource, reply: Schema, resolver: Resolver): Pagination | undefined {
  const { properties } = objectShape(reply, resolver);
  const lists = properties.filter(({ schema }) =>
    schemaTypes(withoutNull(schema, resolver), resolver).includes('array'),
  );
  const [list] = lists;
  if (list === undefined || lists.length > 1) return undefined;
  const replied = new Map(
    properties.filter(({ schema }) => isCursor(schema, resolver)).map(({ name }) => [inOneSpelling(name), name]),
  );
  for (const [name, sent] of sentFields(source, resolver)) {
    const wanted = cursorNames.get(inOneSpelling(name))?.find((candidate) => replied.has(candidate));
    const cursor = wanted === undefined ? undefined : replied.get(wanted);
    if (cursor !== undefined) return { items: [list.name], order: { kind: 'cursor', sent, replied: [cursor] } };
  }
  return undefined;
}

/** The strings that a request accepts, by name: query parameters, then the fields of its body. */
function sentFields({ parameters, body }: PagedSource, resolver: Resolver): (readonly [string, SentPlace])[] {
  const query = parameters.filter((parameter) => parameter.in === 'query' && isCursor(parameter.schema, resolver));
  const isObject = body?.kind === 'json' || body?.kind === 'form';
  const fields = isObject ? objectShape(body.schema, resolver).properties : [];
  return [
    ...query.map((parameter) => [parameter.name, { parameter, path: [] }] as const),
    ...fields.filter(({ schema }) => isCursor(schema, resolver)).map(({ name }) => [name, { path: [name] }] as const),
  ];
}

/** Frameworks define optional values as a union with null. */
function withoutNull(schema: Schema, resolver: Resolver): Schema {
  return unwrapReferences(unwrap(schema), resolver).schema;
}

function isCursor(schema: Schema, resolver: Resolver): boolean {
  return isFreeText(withoutNull(schema, resolver), resolver);
}

function inOneSpelling(name: string): string {
  return name.toLowerCase().replace(/[_\-.]/g, '');
}
