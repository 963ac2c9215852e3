import type { Model, Operation, Webhook } from '../model/model.js';
import { idFromPath } from '../model/operation-ids.js';
import { errorResponses, successHeaders, successResponses } from '../model/results.js';
import { type Problem, warningProblem } from '../problems/index.js';
import { canonical, parsePointer, plainReference, referencedKey } from '../schema/index.js';
import { NameAllocator } from './allocate.js';
import { type ArgumentLayout, layOutArguments } from './argument-layout.js';
import { isReservedWord, toDeclarationName, toMemberName } from './identifiers.js';
import type { NameData, NameKind, NameTemplates } from './name-templates.js';
import { allocatePages, type PageName } from './page-names.js';
import { capitalize, pascalCase } from './words.js';

export interface TypeName {
  /** The name that users import. */
  readonly exported: string;
  /** The name inside the types package: different if the exported name would hide a global. */
  readonly local: string;
}

export interface OperationNames {
  readonly method: string;
  /** The constant with the operation's data. */
  readonly constant: string;
  readonly layout: ArgumentLayout;
  /** The type of the argument object; absent if there are no arguments. */
  readonly arguments?: TypeName;
  /** The type of a JSON response whose schema is unnamed. */
  readonly response?: TypeName;
  /** The type of the error bodies by status; absent if the spec defines none. */
  readonly errors?: TypeName;
  /** The type of the response headers. */
  readonly headers?: TypeName;
}

/** All names in the output. No other module creates names. */
export interface Names {
  readonly scope: string;
  readonly project: string;
  readonly typesPackage: string;
  readonly clientPackage: string;
  readonly className: string;
  readonly serverClassName: string;
  /** The client without methods. */
  readonly coreName: string;
  /** The prefix of the error classes, such as `Chat`. */
  readonly errorPrefix: string;
  /** The variable of the client in examples. */
  readonly variable: string;
  readonly upload: TypeName;
  operation(operation: Operation): OperationNames;
  /** By the key in `components.schemas`. */
  schema(key: string): TypeName | undefined;
  /** The request type of a named schema, if it differs from the response type. */
  input(key: string): TypeName;
  /** The type of an unnamed schema, by the reference to it. In a request it may have another type than in a response. */
  unnamed(ref: string, isSent?: boolean): TypeName;
  /** The payload type of a webhook or callback, if its schema has no name. */
  payload(webhook: Webhook): TypeName | undefined;
  /** By tag; `undefined` for untagged operations. */
  page(tag: string | undefined): PageName;
}

/** Globals used in the generated types: a type with the same name needs another local name. */
const mentionedGlobals = new Set(
  'Array AsyncIterable Blob Date File Omit Promise Record ReadableStream Uint8Array ArrayBuffer WithRequired'.split(
    ' ',
  ),
);

/** Names used in samples and tests besides the client. */
const sampleNames = new Set(
  `check code console credential data describe error expect fetch item method process response rateLimit requestId
  setUp test`.split(/\s+/),
);

/** Other names in the module of the operations. */
const operationsModuleNames = [
  'types',
  'runtime',
  'explain',
  'Explanation',
  'ApiCall',
  'PagedCall',
  'RequestOptions',
  ...['ErrorOf', 'isErrorOf', 'EventCall', 'StreamCall'],
];

export interface NameSettings {
  readonly scope: string;
  readonly name: string;
  /** Names that methods must not have: members that add-ons add to the client. */
  readonly reservedMembers: ReadonlySet<string>;
}

