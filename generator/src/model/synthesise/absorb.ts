import type { Json, JsonObject, Schema } from '../../schema/index.js';
import {
  canonical,
  isObject,
  numberAt,
  own,
  schemaAt,
  schemaEntries,
  schemasAt,
  stringAt,
  stringsAt,
  type TypeName,
  typesAt,
} from '../../schema/index.js';
import type { Choice, Demand, Resolve } from './demand.js';
import { discriminatorValue } from './discriminator.js';

/** Adds a schema's keywords to the demand. `mayExpand` says whether a reference may be followed once more. */
export function absorb(demand: Demand, schema: Schema, resolve: Resolve, mayExpand: (ref: string) => boolean): void {
  if (schema === true) return;
  if (schema === false) {
    demand.impossible = true;
    return;
  }
  absorbSamples(demand, schema);
  const ref = stringAt(schema, '$ref');
  if (ref !== undefined && !demand.references.includes(ref)) {
    const target = mayExpand(ref) ? resolve(ref) : undefined;
    demand.references = [...demand.references, ref];
    absorb(demand, target ?? false, resolve, mayExpand);
  }
  for (const part of schemasAt(schema, 'allOf')) absorb(demand, part, resolve, mayExpand);
  if (demand.impossible) return;
  for (const absorbGroup of groupsIn(schema)) absorbGroup(demand, schema);
}

type Group = (demand: Demand, schema: JsonObject) => void;

