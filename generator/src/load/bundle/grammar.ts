import { keywords } from '../../schema/index.js';
import { METHODS } from '../document.js';

/**
 * An object of OpenAPI with the objects that it contains: this distinguishes a schema, whose `$ref` is a reference, from data,
 * whose `$ref` is an ordinary key. Everything not listed here is data.
 */
export interface Kind {
  /** The name of the object in messages. */
  readonly title: string;
  readonly form: 'object' | 'list' | 'schema' | 'data';
  /** The kinds of known fields. */
  readonly fields: Map<string, Kind>;
  readonly entries?: Kind;
  /** A map with specification extensions: `x-` entries are data. */
  readonly extensible?: true;
  /** Invalid values are dropped with a warning: no call depends on them, or any value is acceptable. */
  readonly lenient?: true;
  /** The section of `components` for such objects; without one a reference is replaced by its target. */
  readonly section?: string;
}

function kind(title: string, rest: Partial<Kind> = {}): Kind {
  return { title, form: 'object', fields: new Map(), ...rest };
}

const data = kind('a value', { form: 'data' });
const schema = kind('a schema', { form: 'schema', section: 'schemas' });
const schemas = kind('a map of schemas', { entries: schema, lenient: true });
const schemaList = kind('a list of schemas', { form: 'list', entries: schema, lenient: true });
const discriminator = kind('a discriminator', { lenient: true });
const example = kind('an example object', { section: 'examples', lenient: true });
const examples = kind('a map of examples', { entries: example, lenient: true });
const mediaType = kind('a media type object');
const content = kind('a map of media types', { entries: mediaType });
const header = kind('a header', { section: 'headers' });
const headers = kind('a map of headers', { entries: header });
const encoding = kind('an encoding');
const encodings = kind('a map of encodings', { entries: encoding, lenient: true });
const link = kind('a link', { section: 'links', lenient: true });
const links = kind('a map of links', { entries: link, lenient: true });
const parameter = kind('a parameter', { section: 'parameters' });
const parameters = kind('a map of parameters', { entries: parameter });
const parameterList = kind('a list of parameters', { form: 'list', entries: parameter });
const requestBody = kind('a request body', { section: 'requestBodies' });
const requestBodies = kind('a map of request bodies', { entries: requestBody });
const response = kind('a response', { section: 'responses' });
const responses = kind('a map of responses', { entries: response });
const responsesOfOperation = kind('a map of responses', { entries: response, extensible: true });
const operation = kind('an operation');
const pathItem = kind('a path item', { section: 'pathItems' });
const inlinePathItem = kind('a path item');
const pathItems = kind('a map of path items', { entries: inlinePathItem });
const paths = kind('paths', { entries: inlinePathItem, extensible: true });
const callback = kind('a callback', { entries: pathItem, extensible: true, section: 'callbacks' });
const callbacks = kind('a map of callbacks', { entries: callback, lenient: true });
const securityScheme = kind('a security scheme', { section: 'securitySchemes' });
const securitySchemes = kind('a map of security schemes', { entries: securityScheme });
const components = kind('components');
const document = kind('the spec');

function addFields(to: Kind, fields: { readonly [field: string]: Kind }): void {
  for (const [field, child] of Object.entries(fields)) to.fields.set(field, child);
}

const valuesOf = { schema, list: schemaList, map: schemas, data };
for (const [keyword, own] of keywords) schema.fields.set(keyword, valuesOf[own.kind]);
addFields(schema, { discriminator });
addFields(mediaType, { schema, itemSchema: schema, examples, encoding: encodings });
addFields(encoding, { headers });
for (const described of [parameter, header]) addFields(described, { schema, content, examples });
addFields(requestBody, { content });
// A response of Swagger 2 has a schema.
addFields(response, { headers, content, links, schema });
addFields(operation, { parameters: parameterList, requestBody, responses: responsesOfOperation, callbacks });
for (const item of [pathItem, inlinePathItem]) {
  addFields(item, { parameters: parameterList, ...Object.fromEntries(METHODS.map((method) => [method, operation])) });
}
addFields(components, { schemas, responses, parameters, examples, requestBodies, headers });
addFields(components, { securitySchemes, links, callbacks, pathItems });
addFields(document, { paths, webhooks: pathItems, components });

export const kinds = {
  data,
  discriminator,
  document,
  inlinePathItem,
  parameterList,
  pathItem,
  schema,
  schemaList,
} as const;

/** Whether the keys of such an object are names chosen by the author, possibly `$ref`. */
export function isMap({ form, entries }: Kind): boolean {
  return form === 'object' && entries !== undefined;
}

export function childKind({ entries, extensible, fields }: Kind, key: string): Kind {
  if (entries !== undefined) return extensible && key.startsWith('x-') ? data : entries;
  return fields.get(key) ?? data;
}

/** The kind of the node at the end of a path that starts at a node of a known kind. */
export function kindAt(start: Kind, tokens: readonly string[]): Kind {
  return tokens.reduce(childKind, start);
}
