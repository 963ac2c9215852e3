import { type SchemaDirections, schemaDirections } from '../../model/directions.js';
import type { Model, Operation, Parameter } from '../../model/model.js';
import type { Names, OperationNames, TypeName } from '../../naming/index.js';
import type { Json, Schema } from '../../schema/index.js';
import { isObject, OpenEnums } from '../../schema/index.js';
import type { RenderContext } from '../context.js';
import { commentLines } from '../encode.js';
import type { RenderedFile } from '../rendered.js';
import { referencedKey, successReplies } from '../reply-type.js';
import type { Declaration, DeclarationRequest } from './declarations.js';
import { declareTypes, type TypesMemory, usesName } from './declare.js';
import { buildFilters, type Filters } from './filters.js';
import { openValues } from './open-values.js';
import { RequestSchemas } from './request-schemas.js';
import { type SpecialTypes, TypeSchemas } from './type-schema.js';

interface Entry {
  readonly request: DeclarationRequest;
  readonly schema: Json;
}

/** What a description has beyond plain schemas. */
export interface SpecialParts {
  readonly directions: SchemaDirections;
  readonly filters: Filters;
  readonly special: SpecialTypes;
}

/** To be made once: it gives types their names. */
export function buildSpecialParts(model: Model, names: Names): SpecialParts {
  const directions = schemaDirections(model);
  const filters = buildFilters(model, names);
  return {
    directions,
    filters,
    special: { enums: new OpenEnums(model, directions.received), filters: filters.bySchema },
  };
}

/** `src/` of the types package: `schemas.ts` with the described types, `operations.ts` with arguments and replies. */
export async function renderTypes(
  context: RenderContext,
  { directions, filters, special }: SpecialParts,
  memory?: TypesMemory,
): Promise<RenderedFile[]> {
  const { model, names, templates } = context;
  const converter = new TypeSchemas(model, special);
  const requests = new RequestSchemas(model, directions, special.enums);
  const sent = new TypeSchemas(model, special, { requests, received: converter });
  const schemas = model.schemas.flatMap(({ name: key, schema }): Entry[] => {
    const name = names.schema(key);
    if (!name || filters.bySchema.has(schema)) return [];
    return [{ request: { key, name }, schema: (requests.owns(schema) ? sent : converter).convert(schema) }];
  });
  const operations = model.operations.flatMap((operation) =>
    operationEntries(operation, names.operation(operation), converter, sent),
  );
  const hoisted = [...converter.hoisted, ...sent.hoisted].map(({ key, ref, schema, input }): Entry => {
    return { request: { key, name: input === undefined ? names.unnamed(ref) : names.input(input) }, schema };
  });
  const entries = [...schemas, ...hoisted, ...operations];
  const others = { declared: [...filters.bySchema.values()], texts: openValues };
  const { byKey, helpers, usesUpload } = await declareTypes({ entries, upload: names.upload.local, others }, memory);
  const pick = (list: readonly Entry[]): Declaration[] => list.flatMap(({ request }) => byKey.get(request.key) ?? []);
  const schemaDeclarations = [...pick([...schemas, ...hoisted]), ...filters.declarations];
  const operationDeclarations = pick(operations);
  const common = usesUpload ? [uploadDeclaration(names.upload)] : [];
  const operationTexts = operationDeclarations.map(({ text }) => text);
  return [
    ['src/index.ts', templates.render('types/index.ts.hbs', {})],
    // The same for importers that are ECMAScript modules: without any code a package has both kinds.
    ['src/index.mts', templates.render('types/index.mts.hbs', {})],
    [
      'src/schemas.ts',
      templates.render('types/schemas.ts.hbs', {
        declarations: [...common, ...schemaDeclarations.map(({ text }) => text), ...helpers],
        renamed: renamed(schemaDeclarations),
      }),
    ],
    [
      'src/operations.ts',
      templates.render('types/operations.ts.hbs', {
        imports: importsOf(operationDeclarations, schemaDeclarations, usesUpload ? names.upload : undefined),
        declarations: [
          ...operationTexts,
          ...helpers.filter((helper) => operationTexts.some((text) => usesName(text, helperName(helper)))),
        ],
        renamed: renamed(operationDeclarations),
      }),
    ],
  ];
}

