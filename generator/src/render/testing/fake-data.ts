import { Definitions } from '../../model/definitions.js';
import { commonErrorBody, errorOfSchema } from '../../model/error-bodies.js';
import type { Operation, OperationResponse } from '../../model/model.js';
import { errorResponses, responseFor, statusOf } from '../../model/results.js';
import { sentPath } from '../../model/servers.js';
import { synthesise } from '../../model/synthesise/index.js';
import type { BodyLayout } from '../../naming/index.js';
import {
  conforms,
  get,
  type Json,
  type JsonObject,
  propertySchema,
  regularExpression,
  replacedAt,
  requiringField,
  type Schema,
} from '../../schema/index.js';
import { itemSchema, pageFields } from '../calls/pages.js';
import type { RenderContext } from '../context.js';
import { jsonText, propertyKey, stringLiteral } from '../encode.js';
import { responseDates } from '../tests/response-dates.js';
import type { FakeDataView, FakeEntryView } from '../views/testing.js';
import { mostSteps, resourceRoles } from './resources.js';

/** The placeholder for the message of an error: `messageMark` of the runtime's `testing/data.ts`. */
const messageMark = '{message}';
/** Statuses whose bodies are the same for all operations, unless an operation defines its own. */
const usualStatuses = [400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 500, 502, 503, 504];

/** Maximum length of a documented example that is used as it is: developers read these responses. */
const longestExample = 2_000;

/** `testing-data.ts`: the data of the spec for the fake of `./testing`, each entry as JSON on one line. */
export function fakeData(context: RenderContext): FakeDataView {
  const { model, names } = context;
  const definitions: [string, JsonObject][] = [];
  // The fake's validator compiles patterns with the flag `u`.
  const takesPattern = (pattern: string): boolean => regularExpression(pattern)?.unicode === true;
  const prepared = new Definitions(model, (id, schema) => void definitions.push([id, schema]), takesPattern);
  const roles = resourceRoles(context);
  const errors = usualStatuses.map((status) => [String(status), commonErrorBody(model.hooks, status, messageMark)]);
  const usual = new Map(errors.map(([status, body]) => [String(status), JSON.stringify(body)]));
  const operations = model.operations.map((operation): [string, Json] => {
    const { constant, layout } = names.operation(operation);
    const response = responseFor(operation, undefined);
    const entry = {
      method: operation.method.toUpperCase(),
      path: sentPath(operation),
      parameters: layout.parameters.map(({ argument, parameter }) => ({
        argument,
        ...(parameter.required && { required: true }),
        schema: prepared.prepare(parameter.schema),
      })),
      bodies: [...(layout.body ? [layout.body] : []), ...layout.others].map((body) => bodyEntry(body, prepared)),
      reply: responseEntry(operation, response, context),
      errors: errorBodies(operation, context, usual),
      pages: pagesEntry(operation, context),
      resource: roles.get(operation),
    };
    return [constant, withoutEmpty(entry)];
  });
  const types = model.schemas.flatMap(({ name, schema }): [string, Json][] => {
    const exported = names.schema(name)?.exported;
    const entry = exported === undefined ? undefined : typeEntry(name, schema, context);
    return exported === undefined || entry === undefined ? [] : [[exported, entry]];
  });
  return {
    definitions: definitions.map(entryView),
    operations: operations.map(entryView),
    types: types.map(entryView),
    errors: jsonLiteral(Object.fromEntries(errors)),
    errorType: stringLiteral(model.hooks.errors === undefined ? 'application/problem+json' : 'application/json'),
    typeNames: types.map(([name]) => name),
  };
}

function entryView([key, value]: readonly [string, Json]): FakeEntryView {
  return { key: propertyKey(key), json: jsonLiteral(value) };
}

/** JSON as a string literal: an object literal would interpret `__proto__`. */
function jsonLiteral(value: Json): string {
  return stringLiteral(jsonText(value));
}

/** An entry without absent and empty fields. */
function withoutEmpty(entry: Readonly<Record<string, unknown>>): JsonObject {
  const isEmpty = (value: unknown): boolean => value === undefined || /^(\[\]|\{\})$/.test(JSON.stringify(value));
  const json: JsonObject = JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(entry).filter(([, value]) => !isEmpty(value)))),
  );
  return json;
}

function bodyEntry(layout: BodyLayout, prepared: Definitions): JsonObject {
  const { mediaType, schema } = layout.body;
  const isRequired =
    layout.kind === 'argument' ? layout.body.required : layout.properties.some(({ required }) => required);
  return {
    mediaType,
    ...(layout.kind === 'argument' && { argument: layout.argument }),
    ...(isRequired && { required: true }),
    schema: prepared.prepare(schema),
  };
}