/** What reads a keyword, together with others that it goes with. Most schemas have two or three of the forty. */
const groups: ReadonlyMap<string, Group> = new Map<string, Group>([
  ...group(absorbTypes, 'type', 'enum', 'const'),
  ...group(absorbNumbers, 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
  ...group(absorbStrings, 'minLength', 'maxLength', 'pattern', 'format', 'contentEncoding'),
  ...group(absorbArrays, 'items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'),
  ...group(absorbObjects, 'properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'required'),
  ...group(absorbObjects, 'minProperties', 'maxProperties', 'dependentRequired'),
  ...group(absorbChoices, 'oneOf', 'anyOf', 'if', 'dependentSchemas', 'discriminator', 'not', 'unevaluatedProperties'),
]);

function group(absorbGroup: Group, ...keywords: readonly string[]): (readonly [string, Group])[] {
  return keywords.map((keyword) => [keyword, absorbGroup]);
}

function groupsIn(schema: JsonObject): ReadonlySet<Group> {
  const found = new Set<Group>();
  for (const keyword of Object.keys(schema)) {
    const absorbGroup = groups.get(keyword);
    if (absorbGroup !== undefined) found.add(absorbGroup);
  }
  return found;
}

function absorbSamples(demand: Demand, schema: JsonObject): void {
  const example = own(schema, 'example');
  const examples = own(schema, 'examples');
  const listed = Array.isArray(examples) ? examples : [];
  if (example !== undefined) demand.samples = [...demand.samples, example];
  if (listed.length > 0) demand.samples = [...demand.samples, ...listed];
  const fallback = own(schema, 'default');
  if (fallback !== undefined) demand.defaults = [...demand.defaults, fallback];
}

const typeNames: readonly TypeName[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

function absorbTypes(demand: Demand, schema: JsonObject): void {
  const types = typesAt(schema);
  if (types !== undefined) {
    const named = types.map((type) => (type === 'integer' ? 'number' : type));
    const known = typeNames.filter((type) => named.includes(type)).sort((a, b) => named.indexOf(a) - named.indexOf(b));
    const before = demand.types;
    demand.types = before === undefined ? known : before.filter((type) => known.includes(type));
    if (types.includes('integer') && !types.includes('number')) demand.integer = true;
    if (demand.types.length === 0) demand.impossible = true;
  }
  const listed = own(schema, 'enum');
  if (Array.isArray(listed)) absorbValues(demand, listed);
  const constant = own(schema, 'const');
  if (constant !== undefined) absorbValues(demand, [constant]);
}

function absorbValues(demand: Demand, values: readonly Json[]): void {
  const texts = new Set(values.map(canonical));
  demand.values = demand.values === undefined ? values : demand.values.filter((value) => texts.has(canonical(value)));
  if (demand.values.length === 0) demand.impossible = true;
}

function greatest(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || (right !== undefined && right > left) ? right : left;
}

function least(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || (right !== undefined && right < left) ? right : left;
}

function absorbNumbers(demand: Demand, schema: JsonObject): void {
  demand.minimum = greatest(demand.minimum, numberAt(schema, 'minimum'));
  demand.maximum = least(demand.maximum, numberAt(schema, 'maximum'));
  demand.above = greatest(demand.above, numberAt(schema, 'exclusiveMinimum'));
  demand.below = least(demand.below, numberAt(schema, 'exclusiveMaximum'));
  const multiple = numberAt(schema, 'multipleOf');
  if (multiple !== undefined && multiple > 0) demand.multiples = [...demand.multiples, multiple];
  demand.spokenOf.add('number');
}

function absorbStrings(demand: Demand, schema: JsonObject): void {
  demand.minLength = Math.max(demand.minLength, numberAt(schema, 'minLength') ?? 0);
  demand.maxLength = Math.min(demand.maxLength, numberAt(schema, 'maxLength') ?? Number.POSITIVE_INFINITY);
  const pattern = stringAt(schema, 'pattern');
  if (pattern !== undefined) demand.patterns = [...demand.patterns, pattern];
  for (const format of [stringAt(schema, 'format'), stringAt(schema, 'contentEncoding')]) {
    if (format !== undefined) demand.formats = [...demand.formats, format];
  }
  demand.spokenOf.add('string');
}

function absorbArrays(demand: Demand, schema: JsonObject): void {
  demand.minItems = Math.max(demand.minItems, numberAt(schema, 'minItems') ?? 0);
  demand.maxItems = Math.min(demand.maxItems, numberAt(schema, 'maxItems') ?? Number.POSITIVE_INFINITY);
  if (own(schema, 'uniqueItems') === true) demand.unique = true;
  const prefix = schemasAt(schema, 'prefixItems');
  const rest = schemaAt(schema, 'items') ?? (prefix.length > 0 ? schemaAt(schema, 'unevaluatedItems') : undefined);
  if (prefix.length > 0 || rest !== undefined) demand.arrays = [...demand.arrays, { prefix, rest }];
  const contained = schemaAt(schema, 'contains');
  if (contained !== undefined) {
    demand.contains = [...demand.contains, { schema: contained, least: numberAt(schema, 'minContains') ?? 1 }];
    demand.composed = true;
  }
  demand.spokenOf.add('array');
}

function absorbObjects(demand: Demand, schema: JsonObject): void {
  demand.minProperties = Math.max(demand.minProperties, numberAt(schema, 'minProperties') ?? 0);
  demand.maxProperties = Math.min(demand.maxProperties, numberAt(schema, 'maxProperties') ?? Number.POSITIVE_INFINITY);
  const required = stringsAt(schema, 'required');
  if (required.length > 0) demand.required = [...new Set([...demand.required, ...required])];
  const properties = new Map(schemaEntries(schema, 'properties'));
  const patterns = schemaEntries(schema, 'patternProperties');
  const additional = schemaAt(schema, 'additionalProperties');
  if (properties.size > 0 || patterns.length > 0 || additional !== undefined) {
    demand.objects = [...demand.objects, { properties, patterns, additional }];
  }
  const names = schemaAt(schema, 'propertyNames');
  if (names !== undefined) demand.propertyNames = [...demand.propertyNames, names];
  const dependencies = own(schema, 'dependentRequired');
  if (isObject(dependencies)) {
    const listed = Object.keys(dependencies).map((name) => [name, stringsAt(dependencies, name)] as const);
    demand.dependencies = [...demand.dependencies, ...listed];
  }
  demand.spokenOf.add('object');
}

function absorbChoices(demand: Demand, schema: JsonObject): void {
  const tagged = own(schema, 'discriminator');
  const discriminator = isObject(tagged) ? tagged : undefined;
  const listed = ['oneOf', 'anyOf'].filter((keyword) => Array.isArray(own(schema, keyword)));
  const choices: Choice[] = listed.map((keyword) => ({
    branches: schemasAt(schema, keyword).map((branch) => [branch]),
    discriminator,
  }));
  const condition = schemaAt(schema, 'if');
  if (condition !== undefined) {
    const met = [condition, schemaAt(schema, 'then') ?? true];
    choices.push({
      branches: [met, [schemaAt(schema, 'else') ?? true]],
      discriminator: undefined,
    });
  }
  for (const [name, dependent] of schemaEntries(schema, 'dependentSchemas')) {
    const absent: Schema = { properties: { [name]: false } };
    choices.push({
      branches: [[dependent], [absent]],
      discriminator: undefined,
    });
  }
  demand.choices = [...demand.choices, ...choices];
  if (choices.length > 0 || Object.hasOwn(schema, 'not') || Object.hasOwn(schema, 'unevaluatedProperties')) {
    demand.composed = true;
  }
  if (discriminator !== undefined && listed.length === 0) tagByReference(demand, discriminator);
}

/** A discriminator beside `properties`: the schema that extends this one by `allOf` says which value is its own. */
function tagByReference(demand: Demand, discriminator: JsonObject): void {
  const property = stringAt(discriminator, 'propertyName');
  const outermost = demand.references[0];
  if (property === undefined || outermost === undefined || demand.tags.has(property)) return;
  demand.tags.set(property, discriminatorValue(discriminator, outermost));
}