/** Creates all names; each name that had to change is a warning. */
export function buildNames(model: Model, settings: NameSettings, nameOf: NameTemplates) {
  const problems: Problem[] = [];
  const common: NameData = { scope: settings.scope, name: settings.name };
  const declarationOf = (kind: NameKind, more: Partial<NameData> = {}): string =>
    toDeclarationName(nameOf(kind, { ...common, ...more }));
  const types = new NameAllocator();
  const typeName = (exported: string): TypeName => ({
    exported,
    local: mentionedGlobals.has(exported) ? types.take([`${exported}_`]) : exported,
  });

  const schemas = new Map<string, TypeName>();
  for (const schema of exactFirst(model.schemas, ({ name }) => nameOf('type', { ...common, schema: name }) === name)) {
    const wanted = declarationOf('type', { schema: schema.name });
    const given = types.take([wanted]);
    if (given !== wanted) problems.push(renamed('type-renamed', 'schema', schema.name, schema.pointer, wanted, given));
    schemas.set(schema.name, typeName(given));
  }

  const methods = new NameAllocator();
  const operations = new Map<Operation, OperationNames>();
  const coreName = declarationOf('core-class');
  const constants = new NameAllocator([coreName, ...operationsModuleNames]);
  const dataOf = (operation: Operation): NameData => ({
    ...common,
    httpMethod: operation.method,
    path: operation.path,
    tag: operation.tag ?? '',
    operationId: operation.id,
  });
  for (const operation of exactFirst(model.operations, (one) => nameOf('method', dataOf(one)) === one.id)) {
    const byId = dataOf(operation);
    const byPath = { ...byId, operationId: idFromPath(operation.method, operation.path) };
    const pathName = nameOf('method', byPath);
    const wanted = toMemberName(nameOf('method', byId) || pathName, settings.reservedMembers);
    const method = methods.take([wanted, toMemberName(pathName, settings.reservedMembers)]);
    if (method !== wanted)
      problems.push(renamed('method-renamed', 'operation', operation.id, operation.pointer, wanted, method));
    const layout = layOutArguments(operation, model);
    const take = (kind: 'arguments' | 'response' | 'errors' | 'headers'): TypeName =>
      typeName(types.take([declarationOf(kind, byId), declarationOf(kind, byPath)]));
    const hasArguments = layout.parameters.length > 0 || layout.body !== undefined;
    operations.set(operation, {
      method,
      constant: constants.take([isReservedWord(method) ? `${method}_` : method]),
      layout,
      ...(hasArguments ? { arguments: take('arguments') } : {}),
      ...(needsResponseType(operation) ? { response: take('response') } : {}),
      ...(errorResponses(operation).some(({ kind }) => kind !== 'empty') ? { errors: take('errors') } : {}),
      ...(successHeaders(operation).length > 0 ? { headers: take('headers') } : {}),
    });
  }

  const payloads = new Map<Webhook, TypeName>();
  for (const kind of new Set(model.webhooks.map((webhook) => webhook.kind))) {
    for (const name of ['Payloads', 'Payload', 'Event']) types.take([capitalize(kind) + name]);
  }
  for (const webhook of model.webhooks) {
    if (plainReference(webhook.schema) !== undefined) continue;
    payloads.set(webhook, typeName(types.take([declarationOf('payload', { event: webhook.event })])));
  }

  const inputs = new Map<string, TypeName>();
  const pages = allocatePages(model, (tag) => nameOf('page', { ...common, tag }));
  const variable = declarationOf('variable');
  const names: Names = {
    scope: settings.scope,
    project: settings.name,
    typesPackage: nameOf('types-package', common),
    clientPackage: nameOf('client-package', common),
    className: declarationOf('class'),
    serverClassName: declarationOf('server-class'),
    coreName,
    errorPrefix: pascalCase(settings.name),
    variable: sampleNames.has(variable) ? `${variable}Client` : variable,
    upload: typeName(types.take(['Upload'])),
    operation(operation) {
      const found = operations.get(operation);
      if (!found) throw new Error(`There are no names for operation ${operation.id}`);
      return found;
    },
    schema: (key) => schemas.get(key),
    input(key) {
      const name = inputs.get(key) ?? typeName(types.take([declarationOf('input', { schema: key })]));
      inputs.set(key, name);
      return name;
    },
    unnamed(ref, isSent = false) {
      const schema = wordsOf(ref);
      const more = isSent ? [declarationOf('input', { schema })] : [];
      return typeName(types.take([declarationOf('type', { schema }), ...more]));
    },
    payload: (webhook) => payloads.get(webhook),
    page: (tag) => pages.get(tag) ?? { title: 'Other', slug: 'other' },
  };
  return { names, problems };
}

/** Items that already have the wanted name come first, so that similar ones do not take it. */
function exactFirst<Item>(items: readonly Item[], isExact: (item: Item) => boolean): readonly Item[] {
  return [...items.filter(isExact), ...items.filter((item) => !isExact(item))];
}

/** The meaningful parts of a pointer: `#/components/schemas/A/properties/b` is about `A b`. */
function wordsOf(ref: string): string {
  const tokens = parsePointer(ref.slice(1)) ?? [];
  const telling = tokens
    // A part of an `allOf` is the schema itself.
    .filter((_, index) => tokens[index - 1] !== 'allOf' || index === tokens.length - 1)
    .map((token) => (token === 'items' ? 'item' : token))
    .filter((token) => !structuralTokens.has(token) && !/^\w+\/./.test(token));
  return telling.length === 0 ? 'unnamed' : telling.join(' ');
}

const structuralTokens = new Set(
  `$defs additionalProperties allOf anyOf components content definitions oneOf parameters paths prefixItems properties
  requestBodies requestBody responses schema schemas`.split(/\s+/),
);

/** Whether a JSON response has an inline schema instead of a reference to a named one. */
function needsResponseType(operation: Operation): boolean {
  const responses = successResponses(operation).filter(({ kind }) => kind === 'json');
  const different = new Set(responses.map((response) => canonical(response.schema ?? true)));
  return different.size > 1 || (different.size === 1 && referencedKey(responses[0]?.schema) === undefined);
}

function renamed(
  code: 'type-renamed' | 'method-renamed',
  kind: string,
  name: string,
  pointer: string,
  wanted: string,
  given: string,
): Problem {
  const message = `The ${kind} '${name}' was renamed to '${given}': the name '${wanted}' is used by another ${kind}.`;
  const hint = `Rename one of the ${kind}s, or change templates/naming/${code.replace('-renamed', '')}.hbs.`;
  return warningProblem(code, { pointer }, message, hint);
}