/** The documented example of the first success, or a value with only what its schema requires. */
function responseEntry(
  operation: Operation,
  response: OperationResponse | undefined,
  context: RenderContext,
): JsonObject {
  const { model } = context;
  if (response === undefined) return { status: 204 };
  const status = statusOf(response);
  const headers = requiredHeaders(response, model);
  if (response.kind === 'empty') return { status, ...headers };
  const usualType = { json: 'application/json', text: 'text/plain', binary: 'application/octet-stream' }[response.kind];
  const isExact = response.mediaType !== undefined && !response.mediaType.includes('*');
  const made = synthesise(response.schema ?? true, model, { fill: 'required', direction: 'reply', mostSteps });
  const [example] = response.examples;
  const isUsable =
    example !== undefined &&
    JSON.stringify(example.value).length <= longestExample &&
    conforms(example.value, response.schema ?? true, model);
  const value = response.kind === 'binary' ? 'binary content' : isUsable ? example.value : (made ?? example?.value);
  return {
    status,
    mediaType: isExact ? (response.mediaType ?? usualType) : usualType,
    ...(response.stream && { stream: response.stream }),
    ...headers,
    ...(value !== undefined && { value: asOnlyPage(value, response.schema ?? true, operation, context) }),
  };
}

/** The headers that the types require, except those of the body. */
function requiredHeaders({ headers = [] }: OperationResponse, model: RenderContext['model']): JsonObject {
  const entries = headers.flatMap(({ name, required, schema, json }) => {
    if (!required || /^(?:content-(?:type|length|encoding)|transfer-encoding|set-cookie)$/i.test(name)) return [];
    const value = synthesise(schema, model, { fill: 'required', direction: 'request', name, mostSteps });
    if (value === undefined || (typeof value === 'object' && !json)) return [];
    const text = json ? JSON.stringify(value) : String(value);
    return /^[\x20-\x7e]*$/.test(text) ? [[name, text] as const] : [];
  });
  return entries.length === 0 ? {} : { headers: Object.fromEntries(entries) };
}

/** Without the cursor of a next page, or with an empty one if it is required. */
function asOnlyPage(value: Json, schema: Schema, { pagination }: Operation, { model }: RenderContext): Json {
  if (pagination?.order.kind !== 'cursor') return value;
  const { replied } = pagination.order;
  const pages = [undefined, null, ''].map((cursor) => replacedAt(value, replied, cursor));
  return pages.find((page) => conforms(page, schema, model)) ?? pages[0] ?? value;
}

/** The error bodies of an operation by status, where they differ from the common ones. */
function errorBodies(operation: Operation, { model }: RenderContext, usual: ReadonlyMap<string, string>): JsonObject {
  const bodies = errorResponses(operation).flatMap((response): [string, Json][] => {
    if (response.kind !== 'json' || response.schema === undefined) return [];
    const body = errorOfSchema(
      response,
      response.status === 'default' ? 500 : statusOf(response),
      messageMark,
      [],
      model,
    );
    return body === undefined || JSON.stringify(body) === usual.get(response.status) ? [] : [[response.status, body]];
  });
  return Object.fromEntries(bodies);
}

/** `undefined` if no item can be generated. */
export function pagesEntry(operation: Operation, context: RenderContext): JsonObject | undefined {
  const { pagination } = operation;
  const schema = pagination && itemSchema(operation, pagination.items, context.model);
  if (!pagination || schema === undefined) return undefined;
  const { order } = pagination;
  const hasId = order.kind === 'offset' && propertySchema(schema, 'id', context.model) !== undefined;
  // Pages that a number or an offset requests must differ, otherwise the client takes them for a repetition.
  if (order.kind === 'offset' && !hasId) return undefined;
  const keys = order.kind === 'keyset' ? order.fields.map(({ field }) => field) : hasId ? [['id']] : [];
  // The next page is requested by the key fields of the last item.
  const keyed = keys.reduce<Schema>((whole, path) => requiringField(whole, path), schema);
  const item = asInstantTexts(keyed, 'item', context)?.value;
  if (item === undefined) return undefined;
  return { item, ...pageFields(pagination, context.names.operation(operation).layout) };
}

export function typeEntry(name: string, schema: Schema, context: RenderContext): JsonObject | undefined {
  const made = asInstantTexts(schema, name, context);
  if (made === undefined) return undefined;
  const id = get(made.value, 'id');
  const isVaried = id !== undefined && conforms({ ...Object(made.value), id: variedId(id) }, schema, context.model);
  return {
    value: made.value,
    ...(made.dates.length > 0 && { dates: made.dates }),
    ...(isVaried && { ids: ['id'] }),
  };
}

/** A value with what a schema requires, and the pointers to its date-times, which are strings. */
function asInstantTexts(schema: Schema, name: string, { model }: RenderContext) {
  const source = { ...model, resolve: (ref: string) => model.resolve(ref), hooks: {} };
  const value = synthesise(schema, source, { fill: 'required', direction: 'reply', name, mostSteps });
  if (value === undefined) return undefined;
  // Searching for the schema of each value is slow in deep compositions.
  const hasDates = /"\d{4}-\d\d-\d\dT/.test(JSON.stringify(value));
  return { value, dates: hasDates ? responseDates(value, schema, model, (item) => typeof item === 'string') : [] };
}

/** Another id of the same kind, like the runtime's `varied`. */
function variedId(id: Json): Json {
  if (typeof id === 'number') return id + 1;
  if (typeof id !== 'string') return null;
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? `${id.slice(0, -12)}000000000001` : `${id}-1`;
}
