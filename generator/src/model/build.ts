import type { AddonHooks } from '../addons/index.js';
import { type BundledDocument, METHODS } from '../load/document.js';
import { type Problem, warningProblem } from '../problems/index.js';
import type { JsonObject, Schema } from '../schema/index.js';
import {
  forgetSlowPatterns,
  furtherReading,
  get,
  getObject,
  getString,
  isSchema,
  namedReference,
  objectShape,
  optional,
  pointerToken,
  References,
  schemasOf,
  schemaTypes,
  stringsAt,
} from '../schema/index.js';
import { bodiesOf, buildBody, withBinaryParts } from './bodies.js';
import { buildExamples } from './call-examples.js';
import { buildInfo, buildTags } from './info.js';
import type { Body, Method, Model, NamedSchema, Operation, OperationResponse, Parameter, Part } from './model.js';
import { type IdentifiedOperation, uniqueOperationIds } from './operation-ids.js';
import { buildPagination } from './pagination.js';
import { paginationExtension } from './pagination-extension.js';
import { buildParameters } from './parameters.js';
import { buildResponses } from './responses.js';
import { buildSecuritySchemes, readSecurity, unsentCredentials } from './security.js';
import { buildServers, usualServers } from './servers.js';
import { buildWebhooks } from './webhooks.js';

/** Their request bodies have no defined meaning and are ignored (OpenAPI 3.0, 4.7.10); `fetch` sends none. */
const bodiless: ReadonlySet<Method> = new Set(['get', 'head']);

interface RawOperation extends IdentifiedOperation {
  readonly method: Method;
  readonly object: JsonObject;
}

/** Reads the bundled document into the model. Returns warnings with it; none of them stops a run. */
export function buildModel(document: BundledDocument, hooks: AddonHooks = {}): { model: Model; problems: Problem[] } {
  forgetSlowPatterns();
  const { root } = document;
  const references = new References(root);
  const { operations: rawOperations, problems: leftOut } = collectOperations(root, references);
  const { ids, problems } = uniqueOperationIds(rawOperations);
  problems.push(...leftOut);
  const securitySchemes = buildSecuritySchemes(root, references);
  const usual = readSecurity(root, '', securitySchemes);
  problems.push(...unsentCredentials(securitySchemes), ...usual.problems);
  const drafts = rawOperations.map((raw) => {
    const own = readSecurity(raw.object, raw.pointer, securitySchemes);
    problems.push(...own.problems);
    const security = own.security ?? usual.security ?? [];
    const credentials = securitySchemes.filter(({ key }) => security.some((keys) => keys.includes(key)));
    const { sources, problems: found } = buildParameters(raw.object, raw.path, raw.pointer, references, credentials);
    const parameters = sources.map(({ parameter }) => parameter);
    problems.push(...found);
    const described = buildBody(raw.object, raw.pointer, references);
    const bodySource = bodiless.has(raw.method) ? undefined : described;
    if (described && !bodySource && hasFields(described.body, references)) {
      const message = `The request body is omitted: a ${raw.method.toUpperCase()} request has none.`;
      const hint = 'Define its fields as query parameters, or use another method.';
      problems.push(warningProblem('body-ignored', { pointer: `${raw.pointer}/requestBody` }, message, hint));
    }
    if (bodySource) {
      problems.push(...bodySource.problems);
      for (const { schema, parts } of bodiesOf(bodySource)) markBinaryParts(schema, parts, references);
    }
    return { raw, sources, parameters, bodySource, security };
  });
  // Examples come last: they need the final schemas.
  const operations = drafts.map(({ raw, sources, parameters, bodySource, security }, index): Operation => {
    const { pointer } = raw;
    const calls = buildExamples({ pointer, parameters: sources, ...optional('body', bodySource) }, references);
    const headers = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
    const { responses, problems: found } = responsesOf(raw, references, headers);
    const source = { pointer, parameters, responses, ...optional('body', bodySource?.body) };
    const paged = buildPagination(source, get(raw.object, paginationExtension), references);
    problems.push(...calls.problems, ...found, ...paged.problems);
    return {
      pointer,
      id: ids[index] ?? raw.path,
      method: raw.method,
      path: withoutParameters(raw.path, parameters),
      ...optional('tag', stringsAt(raw.object, 'tags')[0]),
      ...optional('summary', getString(raw.object, 'summary')),
      ...optional('description', getString(raw.object, 'description')),
      ...optional('reading', furtherReading(raw.object)),
      deprecated: get(raw.object, 'deprecated') === true,
      parameters,
      ...optional('body', bodySource?.body),
      responses,
      security,
      servers: buildServers(get(raw.object, 'servers')),
      examples: calls.examples,
      ...optional('pagination', paged.pagination),
    };
  });
  const identified = rawOperations.map(({ object, pointer, path }, index) => ({
    id: ids[index] ?? path,
    pointer,
    object,
  }));
  const model: Model = {
    info: buildInfo(root),
    webhooks: buildWebhooks(root, identified, references),
    servers: usualServers(buildServers(get(root, 'servers')), operations),
    tags: buildTags(root, operations),
    operations,
    schemas: buildSchemas(root, references),
    securitySchemes,
    hooks,
    resolve: (ref) => references.resolve(ref),
  };
  return { model, problems };
}

