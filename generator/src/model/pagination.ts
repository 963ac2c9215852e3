import type { Json, Property, Schema } from '../schema/index.js';
import {
  countsFrom,
  greatestValue,
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
/** Parameters with a number of items to skip, with the number of a page, and with the size of a page. */
const offsetNames = ['offset', 'skip', 'pageoffset'];
const pageNames = ['page', 'pagenumber', 'pageno', 'pageindex'];
const limitNames = 'limit perpage pagesize pagelimit size count take maxresults itemsperpage'.split(' ');
const numbers = ['integer', 'number'];
const linkHolder = /^(links|meta|paging|pagination)*(next)?$/;
const nextLink = /^(links|meta|paging|pagination|odata)*next(page)?(link|ur[il]|href)?$/;

/** Arrays of objects that are not the items of a page. */
const reports = /^(errors|warnings|included)$/i;

/** Names that may mean something else in an object beside the items: an address, the cursor of this page. */
const ambiguous: ReadonlySet<string> = new Set(['next', 'nextpage', 'cursor']);

/**
 * Determines the pagination of an operation: from `x-pagination`, otherwise by a cursor in response and request, if the response
 * contains exactly one array, or one of objects, or by what the request accepts.
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
  if (schemaTypes(reply, resolver).join() === 'array') {
    const order = orderOf(source, itemsOf(withoutNull(reply, resolver)), resolver);
    return order && { items: [], order };
  }
  const { properties } = objectShape(reply, resolver);
  const lists = properties.filter(
    ({ name, schema }) => !reports.test(name) && typesOf(schema, resolver).includes('array'),
  );
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
  const parameter = inQuery(source, linkNames, ['string', ...numbers], resolver);
  const order =
    address !== undefined && parameter !== undefined
      ? ({ kind: 'cursor', sent: { parameter, path: [] }, replied: address, link: parameter.name } as const)
      : orderOf(source, itemsOf(withoutNull(list.schema, resolver)), resolver);
  return order && { items: [list.name], order };
}

/**
 * Pages that only the request determines: by the last item, an offset, or a number, if it is known which is the first. The request
 * must also have the size of a page: `page` alone may be that of a book.
 */
function orderOf(source: PagedSource, item: Schema, resolver: Resolver): Pagination['order'] | undefined {
  const size = inQuery(source, limitNames, numbers, resolver);
  if (size === undefined) return undefined;
  // Without a documented maximum, the service may return fewer items than requested before the last page, too.
  const limit = greatestValue(size.schema, resolver) === undefined ? {} : { limit: { parameter: size, path: [] } };
  const after = inQuery(source, ['startingafter'], ['string'], resolver);
  if (after && objectShape(item, resolver).properties.some(({ name }) => name === 'id')) {
    return { kind: 'keyset', fields: [{ sent: { parameter: after, path: [] }, field: ['id'] }], ...limit };
  }
  const offset = inQuery(source, offsetNames, numbers, resolver);
  const parameter = offset ?? inQuery(source, pageNames, numbers, resolver);
  const first = parameter && countsFrom(parameter.schema, resolver);
  if (parameter === undefined || (offset ? first === 1 : first === undefined)) return undefined;
  const most = optional('most', greatestValue(parameter.schema, resolver));
  const number = optional('first', offset ? undefined : first);
  return { kind: 'offset', sent: { parameter, path: [] }, ...number, ...limit, ...most };
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

/** The first query parameter of these types, in the order of the names. */
function inQuery(
  { parameters }: PagedSource,
  names: readonly string[],
  types: readonly string[],
  resolver: Resolver,
): Parameter | undefined {
  const [found] = names.flatMap((wanted) =>
    parameters.filter(
      ({ in: place, name, schema }) =>
        place === 'query' &&
        inOneSpelling(name) === wanted &&
        typesOf(schema, resolver).every((type) => types.includes(type)),
    ),
  );
  return found;
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
