import type { Problem } from '../problems/index.js';
import type { Json, JsonObject, Schema } from '../schema/index.js';
import {
  countsFrom,
  dereference,
  fieldAt,
  get,
  getObject,
  getString,
  greatestValue,
  isFreeText,
  isObject,
  itemsOf,
  objectShape,
  optional,
  pointerToken,
  type Resolver,
  schemaTypes,
  unescapeToken,
  unwrapFully,
} from '../schema/index.js';
import type { Operation, Pagination, SentPlace } from './model.js';

/** The extension of an operation that defines its pagination. */
export const paginationExtension = 'x-pagination';

const ways = ['cursor', 'keyset', 'offset', 'page'] as const;
const forms =
  'Use `false`, or `items` and one of `cursor: { request, reply }`, `keyset: { argument: field }`, `offset` and `page`.';

/** Names of arguments that count pages; an offset counts items. */
const PAGE_NUMBER = /^page(?:[-_]?(?:number|num|no|nr|index))?$/i;

type Source = Pick<Operation, 'pointer' | 'parameters' | 'body'>;

interface Found {
  readonly place: SentPlace;
  readonly schema: Schema;
}

/** Reads `x-pagination`, or reports all its problems. */
export function readPagination(extension: Json, source: Source, reply: Schema | undefined, resolver: Resolver) {
  const problems: Problem[] = [];
  const { parameters, body } = source;
  let pagination: Pagination | undefined;
  if (!isObject(extension) || ![...ways, 'items'].some((key) => Object.hasOwn(extension, key))) {
    // Other tools have an extension of this name too.
    report('', `\`${paginationExtension}\` has another form: it is ignored.`, forms, 'warning');
  } else if (reply === undefined) {
    report('', 'An operation with pages must have exactly one successful response, which is JSON.', 'Use `false`.');
  } else pagination = read(extension, reply);
  return { ...optional('pagination', problems.length > 0 ? undefined : pagination), problems };

  function report(place: string, message: string, hint: string, severity: Problem['severity'] = 'error'): undefined {
    const pointer = `${source.pointer}/${paginationExtension}${place}`;
    problems.push({ code: 'pagination-invalid', severity, message, pointer, hint });
  }

  function read(object: JsonObject, page: Schema): Pagination | undefined {
    const kinds = ways.filter((key) => Object.hasOwn(object, key));
    const [kind] = kinds;
    const allowed = new Set(['items', ...kinds, ...(kind === 'cursor' ? [] : ['limit'])]);
    for (const key of Object.keys(object)) {
      if (!allowed.has(key)) report(`/${pointerToken(key)}`, `'${key}' has no meaning here.`, forms);
    }
    if (kind === undefined || kinds.length > 1) {
      return report('', 'It must define exactly one kind of pagination.', forms);
    }
    const items = readItems(object, page);
    const order = readOrder(kind, object, page, items?.item ?? true);
    return items && order && { items: items.path, order };
  }

  function readItems(object: JsonObject, page: Schema) {
    const given = getString(object, 'items');
    const path = given === '' ? [] : tokens(given);
    const list = path && fieldAt(page, path, resolver);
    if (path && list !== undefined && schemaTypes(list, resolver).includes('array')) {
      return { path, item: itemsOf(dereference(list, resolver) ?? true) };
    }
    const hint = `Use the field of the response with the items: ${fieldNames(page)}.`;
    return report('/items', `${JSON.stringify(get(object, 'items') ?? null)} is not an array in the response.`, hint);
  }

  function readOrder(
    kind: (typeof ways)[number],
    object: JsonObject,
    page: Schema,
    item: Schema,
  ): Pagination['order'] | undefined {
    if (kind === 'cursor') return readCursor(getObject(object, kind), page);
    const limit = Object.hasOwn(object, 'limit') ? findSent(get(object, 'limit'), '/limit') : find(['limit']);
    const given = optional('limit', limit?.place);
    if (kind === 'keyset') return readKeyset(getObject(object, kind), item, given);
    return readNumber(kind, get(object, kind), given);
  }

  function readNumber(
    kind: 'offset' | 'page',
    path: Json | undefined,
    limit: { readonly limit?: SentPlace },
  ): Pagination['order'] | undefined {
    const sent = findSent(path, `/${kind}`);
    if (sent === undefined) return undefined;
    const { place, schema } = sent;
    const first = countsFrom(schema, resolver);
    const most = greatestValue(schema, resolver);
    const order = { kind: 'offset', sent: place, ...limit, ...optional('most', most) } as const;
    if (kind === 'page') return { ...order, first: first ?? 1 };
    const name = place.path.at(-1) ?? place.parameter?.name ?? '';
    if (!PAGE_NUMBER.test(name) && first !== 1) return order;
    const message = `${JSON.stringify(path)} is the number of a page; an offset is a number of items.`;
    return report('/offset', message, 'Use `page` instead of `offset`.');
  }

  function readCursor(cursor: JsonObject | undefined, page: Schema): Pagination['order'] | undefined {
    const sent = findSent(get(cursor, 'request'), '/cursor/request');
    const replied = tokens(getString(cursor, 'reply'));
    const field = replied && fieldAt(page, replied, resolver);
    if (replied && field !== undefined) {
      const name = sent?.place.parameter?.name;
      const isLink =
        schemaTypes(field, resolver).includes('string') && !isFreeText(unwrapFully(field, resolver).schema, resolver);
      return sent && { kind: 'cursor', sent: sent.place, replied, ...optional('link', isLink ? name : undefined) };
    }
    const hint = `Use the field of the response with the cursor of the next page: ${fieldNames(page)}.`;
    return report('/cursor/reply', '`reply` is not a field of the response.', hint);
  }

  function readKeyset(
    keyset: JsonObject | undefined,
    item: Schema,
    limit: { readonly limit?: SentPlace },
  ): Pagination['order'] | undefined {
    const entries = Object.entries(keyset ?? {});
    if (entries.length === 0) return report('/keyset', '`keyset` contains no argument.', forms);
    const fields = entries.flatMap(([argument, value]) => {
      const place = `/keyset/${pointerToken(argument)}`;
      const field = typeof value === 'string' ? tokens(value) : undefined;
      const sent = findSent(argument, place);
      if (field && fieldAt(item, field, resolver) !== undefined) return sent ? [{ sent: sent.place, field }] : [];
      report(
        place,
        `${JSON.stringify(value)} is not a field of an item.`,
        `Use a field of an item: ${fieldNames(item)}.`,
      );
      return [];
    });
    return { kind: 'keyset', fields, ...limit };
  }

  function findSent(path: Json | undefined, place: string): Found | undefined {
    const found = typeof path === 'string' ? find(tokens(path) ?? []) : undefined;
    if (found) return found;
    const fields = body ? objectShape(body.schema, resolver).properties : [];
    const names = [...parameters, ...fields].map(({ name }) => `'${name}'`).join(', ');
    const hint = `Use the name of a parameter or of a field of the body, followed by a slash for nested fields: ${names || 'there is none'}.`;
    return report(place, `${JSON.stringify(path ?? null)} is not an argument of the operation.`, hint);
  }

  /** Finds a parameter, of the query if several share the name, otherwise a field of the body; then the nested field. */
  function find(path: readonly string[]): Found | undefined {
    const [first, ...below] = path;
    const named = parameters.filter(({ name }) => name === first);
    const parameter = named.find((candidate) => candidate.in === 'query') ?? named[0];
    const place = parameter ? { parameter, path: below } : { path };
    const root = parameter ? parameter.schema : path.length > 0 ? body?.schema : undefined;
    const schema = fieldAt(root, place.path, resolver);
    return schema === undefined ? undefined : { place, schema };
  }

  function fieldNames(schema: Schema): string {
    const names = objectShape(schema, resolver).properties.map(({ name }) => `'${name}'`);
    return names.length === 0 ? 'it has none' : names.join(', ');
  }
}

/** Names joined by `/`, escaped as in a JSON pointer (RFC 6901). */
function tokens(path: string | undefined): readonly string[] | undefined {
  return path === undefined || path === '' ? undefined : path.split('/').map(unescapeToken);
}
