import { discriminatorOf } from './discriminators.js';
import { getArray, isObject, isSchema, type Json, type JsonObject, type Schema, schemaEntries } from './json.js';
import { layers, reach } from './keywords.js';
import { dereference, objectShape } from './objects.js';
import type { Resolver } from './references.js';
import { isBinarySchema, isDateTime, listedValues, schemaTypes, typesAt } from './types.js';
import { branchesOf, unwrap } from './unions.js';

/** The kind of unknown values that an enum accepts. */
export type OpenKind = 'string' | 'number';

/**
 * Finds the enums that accept unknown values: those of responses, since services add values without notice. Discriminators of
 * unions stay strict, and so do enums with a single value.
 */
export class OpenEnums {
  readonly #received: ReadonlySet<Json>;
  readonly #distinguishing: ReadonlySet<Json>;

  /** @param received the schemas used in responses */
  constructor(
    spec: Resolver & { readonly schemas: readonly { readonly schema: Schema }[] },
    received: ReadonlySet<Json>,
  ) {
    this.#received = received;
    const all = reach([...spec.schemas.map(({ schema }) => schema), ...received], spec);
    this.#distinguishing = distinguishingSchemas(all, spec);
  }

  /** The kinds of unknown values that an enum accepts; empty if it is strict. */
  opens(schema: JsonObject): readonly OpenKind[] {
    return this.#received.has(schema) ? this.mayOpen(schema) : [];
  }

  /** The same for an enum that is known to be received. */
  mayOpen(schema: JsonObject): readonly OpenKind[] {
    const { schema: whole, lists } = unwrap(schema);
    // A union of values, each with its description, is an enum; one of enums has their kinds.
    const branches = branchesOf(schema);
    const isUnion =
      lists.length > 1 && lists.every((list) => listedValues(list)?.length === 1 && branches.includes(list));
    const values = getArray(isUnion ? whole : schema, 'enum').filter((value) => value !== null);
    const isPlain =
      isUnion || ['oneOf', 'anyOf', 'allOf', 'const', 'properties'].every((key) => !Object.hasOwn(schema, key));
    const isTag = [schema, ...lists].some((list) => this.#distinguishing.has(list));
    if (values.length < 2 || !isPlain || isTag) return [];
    const kinds = [...new Set(values.map((value) => typeof value))].sort().reverse();
    return kinds.every((kind) => kind === 'string' || kind === 'number') ? kinds : [];
  }
}

/** The kind of a branch of a union that accepts any text or number, beside others that list known ones. */
export function openBranch(branch: Json, branches: readonly Json[], resolver: Resolver): OpenKind | undefined {
  if (!isObject(branch) || ['enum', 'const', 'allOf', 'oneOf', 'anyOf'].some((key) => Object.hasOwn(branch, key)))
    return undefined;
  if (isDateTime(branch) || isBinarySchema(branch)) return undefined;
  const types = typesAt(branch)?.join() ?? '';
  const kind = types === 'string' ? types : /^(?:number|integer)$/.test(types) ? 'number' : undefined;
  const listed = branches.flatMap((one) => listedValues(isSchema(one) ? dereference(one, resolver) : undefined) ?? []);
  return listed.some((value) => typeof value === kind) ? kind : undefined;
}

/** The schemas of fields that distinguish the branches of a union: a discriminator, or an enum in every branch. */
function distinguishingSchemas(schemas: ReadonlySet<JsonObject>, resolver: Resolver): ReadonlySet<Json> {
  const found = new Set<Json>();
  const markFields = (schema: Schema, names: ReadonlySet<string>): void => {
    for (const part of layers(schema, resolver)) {
      for (const [name, field] of schemaEntries(part, 'properties')) {
        if (!names.has(name)) continue;
        for (const layer of layers(field, resolver)) for (const one of [layer, ...branchesOf(layer)]) found.add(one);
      }
    }
  };
  for (const schema of schemas) {
    const branches = branchesOf(schema).filter(isObject);
    const tags = layers(schema, resolver).flatMap((layer) => discriminatorOf(layer)?.property ?? []);
    const names = new Set([...tags, ...sharedChoices(branches, resolver)]);
    if (names.size > 0) for (const part of [schema, ...branches]) markFields(part, names);
  }
  return found;
}

/** The fields with an enum or a constant in every branch. */
function sharedChoices(branches: readonly JsonObject[], resolver: Resolver): string[] {
  const objects = branches.filter((branch) => schemaTypes(branch, resolver).includes('object'));
  if (objects.length < 2) return [];
  const [first = [], ...others] = objects.map((branch) =>
    objectShape(branch, resolver)
      .properties.filter(({ schema }) => isChoice(schema, resolver))
      .map(({ name }) => name),
  );
  const rest = others.map((names) => new Set(names));
  return first.filter((name) => rest.every((names) => names.has(name)));
}

function isChoice(schema: Schema, resolver: Resolver): boolean {
  return layers(schema, resolver).some((layer) => listedValues(layer) !== undefined || unwrap(layer).lists.length > 1);
}
