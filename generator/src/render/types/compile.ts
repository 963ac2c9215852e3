import type { GlobalContext, OpenAPI3, SchemaObject } from 'openapi-typescript';
import type { Json } from '../../schema/index.js';
import { isDateTime, isObject } from '../../schema/index.js';
import { loadOpenapiTypescript, loadRedoclyConfig } from '../compilers.js';
import { disguiseSigns } from './signs.js';

/** One schema that becomes a declaration, under a key of its own. */
export interface TypeEntry {
  readonly key: string;
  readonly schema: Json;
}

/**
 * Turns schemas into TypeScript with openapi-typescript: one interface `components` with a member per key, and after
 * it the helper types that the members use. As text: what follows edits it by its places.
 */
export async function compileSchemas(entries: readonly TypeEntry[], uploadType: string): Promise<string> {
  const openapiTypescript = await loadOpenapiTypescript();
  const { Config } = loadRedoclyConfig();
  const { ts } = openapiTypescript;
  const { factory } = ts;
  const disguised = disguiseSigns(Object.fromEntries(entries.map(({ key, schema }) => [key, schema])));
  const document: unknown = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    components: { schemas: disguised.schemas },
  };
  if (!isDocument(document)) throw new TypeError('A schema to compile is neither an object nor a boolean.');
  const date = factory.createTypeReferenceNode('Date');
  const upload = factory.createTypeReferenceNode(uploadType);
  const context: GlobalContext = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] }, // `TypeSchemas` has put the tags in already.
    emptyObjectsUnknown: true,
    enum: false, // Its enum members are code made of descriptions.
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    redoc: new Config({ apis: {}, styleguide: {} }), // Asked for by the type; nothing here uses it.
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform(schema) {
      const type = transformed(schema);
      if (type === undefined) return undefined;
      const node = type === 'date' ? date : upload;
      return isNullable(schema)
        ? factory.createUnionTypeNode([node, factory.createLiteralTypeNode(factory.createNull())])
        : node;
    },
    transformProperty: undefined,
    resolve: (ref) => openapiTypescript.resolveRef(document, ref, { silent: true }),
  };
  const nodes = openapiTypescript.transformComponentsObject({ schemas: document.components?.schemas ?? {} }, context);
  const components = factory.createInterfaceDeclaration(
    undefined,
    'components',
    undefined,
    undefined,
    nodes.filter(ts.isTypeLiteralNode).flatMap((literal) => [...literal.members]),
  );
  return disguised.restore(openapiTypescript.astToString([components, ...context.injectFooter]));
}

/** openapi-typescript's own type for what `TypeSchemas` made: each schema an object or a boolean. */
function isDocument(value: unknown): value is OpenAPI3 {
  if (typeof value !== 'object' || value === null || !('components' in value)) return false;
  const { components } = value;
  if (typeof components !== 'object' || components === null || !('schemas' in components)) return false;
  const { schemas } = components;
  return (
    typeof schemas === 'object' &&
    schemas !== null &&
    Object.values(schemas).every((schema) => isObject(schema) || typeof schema === 'boolean')
  );
}

function transformed(schema: SchemaObject): 'date' | 'upload' | undefined {
  if (schema.format === undefined) return undefined;
  const json: Json = JSON.parse(JSON.stringify({ type: schema.type, format: schema.format, enum: schema.enum }));
  if (!isObject(json) || Array.isArray(schema.enum)) return undefined;
  if (isDateTime(json)) return 'date';
  return schema.format === 'binary' ? 'upload' : undefined;
}

function isNullable(schema: SchemaObject): boolean {
  return 'type' in schema && Array.isArray(schema.type) && schema.type.some((type) => type === 'null');
}