/** The path without the pairs of a query in it that are parameters: of `/users?name={name}` it is `/users`. */
function withoutParameters(whole: string, parameters: readonly Parameter[]): string {
  const [path = '', query = ''] = whole.split('?', 2);
  const declared = new Set(parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name));
  const pairs = query.split('&').filter((pair) => pair !== '' && !declared.has(/^.*=\{(.*)\}$/.exec(pair)?.[1] ?? ''));
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function collectOperations(root: JsonObject, references: References) {
  const paths = getObject(root, 'paths') ?? {};
  const problems: Problem[] = [];
  const operations = Object.entries(paths).flatMap(([written, rawItem]) => {
    const item = references.object(rawItem);
    if (!item || written.startsWith('x-')) return [];
    const path = written.startsWith('/') ? written : `/${written}`;
    // In the order of the methods in the spec.
    return Object.keys(item).flatMap((key): RawOperation[] => {
      const method = METHODS.find((candidate) => candidate === key);
      const object = getObject(item, key);
      const pointer = `/paths/${pointerToken(written)}/${key}`;
      if (!method || !object) return [];
      if (method === 'trace') {
        const message = 'The operation is omitted: `fetch` rejects TRACE requests.';
        problems.push(warningProblem('method-ignored', { pointer }, message, 'Use another method.'));
        return [];
      }
      return [{ method, path, pointer, object, operationId: getString(object, 'operationId') }];
    });
  });
  return { operations, problems };
}

/** The response of a HEAD request has no body, whatever the spec defines (RFC 9110, 9.3.2). */
function responsesOf(
  { method, object, pointer }: RawOperation,
  references: References,
  headers: readonly string[],
): ReturnType<typeof buildResponses> {
  const built = buildResponses(object, pointer, references, headers);
  if (method !== 'head') return built;
  const responses = built.responses.map(({ mediaType: _, schema: __, stream: ___, ...reply }): OperationResponse => {
    return { ...reply, kind: 'empty', examples: [] };
  });
  return { responses, problems: [] };
}

function hasFields(body: Body, references: References): boolean {
  const isObject = schemaTypes(body.schema, references).every((type) => type === 'object');
  return body.required || !isObject || objectShape(body.schema, references).properties.length > 0;
}

/** Replaces the body's schema if the encoding makes a part binary and the schema has a name. */
function markBinaryParts(schema: Schema, parts: readonly Part[], references: References): void {
  const ref = typeof schema === 'object' ? getString(schema, '$ref') : undefined;
  const target = ref === undefined ? undefined : references.resolve(ref);
  if (ref === undefined || typeof target !== 'object') return;
  references.replace(ref, withBinaryParts(target, parts));
}

function buildSchemas(root: JsonObject, references: References): NamedSchema[] {
  const schemas = schemasOf(root);
  return Object.keys(schemas).flatMap((name) => {
    const described = schemas[name];
    const schema = references.replacement(namedReference(name)) ?? described;
    return isSchema(schema) ? [{ name, pointer: `/components/schemas/${pointerToken(name)}`, schema }] : [];
  });
}
