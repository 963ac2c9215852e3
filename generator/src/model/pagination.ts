import type { Json, Property, Schema } from '../schema/index.js';
import {
  isFreeText,
  itemsOf,
  objectShape,
  optional,
  type Resolver,
  schemaTypes,
  unwrapFully,
} from '../schema/index.js';
import type { Operation, Pagination, Parameter, SentPlace } from './model.js';
import { readPagination } from './pagination-extension.js';
import { successResponses } from './results.js';

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
  ['startcursor', ['nextcursor']],
  ['after', ['nextcursor', 'endcursor', 'lastid']],
  ['afterid', ['lastid']],
  ['page', ['nextpage', 'nextpagetoken']],
  ['continue', ['continue']],
]);

/** Parameters whose value for the next page is in the query of a link to it, the least common first. */
const linkNames = 'cursor pagecursor pagetoken after pageafter page pagenumber offset pageoffset skip start'.split(' ');
const linkHolder = /^(links|meta|paging|pagination)*(next)?$/;
const nextLink = /^(links|meta|paging|pagination|odata)*next(page)?(link|ur[il]|href)?$/;

/** Names that may mean something else in an object beside the items: an address, the cursor of this page. */
const ambiguous: ReadonlySet<string> = new Set(['next', 'nextpage', 'cursor']);

/**
 * Determines the pagination of an operation: from `x-pagination`, otherwise by a cursor in response and request, if the response
 * contains exactly one array, or one of objects.
 */
export function buildPagination(source: PagedSource, extension: Json | undefined, resolver: Resolver) {
  if (extension === false) return { problems: [] };
  const reply = pageSchema(source);
  if (extension !== undefined) return readPagination(extension, source, reply, resolver);
  return { ...optional('pagination', reply === undefined ? undefined : detect(source, reply, resolver)), problems: [] };
}

/** The schema of the only possible response of a call. */
function pageSchema(source: PagedSource): Schema | undefined {
  const [only, ...others] = successResponses(source);
  return others.length === 0 && only?.kind === 'json' && !only.stream ? only.schema : undefined;
}

function detect(source: PagedSource, reply: Schema, resolver: Resolver): Pagination | undefined {
  const { properties } = objectShape(reply, resolver);
  const lists = properties.filter(({ schema }) => typesOf(schema, resolver).includes('array'));
  // Beside its items, a response may list names or warnings.
  const ofObjects = lists.filter(({ schema }) =>
    typesOf(itemsOf(withoutNull(schema, resolver)), resolver).includes('object'),
  );
  const [list, ...others] = lists.length > 1 ? ofObjects : lists;
  if (list === undefined || others.length > 0) return undefined;
  const nested = properties.flatMap(({ name, schema }) => {
    const fields = cursorsIn(objectShape(withoutNull(schema, resolver), resolver).properties, resolver);
    return fields.flatMap(([spelling, field]) => (ambiguous.has(spelling) ? [] : [[spelling, [name, field]] as const]));
  });
  const own = cursorsIn(properties, resolver).map(([spelling, name]) => [spelling, [name]] as const);
  const replied = new Map<string, readonly string[]>([...nested, ...own]);
  for (const [name, sent] of sentFields(source, resolver)) {
    const wanted = cursorNames.get(inOneSpelling(name))?.find((candidate) => replied.has(candidate));
    const cursor = wanted === undefined ? undefined : replied.get(wanted);
    if (cursor !== undefined) return { items: [list.name], order: { kind: 'cursor', sent, replied: cursor } };
  }
  const address = linkPath(properties, resolver);
  const [parameter] = linkNames.flatMap((name) =>
    source.parameters.filter((one) => isNumberOrText(one, name, resolver)),
  );
  if (address === undefined || parameter === undefined) return undefined;
  const order = { kind: 'cursor', sent: { parameter, path: [] }, replied: address, link: parameter.name } as const;
  return { items: [list.name], order };
}

/** The field of a response with the URL of the next page, such as `next`, `links/next` and `_links/next/href`. */
function linkPath(properties: readonly Property[], resolver: Resolver, above = ''): readonly string[] | undefined {
  for (const { name, schema } of properties) {
    const spelling = above + inOneSpelling(name);
    const types = typesOf(schema, resolver);
    const isUrl = /link|ur[il]|href/.test(spelling) || !isCursor(schema, resolver);
    if (types.includes('string') && isUrl && nextLink.test(spelling)) return [name];
    const { properties: inner } = objectShape(withoutNull(schema, resolver), resolver);
    const below = types.includes('object') && linkHolder.test(spelling) && linkPath(inner, resolver, spelling);
    if (below) return [name, ...below];
  }
  return undefined;
}

function isNumberOrText({ in: place, name, schema }: Parameter, wanted: string, resolver: Resolver): boolean {
  const types = typesOf(schema, resolver);
  const isFitting = types.every((type) => ['string', 'integer', 'number'].includes(type));
  return place === 'query' && inOneSpelling(name) === wanted && isFitting;
}

/** The strings among the fields of an object: their names in one spelling, and as they are. */
function cursorsIn(properties: readonly Property[], resolver: Resolver): (readonly [string, string])[] {
  const cursors = properties.filter(({ schema }) => isCursor(schema, resolver));
  return cursors.map(({ name }) => [inOneSpelling(name), name]);
}

function typesOf(schema: Schema, resolver: Resolver): readonly string[] {
  return schemaTypes(withoutNull(schema, resolver), resolver);
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
  return unwrapFully(schema, resolver).schema;
}

function isCursor(schema: Schema, resolver: Resolver): boolean {
  return isFreeText(withoutNull(schema, resolver), resolver);
}

function inOneSpelling(name: string): string {
  return name.toLowerCase().replace(/[_\-.@[\]]/g, '');
}
