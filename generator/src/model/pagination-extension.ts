import type { Problem } from '../problems/index.js';
import type { Json, JsonObject, Schema } from '../schema/index.js';
import {
  dereference,
  get,
  getObject,
  getString,
  greatestValue,
  isObject,
  itemsOf,
  objectShape,
  optional,
  pointerToken,
  type Resolver,
  schemaTypes,
} from '../schema/index.js';
import type { Operation, Pagination, SentPlace } from './model.js';

/** The extension of an operation that says how its pages follow each other. */
export const paginationExtension = 'x-pagination';

const forms =
  'Give `false`, or `items` and one of `cursor: { request, reply }`, `keyset: { argument: field }` and `offset`.';

type Source = Pick<Operation, 'pointer' | 'parameters' | 'body'>;

interface Found {
  readonly place: SentPlace;
  readonly schema: Schema;
}

/** Reads `x-pagination`, or says everything that is wrong with it. */
export function readPagination(
  extension: Json,
  source: Source,
  reply: Schema | undefined,
  resolver: Resolver,
): { readonly pagination?: Pagination; readonly problems: readonly Problem[] } {
  const reader = new Reader(source, reply ?? true, resolver);
  if (!isObject(extension)) reader.report('', `\`${paginationExtension}\` is neither \`false\` nor an object.`, forms);
  else if (reply === undefined) {
    reader.report('', 'An operation with pages has exactly one successful reply, and that is JSON.', 'Give `false`.');
  }
  const pagination = isObject(extension) && reply !== undefined ? reader.read(extension) : undefined;
  return { ...optional('pagination', reader.problems.length > 0 ? undefined : pagination), problems: reader.problems };
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #source: Source;
  readonly #reply: Schema;
  readonly #resolver: Resolver;

  constructor(source: Source, reply: Schema, resolver: Resolver) {
    this.#source = source;
    this.#reply = reply;
    this.#resolver = resolver;
  }

  report(place: string, message: string, hint: string): undefined {
    const pointer = `${this.#source.pointer}/${paginationExtension}${place}`;
    this.problems.push({ code: 'pagination-invalid', severity: 'error', message, pointer, hint });
  }

  read(extension: JsonObject): Pagination | undefined {
    const kinds = (['cursor', 'keyset', 'offset'] as const).filter((key) => Object.hasOwn(extension, key));
    const [kind] = kinds;
    const allowed = new Set(['items', ...kinds, ...(kind === 'cursor' ? [] : ['limit'])]);
    for (const key of Object.keys(extension)) {
      if (!allowed.has(key)) this.report(`/${pointerToken(key)}`, `'${key}' has no meaning here.`, forms);
    }
    if (kind === undefined || kinds.length > 1) {
      return this.report('', 'It must say one way in which the pages follow each other.', forms);
    }
    const items = this.#items(extension);
    const order = this.#order(kind, extension, items?.item ?? true);
    return items && order && { items: items.path, order };
  }

  #items(extension: JsonObject): { readonly path: readonly string[]; readonly item: Schema } | undefined {
    const path = tokens(getString(extension, 'items'));
    const list = path && this.#fieldAt(this.#reply, path);
    if (path && list !== undefined && schemaTypes(list, this.#resolver).includes('array')) {
      return { path, item: itemsOf(dereference(list, this.#resolver) ?? true) };
    }
    const hint = `Give the field of the reply that holds the items: ${this.#fieldNames(this.#reply)}.`;
    const given = JSON.stringify(get(extension, 'items') ?? null);
    return this.report('/items', `${given} is no list of the reply.`, hint);
  }

  #order(kind: 'cursor' | 'keyset' | 'offset', extension: JsonObject, item: Schema): Pagination['order'] | undefined {
    if (kind === 'cursor') return this.#cursor(getObject(extension, kind));
    const limit = Object.hasOwn(extension, 'limit') ? this.#sent(get(extension, 'limit'), '/limit') : this.#ownLimit();
    if (kind === 'keyset') return this.#keyset(getObject(extension, kind), item, limit);
    const offset = this.#sent(get(extension, kind), '/offset');
    const most = offset && greatestValue(offset.schema, this.#resolver);
    return (
      offset && {
        kind,
        sent: offset.place,
        ...optional('limit', limit?.place),
        ...optional('most', typeof most === 'number' ? most : undefined),
      }
    );
  }

  #cursor(cursor: JsonObject | undefined): Pagination['order'] | undefined {
    const sent = this.#sent(get(cursor, 'request'), '/cursor/request');
    const replied = tokens(getString(cursor, 'reply'));
    if (!replied || this.#fieldAt(this.#reply, replied) === undefined) {
      const hint = `Give the field of the reply that holds the next page's cursor: ${this.#fieldNames(this.#reply)}.`;
      return this.report('/cursor/reply', '`reply` is no field of the reply.', hint);
    }
    return sent && { kind: 'cursor', sent: sent.place, replied };
  }

  #keyset(keyset: JsonObject | undefined, item: Schema, limit: Found | undefined): Pagination['order'] | undefined {
    const entries = Object.entries(keyset ?? {});
    if (entries.length === 0) return this.report('/keyset', '`keyset` names no argument.', forms);
    const fields = entries.map(([argument, value]) => {
      const place = `/keyset/${pointerToken(argument)}`;
      const field = typeof value === 'string' ? tokens(value) : undefined;
      const sent = this.#sent(argument, place);
      if (field && this.#fieldAt(item, field) !== undefined) return sent && { sent: sent.place, field };
      const hint = `Give a field of an item: ${this.#fieldNames(item)}.`;
      return this.report(place, `${JSON.stringify(value)} is no field of an item.`, hint);
    });
    const known = fields.filter((field) => field !== undefined);
    return known.length < fields.length
      ? undefined
      : { kind: 'keyset', fields: known, ...optional('limit', limit?.place) };
  }

  #ownLimit(): Found | undefined {
    return this.#find(['limit']);
  }

  #sent(path: Json | undefined, place: string): Found | undefined {
    const found = typeof path === 'string' ? this.#find(tokens(path) ?? []) : undefined;
    if (found) return found;
    const { parameters, body } = this.#source;
    const fields = body ? objectShape(body.schema, this.#resolver).properties : [];
    const names = [...parameters, ...fields].map(({ name }) => `'${name}'`).join(', ');
    const hint = `Give the name of a parameter or of a field of the body, and what is below it after a slash: ${names || 'there is none'}.`;
    return this.report(place, `${JSON.stringify(path ?? null)} is no argument of the operation.`, hint);
  }

  /** A parameter, of the query where several share the name, else a field of the body; then what is below it. */
  #find(path: readonly string[]): Found | undefined {
    const { parameters, body } = this.#source;
    const [first, ...below] = path;
    const named = parameters.filter(({ name }) => name === first);
    const parameter = named.find((candidate) => candidate.in === 'query') ?? named[0];
    const schema = parameter
      ? this.#fieldAt(parameter.schema, below)
      : body && path.length > 0
        ? this.#fieldAt(body.schema, path)
        : undefined;
    if (schema === undefined) return undefined;
    return { place: parameter ? { parameter, path: below } : { path }, schema };
  }

  #fieldAt(schema: Schema, path: readonly string[]): Schema | undefined {
    let found: Schema | undefined = schema;
    for (const token of path) {
      if (found === undefined) return undefined;
      found = objectShape(found, this.#resolver).properties.find(({ name }) => name === token)?.schema;
    }
    return found;
  }

  #fieldNames(schema: Schema): string {
    const names = objectShape(schema, this.#resolver).properties.map(({ name }) => `'${name}'`);
    return names.length === 0 ? 'it has none' : names.join(', ');
  }
}

/** Names joined by `/`, escaped as in a JSON pointer (RFC 6901). */
function tokens(path: string | undefined): readonly string[] | undefined {
  if (path === undefined || path === '') return undefined;
  return path.split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