function operationEntries(
  operation: Operation,
  own: OperationNames,
  converter: TypeSchemas,
  sent: TypeSchemas,
): Entry[] {
  const entries: Entry[] = [];
  if (own.arguments) entries.push(argumentsEntry(operation, own, own.arguments, sent));
  if (own.response) {
    const schemas = successReplies(operation).flatMap((reply) =>
      reply.kind === 'json' && reply.schema !== undefined ? [converter.convert(reply.schema)] : [],
    );
    const [only] = schemas;
    const schema: Json = schemas.length === 1 && only !== undefined ? only : { anyOf: schemas };
    const description = `What \`${own.method}\` replies.`;
    entries.push({
      request: { key: `response:${operation.pointer}`, name: own.response },
      schema: described(schema, description),
    });
  }
  return entries;
}

function argumentsEntry(operation: Operation, own: OperationNames, name: TypeName, sent: TypeSchemas): Entry {
  const { layout } = own;
  const properties: [string, Json][] = layout.parameters.map(({ parameter, argument }) => [
    argument,
    argumentSchema(parameter, sent),
  ]);
  const required = layout.parameters.filter(({ parameter }) => parameter.required).map(({ argument }) => argument);
  if (layout.body?.kind === 'argument') {
    const { argument, body } = layout.body;
    properties.push([
      argument,
      described(sent.convert(bodySchema(body.kind, body.schema)), body.description ?? 'The request body.'),
    ]);
    if (body.required) required.push(argument);
  }
  const fields: Json = { type: 'object', properties: Object.fromEntries(properties), required };
  const description = `Arguments of \`${own.method}\`.`;
  const request = { key: `arguments:${operation.pointer}`, name };
  if (layout.body?.kind !== 'fields') return { request, schema: { ...fields, description } };
  const { schema } = layout.body.body;
  const converted = sent.convert(schema);
  const base = isObject(converted) ? referencedKey(converted) : undefined;
  if (base !== undefined && properties.length === 0) {
    return { request: { ...request, extends: base, comment: description }, schema: true };
  }
  if (base !== undefined) return { request: { ...request, extends: base }, schema: { ...fields, description } };
  const parts = properties.length > 0 ? [converted, fields] : [converted];
  return {
    request,
    schema: described(parts.length === 1 && parts[0] !== undefined ? parts[0] : { allOf: parts }, description),
  };
}

/** Bytes for a binary body, whatever its schema says or leaves out. */
function bodySchema(kind: string, schema: Schema): Schema {
  return kind === 'binary' ? { type: 'string', format: 'binary' } : schema;
}

function argumentSchema(parameter: Parameter, converter: TypeSchemas): Json {
  const schema = converter.convert(parameter.schema);
  const bounds = isObject(schema) && typeof schema.description === 'string' ? schema.description : undefined;
  const text = [parameter.description, bounds].filter((part) => part !== undefined && part !== '').join('\n\n');
  const commented = text === '' ? schema : described(schema, text);
  return parameter.deprecated && isObject(commented) ? { ...commented, deprecated: true } : commented;
}

function described(schema: Json, description: string): Json {
  const comment = commentLines(description).join('\n');
  if (!isObject(schema)) return typeof schema === 'boolean' && schema ? { description: comment } : schema;
  return { ...schema, description: comment };
}

function renamed(declarations: readonly Declaration[]): TypeName[] {
  return declarations.map(({ name }) => name).filter(({ local, exported }) => local !== exported);
}

function importsOf(
  users: readonly Declaration[],
  sources: readonly Declaration[],
  upload: TypeName | undefined,
): (TypeName & { renamed: boolean })[] {
  const mentioned = new Set(users.flatMap(({ mentions }) => mentions));
  const available = sources.map(({ name }) => name).filter(({ local }) => mentioned.has(local));
  const usesUpload = upload !== undefined && users.some(({ text }) => usesName(text, upload.local));
  return [...available, ...(usesUpload ? [upload] : [])]
    .sort((left, right) => (left.exported < right.exported ? -1 : 1))
    .map((name) => ({ ...name, renamed: name.local !== name.exported }));
}

function helperName(helper: string): string {
  return /type (\w+)/.exec(helper)?.[1] ?? '';
}

function uploadDeclaration(name: TypeName): string {
  return `/** Bytes to send: a \`Blob\` or \`File\`, raw bytes, or data with a file name and media type. */
export type ${name.local} =
  | Blob
  | Uint8Array
  | ArrayBuffer
  | {
      /** The bytes; a text is sent as UTF-8, a stream is read to its end before the request is sent. */
      readonly data: Blob | Uint8Array | ArrayBuffer | string | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;
      /** The file name that the server sees. */
      readonly name?: string | undefined;
      /** The media type, such as \`image/png\`. */
      readonly type?: string | undefined;
    }
  | {
      /** A file's path; under \`./server\` only. */
      readonly path: string;
      readonly name?: string | undefined;
      readonly type?: string | undefined;
    };`;
}
