import type { Model } from '../../model/model.js';
import type { Json, JsonObject, OpenEnums, OpenKind, Schema } from '../../schema/index.js';
import {
  get,
  getArray,
  getObject,
  getString,
  isArray,
  isBinarySchema,
  isObject,
  isSchema,
  pointerToken,
  schemaTypes,
} from '../../schema/index.js';
import { commentOf, withoutUndefined } from './comments.js';
import type { Filter } from './filters.js';
import { openKey } from './open-values.js';
import type { RequestSchemas } from './request-schemas.js';
import { fieldsRequiredElsewhere, requiredFields } from './required-fields.js';
import { inheritedTags, tagged } from './tags.js';

const schemaPrefix = '#/components/schemas/';
const knownTypes = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

/** Schemas whose types are not what openapi-typescript makes of them. */
export interface SpecialTypes {
  readonly enums: OpenEnums;
  readonly filters: ReadonlyMap<Json, Filter>;
}

/**
 * Copies schemas into the form that openapi-typescript turns into exact types: comments composed, references to
 * anything but a named schema redirected to `hoisted` schemas, compositions as intersections where they stand beside
 * properties, and nothing in it that would end up in the types by accident.
 */
export class TypeSchemas {
  readonly #resolve: (ref: string) => Schema | undefined;
  /** References to the named schemas, which other references may lead to as well. */
  readonly #named: ReadonlyMap<Schema, string>;
  /** References that stand in an `allOf`: schemas that others extend. */
  readonly #extended: ReadonlySet<string>;
  readonly #special: SpecialTypes;
  readonly #requests: RequestSchemas | undefined;
  readonly #received: TypeSchemas | undefined;
  readonly #hoistedKeys = new Map<string, string>();
  readonly #hoisted: { key: string; ref: string; schema: Json; input?: string }[] = [];

