import { discriminatorOf, discriminatorValue } from '../discriminators.js';
import {
  canonical,
  get,
  getArray,
  getNumber,
  getObject,
  getString,
  type Json,
  type JsonObject,
  type Schema,
  schemaAt,
  schemaEntries,
  schemasAt,
  stringsAt,
  type TypeName,
} from '../json.js';
import { boundKeywords, keywords } from '../keywords.js';
import type { Resolver } from '../references.js';
import { typesAt } from '../types.js';
import type { BoundKeyword, Choice, Constraints } from './constraints.js';
import { furtherSchema } from './matches.js';

/** Adds the constraints of a schema. `mayExpand` decides whether a reference may be followed again. */
export function constrain(
  to: Constraints,
  schema: Schema,
  resolver: Resolver,
  mayExpand: (ref: string) => boolean,
): void {
  if (typeof schema === 'boolean') {
    to.impossible ||= !schema;
    return;
  }
  const ref = getString(schema, '$ref');
  addSamples(to, schema);
  if (ref !== undefined && !to.references.includes(ref)) {
    const target = mayExpand(ref) ? resolver.resolve(ref) : undefined;
    to.references = [...to.references, ref];
    constrain(to, target ?? false, resolver, mayExpand);
  }
  for (const part of schemasAt(schema, 'allOf')) constrain(to, part, resolver, mayExpand);
  if (to.impossible) return;
  const present = Object.keys(schema);
  for (const keyword of present) {
    const about = keywords.get(keyword)?.about;
    if (about !== undefined) to.about.add(about);
    if (boundKeywords.has(keyword)) addBound(to, schema, keyword);
  }
  for (const add of new Set(present.flatMap((keyword) => additions.get(keyword) ?? []))) add(to, schema);
}

function addBound(to: Constraints, schema: JsonObject, keyword: string): void {
  const isBound = (name: string): name is BoundKeyword => Object.hasOwn(to, name);
  const limit = getNumber(schema, keyword);
  if (limit === undefined || !isBound(keyword)) return;
  to[keyword] = (boundKeywords.get(keyword) === 'least' ? Math.max : Math.min)(to[keyword], limit);
}

function addSamples(to: Constraints, schema: JsonObject): void {
  const example = get(schema, 'example');
  to.samples = [...to.samples, ...(example === undefined ? [] : [example]), ...getArray(schema, 'examples')];
  const fallback = get(schema, 'default');
  if (fallback !== undefined) to.defaults = [...to.defaults, fallback];
}

