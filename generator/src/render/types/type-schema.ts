import type { Model } from '../../model/model.js';
import type { Json, JsonObject, OpenEnums, OpenKind, Resolver, Schema } from '../../schema/index.js';
import {
  admitsNull,
  dependentChoices,
  furtherFields,
  furtherValues,
  get,
  getArray,
  getString,
  isObject,
  isWhollyHidden,
  listedNames,
  listedValues,
  namedReference,
  openBranch,
  optional,
  percentDecoded,
  placesOf,
  referencedName,
  schemaAt,
  schemaEntries,
  unwrap,
  visibleFields,
} from '../../schema/index.js';
import { commentOf, withoutTitle, withoutUndefined } from './comments.js';
import { affectsType, commentKeys, typeOfValue } from './converted.js';
import type { Filter } from './filters.js';
import { listsFirst } from './lists.js';
import { builtInKey, fieldsOf, openKey, referenceTo, tupleKeyword } from './references.js';
import type { RequestSchemas } from './request-schemas.js';
import { isUnionOfTypes, mayBeNoObject, taggedBranches, writtenType } from './type-keywords.js';

/** Schemas whose types differ from those of openapi-typescript. */
export interface SpecialTypes {
  readonly enums: OpenEnums;
  readonly filters: ReadonlyMap<Json, Filter>;
}

/** A schema that is referenced although it has no name, or that has another type in requests. */
export interface Hoisted {
  readonly key: string;
  readonly ref: string;
  readonly schema: Json;
  /** The key of the named schema whose request type it is. */
  readonly input?: string;
}

/**
 * Converts schemas into the form that openapi-typescript turns into exact types: comments composed, references as keys of
 * declared types (unnamed schemas are `hoisted`), compositions as intersections where they are beside properties, and nothing
 * that would change the types by accident.
 */
export class TypeSchemas {
  readonly #resolver: Resolver;
  /** The keys of the named schemas, which references with other pointers may also refer to. */
  readonly #named: ReadonlyMap<Schema, string>;
  readonly #special: SpecialTypes;
  readonly #requests: RequestSchemas | undefined;
  readonly #received: TypeSchemas | undefined;
  readonly #hoistedKeys = new Map<string, string>();
  readonly #hoisted: Hoisted[] = [];

  /**
   * The types of received values: without `writeOnly` fields, with open enums. With `sent`, those of sent values: without
   * `readOnly` fields, with strict enums, and a schema with the same type in both directions uses `sent.received`.
   */
  constructor(
    model: Pick<Model, 'resolve' | 'schemas'>,
    special: SpecialTypes,
    sent?: { readonly requests: RequestSchemas; readonly received: TypeSchemas },
  ) {
    this.#resolver = model;
    this.#named = new Map(model.schemas.map(({ name, schema }) => [schema, name]));
    this.#special = special;
    this.#requests = sent?.requests;
    this.#received = sent?.received;
  }

  /** Grows while converting. */
  get hoisted(): readonly Hoisted[] {
    return this.#hoisted;
  }

  /** @param isPart whether the schema is in an `allOf`, whose other parts may define the fields that it requires. */
  convert(schema: Schema, isPart = false): Json {
    if (typeof schema === 'boolean') return schema;
    const ref = getString(schema, '$ref');
    if (ref !== undefined) return this.#convertReference(schema, ref);
    const key = this.#special.filters.get(schema)?.key ?? builtInKey(schema);
    if (key !== undefined) return { ...commentOf(schema), ...referenceTo(key, admitsNull(schema)) };
    const open = this.#requests ? [] : this.#special.enums.opens(schema);
    if (open.length > 0) return this.#convertOpenEnum(schema, open);
    const core = this.#convertCore(schema, isPart);
    const anyOf = taggedBranches(schema, 'anyOf', this.#alternatives(schema, 'anyOf'), this.#resolver);
    // openapi-typescript makes a union of `anyOf` and its siblings; in JSON Schema both apply.
    if (anyOf.length === 0) return core;
    const { description, deprecated, ...rest } = core;
    const comment = withoutUndefined({ description, deprecated });
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
    const { enum: listed, const: constant, ...rest } = siblings;
    if (this.#requests && (listed ?? constant) !== undefined) {
      const values = { ...optional('enum', listed), ...optional('const', constant) };
      return this.convert({ ...rest, allOf: [{ $ref: ref }, values, ...getArray(rest, 'allOf')] });
    }
    // Siblings of a reference may require fields that the reference defines.
    return structural
      ? this.convert({ ...siblings, allOf: [{ $ref: ref }, ...getArray(siblings, 'allOf')] })
      : { ...comment, ...referenceTo(target) };
  }

  /** The key of a named schema, or of a hoisted one for any other target. */
  #target(ref: string): string | undefined {
    const schema = this.#resolver.resolve(ref);
    if (schema === undefined) return undefined;
    const own = referencedName(percentDecoded(ref));
    const name = own ?? this.#named.get(schema);
    if (name !== undefined && own === undefined) return this.#target(namedReference(name));
    if (this.#requests?.differs(ref) !== true) {
      if (name !== undefined) return name;
      if (this.#received && !this.#requests?.owns(schema)) return this.#received.#target(ref);
    }
    const known = this.#hoistedKeys.get(ref);
    if (known !== undefined) return known;
    const key = `${this.#requests ? 'sent' : 'hoisted'}:${this.#hoisted.length}`;
    this.#hoistedKeys.set(ref, key);
    const entry: Hoisted & { schema: Json } = { key, ref, schema: true, ...optional('input', name) };
    this.#hoisted.push(entry); // Before converting it: the schema may refer to itself.
    entry.schema = this.convert(schema);
    return key;
  }

  /** The known values, and any other; with plain `string` in the union, editors would not complete the known ones. */
  #convertOpenEnum(schema: JsonObject, open: readonly OpenKind[]): Json {
    const { oneOf, anyOf, ...own } = schema;
    const { schema: union, nullable } = unwrap(schema);
    const list = [...getArray(union, 'enum'), ...(nullable ? [null] : [])];
    const whole = oneOf === undefined && anyOf === undefined ? schema : { ...own, enum: list };
    const { description, deprecated, readOnly, ...values } = this.#convertCore(whole);
    const others = open.map((kind) => referenceTo(openKey(kind)));
    return withoutUndefined({ description, deprecated, readOnly, anyOf: [values, ...others] });
  }

