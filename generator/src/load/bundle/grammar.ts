import { keywords } from '../../schema/index.js';

/**
 * Where in a description which object of OpenAPI stands: what tells a schema, whose `$ref` is a reference, from data,
 * whose `$ref` is a key like any other. Everything that is not named here is data.
 */
export type Kind =
  | 'document'
  | 'components'
  | 'paths'
  | 'pathItems'
  | 'inlinePathItem'
  | 'pathItem'
  | 'operation'
  | 'parameterList'
  | 'parameters'
  | 'parameter'
  | 'requestBodies'
  | 'requestBody'
  | 'responses'
  | 'responseMap'
  | 'response'
  | 'headers'
  | 'header'
  | 'content'
  | 'mediaType'
  | 'encodings'
  | 'encoding'
  | 'examples'
  | 'example'
  | 'links'
  | 'link'
  | 'callbacks'
  | 'callback'
  | 'securitySchemes'
  | 'securityScheme'
  | 'schemas'
  | 'schemaList'
  | 'schema'
  | 'discriminator'
  | 'data';

interface Shape {
  /** How the object is called in a message. */
  readonly title: string;
  readonly form: 'object' | 'list' | 'schema';
  /** The kinds of known fields. */
  readonly fields?: ReadonlyMap<string, Kind>;
  /** The kind of every entry of a map or list. */
  readonly entries?: Kind;
  /** A map with specification extensions: `x-` entries are data. */
  readonly extensible?: true;
  /** Something else in its place is left out with a warning: no call depends on it, or any value will do. */
  readonly lenient?: true;
  /** The section of `components` that holds such objects; without one a reference is replaced by what it leads to. */
  readonly section?: string;
}

function fields(of: { readonly [field: string]: Kind }): Map<string, Kind> {
  return new Map(Object.entries(of));
}

const parameterFields = fields({ schema: 'schema', content: 'content', examples: 'examples' });

const pathItemFields = fields({
  parameters: 'parameterList',
  get: 'operation',
  put: 'operation',
  post: 'operation',
  delete: 'operation',
  options: 'operation',
  head: 'operation',
  patch: 'operation',
  trace: 'operation',
});

const held = { schema: 'schema', list: 'schemaList', map: 'schemas', data: 'data' } as const;
const schemaFields = new Map<string, Kind>([...keywords].map(([keyword, { holds }]) => [keyword, held[holds]]));
schemaFields.set('discriminator', 'discriminator');

const shapes: { readonly [kind in Kind]: Shape } = {
  document: {
    title: 'the description',
    form: 'object',
    fields: fields({ paths: 'paths', webhooks: 'pathItems', components: 'components' }),
  },
  components: {
    title: 'components',
    form: 'object',
    fields: fields({
      schemas: 'schemas',
      responses: 'responses',
      parameters: 'parameters',
      examples: 'examples',
      requestBodies: 'requestBodies',
      headers: 'headers',
      securitySchemes: 'securitySchemes',
      links: 'links',
      callbacks: 'callbacks',
      pathItems: 'pathItems',
    }),
  },
  paths: { title: 'paths', form: 'object', entries: 'inlinePathItem', extensible: true },
  pathItems: { title: 'a map of path items', form: 'object', entries: 'inlinePathItem' },
  inlinePathItem: { title: 'a path item', form: 'object', fields: pathItemFields },
  pathItem: { title: 'a path item', form: 'object', fields: pathItemFields, section: 'pathItems' },
  operation: {
    title: 'an operation',
    form: 'object',
    fields: fields({
      parameters: 'parameterList',
      requestBody: 'requestBody',
      responses: 'responseMap',
      callbacks: 'callbacks',
    }),
  },
  parameterList: { title: 'a list of parameters', form: 'list', entries: 'parameter' },
  parameters: { title: 'a map of parameters', form: 'object', entries: 'parameter' },
  parameter: { title: 'a parameter', form: 'object', fields: parameterFields, section: 'parameters' },
  requestBodies: { title: 'a map of request bodies', form: 'object', entries: 'requestBody' },
  requestBody: {
    title: 'a request body',
    form: 'object',
    fields: fields({ content: 'content' }),
    section: 'requestBodies',
  },
  responses: { title: 'a map of responses', form: 'object', entries: 'response' },
  responseMap: { title: 'a map of responses', form: 'object', entries: 'response', extensible: true },
  response: {
    title: 'a response',
    form: 'object',
    fields: fields({ headers: 'headers', content: 'content', links: 'links' }),
    section: 'responses',
  },
  headers: { title: 'a map of headers', form: 'object', entries: 'header' },
  header: { title: 'a header', form: 'object', fields: parameterFields, section: 'headers' },
  content: { title: 'a map of media types', form: 'object', entries: 'mediaType' },
  mediaType: {
    title: 'a media type object',
    form: 'object',
    fields: fields({ schema: 'schema', itemSchema: 'schema', examples: 'examples', encoding: 'encodings' }),
  },
  encodings: { title: 'a map of encodings', form: 'object', lenient: true, entries: 'encoding' },
  encoding: { title: 'an encoding', form: 'object', fields: fields({ headers: 'headers' }) },
  examples: { title: 'a map of examples', form: 'object', lenient: true, entries: 'example' },
  example: { title: 'an example object', form: 'object', lenient: true, section: 'examples' },
  links: { title: 'a map of links', form: 'object', lenient: true, entries: 'link' },
  link: { title: 'a link', form: 'object', lenient: true, section: 'links' },
  callbacks: { title: 'a map of callbacks', form: 'object', lenient: true, entries: 'callback' },
  callback: { title: 'a callback', form: 'object', entries: 'pathItem', extensible: true, section: 'callbacks' },
  securitySchemes: { title: 'a map of security schemes', form: 'object', entries: 'securityScheme' },
  securityScheme: { title: 'a security scheme', form: 'object', section: 'securitySchemes' },
  schemas: { title: 'a map of schemas', form: 'object', lenient: true, entries: 'schema' },
  schemaList: { title: 'a list of schemas', form: 'list', lenient: true, entries: 'schema' },
  schema: {
    title: 'a schema',
    form: 'schema',
    section: 'schemas',
    fields: schemaFields,
  },
  discriminator: { title: 'a discriminator', form: 'object', lenient: true },
  data: { title: 'a value', form: 'object' },
};

export function shapeOf(kind: Kind): Shape {
  return shapes[kind];
}

/** Whether the keys of such an object are names that the author chose, among which `$ref` may be one. */
export function isMap(kind: Kind): boolean {
  const shape = shapes[kind];
  return shape.form === 'object' && shape.entries !== undefined;
}

export function childKind(kind: Kind, key: string): Kind {
  const shape = shapes[kind];
  if (shape.entries !== undefined) return shape.extensible && key.startsWith('x-') ? 'data' : shape.entries;
  return shape.fields?.get(key) ?? 'data';
}

/** The kind of the node at the end of a way that starts at a node of a known kind. */
export function kindAt(start: Kind, tokens: readonly string[]): Kind {
  let kind = start;
  for (const token of tokens) {
    kind = childKind(kind, token);
    if (kind === 'data') return kind;
  }
  return kind;
}