const typeNames: readonly TypeName[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

function addType(to: Constraints, schema: JsonObject): void {
  const types = typesAt(schema);
  if (types === undefined) return;
  const named = types.map((type) => (type === 'integer' ? 'number' : type));
  const known = typeNames.filter((type) => named.includes(type)).sort((a, b) => named.indexOf(a) - named.indexOf(b));
  to.types = to.types === undefined ? known : to.types.filter((type) => known.includes(type));
  if (types.includes('integer') && !types.includes('number')) to.integer = true;
  if (to.types.length === 0) to.impossible = true;
}

function addValues(to: Constraints, values: readonly Json[]): void {
  const texts = new Set(values.map(canonical));
  to.values = to.values === undefined ? values : to.values.filter((value) => texts.has(canonical(value)));
  if (to.values.length === 0) to.impossible = true;
}

function addArrayLayer(to: Constraints, schema: JsonObject): void {
  const prefix = schemasAt(schema, 'prefixItems');
  const rest = schemaAt(schema, 'items');
  if (prefix.length > 0 || rest !== undefined) to.arrays = [...to.arrays, { prefix, rest }];
}

function addContains(to: Constraints, schema: JsonObject): void {
  const contained = schemaAt(schema, 'contains');
  if (contained === undefined) return;
  to.contains = [...to.contains, { schema: contained, least: getNumber(schema, 'minContains') ?? 1 }];
  to.composed = true;
}

function addObjectLayer(to: Constraints, schema: JsonObject): void {
  const properties = new Map(schemaEntries(schema, 'properties'));
  const patterns = schemaEntries(schema, 'patternProperties');
  const additional = furtherSchema(schema, to.lenient);
  if (properties.size > 0 || patterns.length > 0 || additional !== undefined) {
    to.objects = [...to.objects, { properties, patterns, additional }];
  }
}

function addDependencies(to: Constraints, schema: JsonObject): void {
  const dependents = getObject(schema, 'dependentRequired') ?? {};
  const added = Object.keys(dependents).map((name) => [name, stringsAt(dependents, name)] as const);
  to.dependencies = [...to.dependencies, ...added];
}

function addChoices(to: Constraints, schema: JsonObject): void {
  const discriminator = discriminatorOf(schema);
  const listed = ['oneOf', 'anyOf'].filter((keyword) => getArray(schema, keyword).length > 0);
  const choices: Choice[] = listed.map((keyword) => ({
    branches: schemasAt(schema, keyword).map((branch) => [branch]),
    discriminator,
  }));
  const condition = schemaAt(schema, 'if');
  if (condition !== undefined) {
    const met = [condition, schemaAt(schema, 'then') ?? true];
    choices.push({ branches: [met, [schemaAt(schema, 'else') ?? true]], discriminator: undefined });
  }
  for (const [name, dependent] of schemaEntries(schema, 'dependentSchemas')) {
    const absent: Schema = { properties: { [name]: false } };
    choices.push({ branches: [[dependent], [absent]], discriminator: undefined });
  }
  to.choices = [...to.choices, ...choices];
  if (choices.length > 0) to.composed = true;
  // A discriminator beside `properties`: the schema that extends this one by `allOf` has its own value.
  const [outermost] = to.references;
  if (discriminator === undefined || listed.length > 0 || outermost === undefined) return;
  if (to.tags.has(discriminator.property)) return;
  to.tags.set(discriminator.property, discriminatorValue(discriminator, outermost));
}

type Addition = (to: Constraints, schema: JsonObject) => void;

function addText(keyword: string, list: 'patterns' | 'formats'): Addition {
  return (to, schema) => {
    const text = getString(schema, keyword);
    if (text !== undefined) to[list] = [...to[list], text];
  };
}

const compose: Addition = (to) => {
  to.composed = true;
};

const addUnevaluated: Addition = (to, schema) => {
  const { properties, items } = to.unevaluated;
  to.composed = true;
  to.unevaluated = {
    properties: schemaAt(schema, 'unevaluatedProperties') ?? properties,
    items: schemaAt(schema, 'unevaluatedItems') ?? items,
  };
};

/** The additions of keywords other than bounds; keywords that are read together share a function, which runs once. */
const additions: ReadonlyMap<string, Addition> = new Map<string, Addition>(
  Object.entries<Addition>({
    type: addType,
    enum: (to, schema) => {
      const values = getArray(schema, 'enum');
      if (values.length > 0) addValues(to, values);
    },
    const: (to, schema) => addValues(to, [get(schema, 'const') ?? null]),
    multipleOf: (to, schema) => {
      const step = getNumber(schema, 'multipleOf');
      if (step !== undefined && step > 0) to.multiples = [...to.multiples, step];
    },
    pattern: addText('pattern', 'patterns'),
    format: addText('format', 'formats'),
    contentEncoding: addText('contentEncoding', 'formats'),
    uniqueItems: (to, schema) => {
      if (get(schema, 'uniqueItems') === true) to.unique = true;
    },
    items: addArrayLayer,
    prefixItems: addArrayLayer,
    contains: addContains,
    properties: addObjectLayer,
    patternProperties: addObjectLayer,
    additionalProperties: addObjectLayer,
    propertyNames: (to, schema) => {
      to.propertyNames = [...to.propertyNames, schemaAt(schema, 'propertyNames') ?? true];
    },
    required: (to, schema) => {
      to.required = [...new Set([...to.required, ...stringsAt(schema, 'required')])];
    },
    dependentRequired: addDependencies,
    oneOf: addChoices,
    anyOf: addChoices,
    if: addChoices,
    dependentSchemas: addChoices,
    discriminator: addChoices,
    not: compose,
    unevaluatedProperties: addUnevaluated,
    unevaluatedItems: addUnevaluated,
  }),
);