  #convertCore(schema: JsonObject, isPart = false): Record<string, Json> {
    const result: Record<string, Json> = { ...commentOf(schema) };
    const values = listedValues(schema);
    if (values?.some((value) => typeof value === 'object' && value !== null)) {
      return { ...result, anyOf: values.map(typeOfValue) };
    }
    const type = writtenType(schema);
    if (type !== undefined) result.type = type;
    const constant = get(schema, 'const');
    if (constant !== undefined) Object.assign(result, constant === null ? { type: 'null' } : { const: constant });
    const list = getArray(schema, 'enum');
    if (list.length > 0) result.enum = [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
    // Listed values that are not objects have no fields; openapi-typescript takes an `enum` beside fields for schemas.
    if (list.length > 0 && result.type === 'object') delete result.type;
    if (list.length === 0) this.#convertObject(schema, result, isPart);
    this.#convertArray(schema, result);
    const oneOf = this.#alternatives(schema, 'oneOf');
    if (oneOf.length > 0) result.oneOf = taggedBranches(schema, 'oneOf', oneOf, this.#resolver);
    if (isUnionOfTypes(schema, this.#resolver)) delete result.type;
    const all = getArray(schema, 'allOf').filter(isObject);
    const allOf = this.#requests ? all.filter((part) => !isWhollyHidden(part, 'request', this.#resolver)) : all;
    const parts = listsFirst(allOf, this.#resolver)
      .map((part) => this.convert(part, true))
      .filter(affectsType);
    const choices = result.type === 'object' ? dependentChoices(schema, this.#resolver) : [];
    parts.push(...choices.map((choice) => this.convert(choice)));
    if (parts.length > 0) result.allOf = parts;
    return result;
  }

  #convertObject(schema: JsonObject, result: Record<string, Json>, isPart: boolean): void {
    const resolver = this.#resolver;
    const direction = this.#requests ? 'request' : 'reply';
    const own = visibleFields(schema, direction, resolver);
    const further = furtherFields(schema, direction, resolver, isPart);
    const listed = own.length === 0 && getArray(schema, 'allOf').length === 0 ? listedNames(schema, resolver) : [];
    const entry = get(schema, 'additionalProperties') ?? true;
    const properties = [...own, ...further.fields, ...listed.map((name) => [name, entry] as const)];
    const fields = properties.map(([name, part]) => [name, withoutTitle(name, part, this.#part(part))] as const);
    const shape = fieldsOf(fields, further.required);
    if (shape.required.length > 0) result.required = shape.required;
    if (fields.length > 0) {
      result.properties = shape.properties;
      // An object with fields is an object, whatever its `type`.
      if (result.type === undefined) result.type = 'object';
    }
    const entries = listed.length > 0 ? undefined : this.#entriesOf(schema);
    if (entries === undefined || (result.type === undefined && mayBeNoObject(schema, resolver))) return;
    // An index signature also applies to the named fields, so beside them it can only be `unknown`.
    const value = properties.length === 0 ? entries : true;
    result.additionalProperties =
      value === true && isObject(get(schema, 'additionalProperties')) && properties.length === 0 ? {} : value;
    if (result.type === undefined) result.type = 'object';
  }

  /** The type of additional fields; `undefined` if the schema does not define any. */
  #entriesOf(schema: JsonObject): Json | undefined {
    const patterns = schemaEntries(schema, 'patternProperties').map(([, field]) => field);
    const values = furtherValues({ patterns, additional: schemaAt(schema, 'additionalProperties') });
    return values === undefined || values === false ? undefined : this.#part(values);
  }

  #convertArray(schema: JsonObject, result: Record<string, Json>): void {
    const tuple = placesOf(schema);
    if (tuple === undefined) {
      const items = get(schema, 'items');
      if (items !== undefined) result.items = this.#part(items);
      if (items !== undefined && result.type === undefined) result.type = 'array';
      return;
    }
    const { items, least, rest } = tuple;
    result[tupleKeyword] = { items: items.map((item) => this.#part(item)), least, rest: this.#part(rest) };
    if (result.type === undefined) result.type = 'array';
  }

  /** The branches that affect the type; none if one of them allows anything. */
  #alternatives(schema: JsonObject, keyword: 'oneOf' | 'anyOf'): Json[] {
    const described = getArray(schema, keyword);
    const kinds = described.map((branch) => openBranch(branch, described, this.#resolver));
    const isOpen = kinds.some((kind) => kind !== undefined);
    const branches = described.map((branch, index) => {
      const kind = kinds[index];
      if (kind !== undefined) return referenceTo(openKey(kind));
      return isOpen && isObject(branch) && listedValues(branch) ? this.#convertCore(branch) : this.#part(branch);
    });
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