  /**
   * The types of what arrives: fields that are `writeOnly` are not demanded, enums are open. With `sent`, those of what is
   * sent: fields that are `readOnly` are not demanded, enums are exact, and what means the same both ways is the type of
   * `sent.received`.
   */
  constructor(
    model: Pick<Model, 'resolve' | 'schemas'>,
    special: SpecialTypes,
    sent?: { readonly requests: RequestSchemas; readonly received: TypeSchemas },
  ) {
    this.#resolve = (ref) => model.resolve(ref);
    this.#named = new Map(model.schemas.map(({ name, schema }) => [schema, schemaPrefix + pointerToken(name)]));
    this.#extended = new Set(
      model.schemas
        .flatMap(({ schema }) => (isObject(schema) ? getArray(schema, 'allOf') : []))
        .flatMap((part) => getString(part, '$ref') ?? []),
    );
    this.#special = special;
    this.#requests = sent?.requests;
    this.#received = sent?.received;
  }

  /**
   * Schemas that references lead to although they have no name of their own; grows while converting. `input` is the
   * name of the schema that one is the request's type of.
   */
  get hoisted(): readonly {
    readonly key: string;
    readonly ref: string;
    readonly schema: Json;
    readonly input?: string;
  }[] {
    return this.#hoisted;
  }

  convert(schema: Schema): Json {
    if (typeof schema === 'boolean') return schema;
    const ref = getString(schema, '$ref');
    if (ref !== undefined) return this.#convertReference(schema, ref);
    const filter = this.#special.filters.get(schema);
    if (filter) return orNull(schema, { ...commentOf(schema), $ref: schemaPrefix + pointerToken(filter.key) });
    const open = this.#requests ? [] : this.#special.enums.opens(schema);
    if (open.length > 0) return this.#convertOpenEnum(schema, open);
    const core = this.#convertCore(schema);
    const anyOf = [...tagged(schema, 'anyOf', this.#alternatives(schema, 'anyOf'), { resolve: this.#resolve })];
    // openapi-typescript makes a union of `anyOf` and what stands beside it; JSON Schema means both at once.
    if (anyOf.length === 0) return core;
    const { description, deprecated, ...rest } = core;
    const comment = withoutUndefined({ description, deprecated });
    if (Object.keys(rest).every((key) => key === 'type' && rest[key] === 'object')) return { ...comment, anyOf };
    if (Object.keys(rest).every((key) => key === 'type')) return { ...comment, anyOf };
    return { ...comment, allOf: [rest, { anyOf }] };
  }

  #convertReference(schema: JsonObject, ref: string): Json {
    const { $ref: _, ...siblings } = schema;
    const target = this.#target(ref);
    if (target === undefined) return true;
    const comment = commentOf(siblings);
    const structural = ['properties', 'allOf', 'oneOf', 'anyOf', 'required'].some((key) =>
      Object.hasOwn(siblings, key),
    );
    return structural
      ? { ...comment, allOf: [{ $ref: target }, this.convert(siblings)] }
      : { ...comment, $ref: target };
  }

  /** The same reference for a named schema; a reference to a hoisted one for any other place. */
  #target(ref: string): string | undefined {
    const schema = this.#resolve(ref);
    if (schema === undefined) return undefined;
    const isNamed = ref.startsWith(schemaPrefix) && !ref.slice(schemaPrefix.length).includes('/');
    const named = isNamed ? ref : this.#named.get(schema);
    if (named !== undefined && named !== ref) return this.#target(named);
    if (this.#requests?.differs(ref) !== true) {
      if (isNamed) return decoded(ref);
      if (this.#received && !this.#requests?.owns(schema)) return this.#received.#target(ref);
    }
    let key = this.#hoistedKeys.get(ref);
    if (key === undefined) {
      const last = ref.split('/').pop() ?? '';
      key = `${this.#requests ? 'sent' : 'hoisted'}:${this.#hoisted.length}:${last}`;
      this.#hoistedKeys.set(ref, key);
      const entry: { key: string; ref: string; schema: Json; input?: string } = { key, ref, schema: true };
      if (isNamed) entry.input = last.replaceAll('~1', '/').replaceAll('~0', '~');
      this.#hoisted.push(entry); // Before converting it: the schema may refer to itself.
      entry.schema = this.convert(schema);
    }
    return schemaPrefix + key.replaceAll('~', '~0').replaceAll('/', '~1');
  }

  /** The values that are known, and any other; a union with plain `string` would hide the known ones from completion. */
  #convertOpenEnum(schema: JsonObject, open: readonly OpenKind[]): Json {
    const { description, deprecated, readOnly, ...values } = this.#convertCore(schema);
    const others = open.map((kind) => ({ $ref: schemaPrefix + openKey(kind) }));
    return withoutUndefined({ description, deprecated, readOnly, anyOf: [values, ...others] });
  }

  #convertCore(schema: JsonObject): Record<string, Json> {
    const result: Record<string, Json> = { ...commentOf(schema) };
    const type = this.#type(schema);
    if (type !== undefined) result.type = type;
    const format = getString(schema, 'format');
    if (isBinarySchema(schema)) result.format = 'binary';
    else if (format === 'date-time') result.format = format;
    const constant = get(schema, 'const');
    if (constant !== undefined) Object.assign(result, constant === null ? { type: 'null' } : { const: constant });
    const list = getArray(schema, 'enum');
    if (list.length > 0) result.enum = [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
    this.#convertObject(this.#withTags(schema), result);
    this.#convertArray(schema, result);
    const oneOf = this.#alternatives(schema, 'oneOf');
    if (oneOf.length > 0) result.oneOf = tagged(schema, 'oneOf', oneOf, { resolve: this.#resolve });
    const allOf = getArray(schema, 'allOf').filter(isObject);
    if (allOf.length > 0) result.allOf = this.#convertAllOf(allOf, result);
    return result;
  }

  /** With the fields that say which kind of a described family the object is. */
  #withTags(schema: JsonObject): JsonObject {
    const tags = inheritedTags(schema, this.#named.get(schema), this.#extended, { resolve: this.#resolve });
    if (tags.length === 0) return schema;
    const fields = Object.fromEntries(tags.map(({ property, schema: field }) => [property, field]));
    return {
      ...schema,
      properties: { ...getObject(schema, 'properties'), ...fields },
      required: [...new Set([...getArray(schema, 'required'), ...Object.keys(fields)])],
    };
  }

  #type(schema: JsonObject): Json | undefined {
    const type = get(schema, 'type');
    if (isArray(type)) {
      const known = type.filter((item) => typeof item === 'string' && knownTypes.has(item));
      return known.length === 1 ? known[0] : known.length > 1 ? known : undefined;
    }
    if (typeof type === 'string') return knownTypes.has(type) ? type : undefined;
    if (getString(schema, 'format') === 'date-time') return 'string';
    return undefined;
  }

  #convertObject(schema: JsonObject, result: Record<string, Json>): void {
    const resolver = { resolve: this.#resolve };
    const own = Object.entries(getObject(schema, 'properties') ?? {});
    const required = requiredFields(schema, this.#requests ? 'sent' : 'received', resolver);
    const properties = [...own, ...fieldsRequiredElsewhere(schema, required, resolver)];
    if (properties.length > 0) {
      result.properties = Object.fromEntries(properties.map(([name, property]) => [name, this.#part(property)]));
      result.required = required;
      // An object with fields says so, whatever else the description calls it.
      if (result.type === undefined) result.type = 'object';
    } else if (required.length > 0) {
      result.required = required;
    }
    const patterns = Object.keys(getObject(schema, 'patternProperties') ?? {});
    const additional = get(schema, 'additionalProperties');
    const open = isObject(additional) || additional === true || patterns.length > 0;
    if (!open || (result.type === undefined && this.#mayBeNoObject(schema))) return;
    // An index signature speaks of the named fields too, so beside them it can only be `unknown`.
    const exact = properties.length === 0 && patterns.length === 0 && isObject(additional);
    result.additionalProperties = exact ? this.#part(additional) : true;
    if (exact && result.additionalProperties === true) result.additionalProperties = {};
    if (result.type === undefined) result.type = 'object';
  }

  /** Whether a schema leaves its type to a union with members that are no objects: what it says of fields is not about those. */
  #mayBeNoObject(schema: JsonObject): boolean {
    const members = [...getArray(schema, 'oneOf'), ...getArray(schema, 'anyOf')].filter(isSchema);
    return members.some((member) => {
      const types = schemaTypes(member, { resolve: this.#resolve });
      return !types.includes('object') && types.join() !== 'null';
    });
  }

  /**
   * The parts of an `allOf`. Where the schema demands a field of a part that is a reference, its own fields become a
   * part too: openapi-typescript would wrap the referenced type in a helper that fails on unions with null.
   */
  #convertAllOf(parts: readonly JsonObject[], result: Record<string, Json>): Json[] {
    const converted = parts.map((part) => this.convert(part));
    const { type, properties, required, additionalProperties } = result;
    const names = new Set(isArray(required) ? required : []);
    const demands = parts.some((part) => {
      const ref = getString(part, '$ref');
      const target = ref === undefined ? undefined : this.#resolve(ref);
      return Object.keys(getObject(target, 'properties') ?? {}).some((name) => names.has(name));
    });
    if (!demands) return converted;
    for (const key of ['properties', 'required', 'additionalProperties']) delete result[key];
    return [...converted, withoutUndefined({ type, properties, required, additionalProperties })];
  }

  #convertArray(schema: JsonObject, result: Record<string, Json>): void {
    const leading = getArray(schema, 'prefixItems');
    const items = get(schema, 'items');
    const longest = get(schema, 'maxItems');
    const isOpen =
      items !== undefined && items !== false && !(typeof longest === 'number' && longest <= leading.length);
    // openapi-typescript has no tuple with more items behind it.
    if (leading.length > 0 && isOpen) result.items = { anyOf: [...leading, items].map((item) => this.#part(item)) };
    else if (leading.length > 0) result.prefixItems = leading.map((item) => this.#part(item));
    else if (items !== undefined) result.items = this.#part(items);
    if (items !== undefined && result.type === undefined) result.type = 'array';
  }

  /** The branches that say something about the type; none when one of them allows anything. */
  #alternatives(schema: JsonObject, keyword: 'oneOf' | 'anyOf'): Json[] {
    const branches = getArray(schema, keyword).map((branch) => this.#part(branch));
    const hasProperties = Object.hasOwn(schema, 'properties') || Object.hasOwn(schema, 'allOf');
    const typed = branches.filter(
      (branch) => isObject(branch) && Object.keys(branch).some((key) => !commentKeys.has(key) && key !== 'required'),
    );
    return hasProperties && typed.length < branches.length ? [] : branches;
  }

  #part(schema: Json): Json {
    return isObject(schema) || typeof schema === 'boolean' ? this.convert(schema) : true;
  }
}

function orNull(schema: JsonObject, converted: Record<string, Json>): Json {
  const type = get(schema, 'type');
  if (!isArray(type) || !type.includes('null')) return converted;
  const { $ref, ...comment } = converted;
  return withoutUndefined({ ...comment, anyOf: [withoutUndefined({ $ref }), { type: 'null' }] });
}

/** A reference as the keys of schemas are written, without the escapes of a URL. */
function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}

const commentKeys = new Set(['description', 'deprecated']);
