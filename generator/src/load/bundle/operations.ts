import type { MutableObject } from '../../schema/index.js';
import {
  correctSchema,
  formatPointer,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  References,
  templateName,
  templateNames,
} from '../../schema/index.js';
import { isStatus, METHODS } from '../document.js';
import type { Findings } from '../places/findings.js';
import type { Place } from '../places/source-file.js';
import type { Bundle } from './bundle.js';
import { bodyOfOld, isOldBody, moveOldSchema, schemaOfOld } from './swagger-two.js';

const PLACES: ReadonlySet<Json | undefined> = new Set(['path', 'query', 'header', 'cookie']);

const knownOfPathItem: ReadonlySet<string> = new Set([
  ...METHODS,
  '$ref',
  'summary',
  'description',
  'servers',
  'parameters',
]);

interface Listed {
  /** As in the list: the parameter or a reference to it. */
  readonly entry: Json;
  readonly place: Place;
  readonly parameter: JsonObject;
}

/**
 * Adds to each operation what its path item defines for all of them (parameters, servers, summary, description), and checks what
 * needs all references resolved: the parameters against each other and against the path template.
 */
export function finishOperations({ root, origins }: Bundle, findings: Findings, legacy: boolean): void {
  const references = new References(root);
  const operationIds = new Map<string, Place>();
  const components: JsonObject = isObject(root.components) ? root.components : {};
  const schemes: JsonObject = isObject(components.securitySchemes) ? components.securitySchemes : {};
  checkSecurity(root.security, ['security']);
  for (const section of ['paths', 'webhooks']) {
    const items = root[section];
    for (const [path, item] of Object.entries(isObject(items) ? items : {})) {
      if (isObject(item) && !(section === 'paths' && path.startsWith('x-'))) finishPathItem([section, path], item);
    }
  }

  function finishPathItem(tokens: readonly string[], item: MutableObject): void {
    const [section, path = ''] = tokens;
    if (section === 'paths' && !path.startsWith('/')) {
      const hint = 'Start the path with a slash.';
      const message = `A path must start with \`/\`: it is read as \`/${path}\`.`;
      findings.warning('path-without-slash', origins.placeOf(tokens), message, hint);
    }
    for (const key of Object.keys(item)) {
      if (knownOfPathItem.has(key) || key.startsWith('x-')) continue;
      const hint = `The methods are ${METHODS.join(', ')}.`;
      findings.warning(
        'structure-ignored',
        origins.placeOf([...tokens, key]),
        `A path item has no \`${key}\`: it is ignored.`,
        hint,
      );
    }
    const shared = listParameters(item.parameters, [...tokens, 'parameters']);
    for (const method of METHODS) {
      const operation = item[method];
      if (isObject(operation)) finishOperation([...tokens, method], operation, item, shared);
    }
    delete item.parameters;
  }

  function finishOperation(
    tokens: readonly string[],
    operation: MutableObject,
    item: JsonObject,
    shared: readonly Listed[],
  ): void {
    for (const key of ['servers', 'summary', 'description']) {
      const value = item[key];
      if (value === undefined || Object.hasOwn(operation, key)) continue;
      operation[key] = value;
      origins.add([...tokens, key], origins.placeOf([...tokens.slice(0, -1), key]));
    }
    checkOperationId(origins.placeOf([...tokens, 'operationId']), operation.operationId);
    if (legacy && !Object.hasOwn(operation, 'responses')) {
      const hint = 'Define the responses of the server, at least a `default` response.';
      findings.warning('responses-missing', origins.placeOf(tokens), 'The operation has no `responses`.', hint);
    }
    finishResponses(tokens, operation.responses);
    checkSecurity(operation.security, [...tokens, 'security']);
    const own = listParameters(operation.parameters, [...tokens, 'parameters']);
    const all = withoutDuplicates(own, shared);
    const inBody = all.filter(({ parameter }) => isOldBody(parameter));
    const unique = all.filter(({ parameter }) => !isOldBody(parameter));
    const [first] = inBody;
    if (first !== undefined && operation.requestBody === undefined) {
      operation.requestBody = bodyOfOld(inBody.map(({ parameter }) => parameter));
      origins.add([...tokens, 'requestBody'], first.place);
    }
    const kept = tokens[0] === 'paths' ? matchTemplate(tokens, unique) : unique;
    kept.forEach(({ place }, index) => void origins.add([...tokens, 'parameters', String(index)], place));
    if (kept.length > 0) operation.parameters = kept.map(({ entry }) => entry);
    else delete operation.parameters;
  }

  /** The parameters of a list with references resolved; invalid entries are reported and dropped. */
  function listParameters(list: Json | undefined, tokens: readonly string[]): readonly Listed[] {
    return (isArray(list) ? list : []).flatMap((entry, index): Listed[] => {
      const parameter: MutableObject | undefined = references.definition(entry);
      const at = origins.placeOf([...tokens, String(index)]);
      // An unresolved reference is already reported.
      if (parameter === undefined) return [];
      if (parameter.in === 'querystring') spreadQueryString(parameter, at);
      const { name, in: place } = parameter;
      const schema = schemaOfOld(parameter);
      if (schema !== undefined) {
        correctSchema(schema, (code, _, message, hint) => findings.warning(code, at, message, hint));
        const message = `The \`type\` of the parameter \`${String(name)}\` belongs to Swagger 2: it is read as its \`schema\`.`;
        findings.warning('parameter-outdated', at, message, 'Put it into `schema`.');
      }
      if (typeof name === 'string' && isOldBody(parameter)) {
        const message = `The parameter \`${name}\` in \`${String(place)}\` belongs to Swagger 2: it is read as \`requestBody\`.`;
        findings.warning('parameter-outdated', at, message, 'Define a `requestBody`.');
        return [{ entry, place: at, parameter }];
      }
      if (typeof name !== 'string' || name === '' || !PLACES.has(place)) {
        const hint = 'Write, for instance, { name: limit, in: query, schema: { type: integer } }.';
        const message = 'A parameter needs a `name`, and an `in` that OpenAPI defines: it is ignored.';
        findings.warning('parameter-invalid', at, message, hint);
        return [];
      }
      if (place === 'path' && parameter.required !== true) {
        const message = `The path parameter \`${name}\` must be \`required: true\`.`;
        findings.warning('path-parameter-optional', at, message, 'Add `required: true`.');
        parameter.required = true;
      }
      return [{ entry, place: at, parameter }];
    });
  }

  /** The whole query as one parameter (OpenAPI 3.2): the fields of its form are sent as those of an object. */
  function spreadQueryString(parameter: MutableObject, place: Place): void {
    const message = 'A parameter in `querystring` is read as an object in `query`.';
    findings.warning('structure-ignored', place, message, 'Define each field as a separate parameter.');
    const [media] = Object.values(isObject(parameter.content) ? parameter.content : {});
    parameter.in = 'query';
    parameter.schema = isObject(media) ? (media.schema ?? true) : true;
    delete parameter.content;
  }

  /** The operation's own parameters, followed by those of its path item that are not overridden. */
  function withoutDuplicates(own: readonly Listed[], shared: readonly Listed[]): readonly Listed[] {
    const unique = new Map<string, Listed>();
    const ownOnes = new Set(own);
    for (const listed of [...own, ...shared]) {
      const key = keyOf(listed.parameter);
      const { in: place, name } = listed.parameter;
      if (!unique.has(key)) unique.set(key, listed);
      else if (ownOnes.has(listed)) {
        const message = `The ${String(place)} parameter \`${String(name)}\` is listed twice: the second is ignored.`;
        findings.warning('parameter-duplicate', listed.place, message, 'Remove one of them.');
      }
    }
    return [...unique.values()];
  }

  /** The parameters, with those of the path as in its template. */
  function matchTemplate(tokens: readonly string[], listed: readonly Listed[]): readonly Listed[] {
    const path = (tokens[1] ?? '').replace(/#[^/]*$/, '');
    const declared = new Set(
      listed.filter(({ parameter }) => parameter.in === 'path').map(({ parameter }) => parameter.name),
    );
    const names = templateNames(path).filter((name) => name !== '');
    const missing = new Set(names.map((name) => (declared.has(name) ? name : templateName(name))));
    const kept = listed.filter(({ parameter, place }) => {
      const name = String(parameter.name);
      if (parameter.in !== 'path' || missing.delete(name)) return true;
      const message = `The path parameter \`${name}\` is not in the path \`${path}\`: it is ignored.`;
      const hint = `Add \`{${name}}\` to the path, or remove the parameter.`;
      findings.warning('path-parameter-unused', place, message, hint);
      return false;
    });
    const place = origins.placeOf(tokens);
    const added = [...missing].map((name): Listed => {
      const message = `The path parameter \`${name}\` of \`${path}\` is not declared.`;
      const hint = `Add to \`parameters\`: { name: ${name}, in: path, required: true, schema: { type: string } }`;
      findings.warning('path-parameter-undeclared', place, message, hint);
      const parameter = { name, in: 'path', required: true, schema: { type: 'string' } };
      return { entry: parameter, parameter, place };
    });
    return [...kept, ...added];
  }

  function finishResponses(tokens: readonly string[], responses: Json | undefined): void {
    for (const [status, response] of Object.entries(isObject(responses) ? responses : {})) {
      const found: MutableObject | undefined = references.definition(response);
      if (found !== undefined && moveOldSchema(found)) {
        const at = origins.placeOf([...tokens, 'responses', status]);
        const outdated = 'The `schema` of a response belongs to Swagger 2: it is read as that of `application/json`.';
        findings.warning('response-outdated', at, outdated, 'Put it into `content`.');
      }
      if (isStatus(status) || status.startsWith('x-')) continue;
      const message = `\`${status}\` is not a status: this response is ignored.`;
      const hint = 'Use a code such as `200`, a range such as `2XX`, or `default`.';
      findings.warning('structure-ignored', origins.placeOf([...tokens, 'responses', status]), message, hint);
    }
  }

  function checkSecurity(list: Json | undefined, tokens: readonly string[]): void {
    (isArray(list) ? list : []).forEach((requirement, index) => {
      for (const name of Object.keys(isObject(requirement) ? requirement : {})) {
        if (Object.hasOwn(schemes, name)) continue;
        const place = origins.placeOf([...tokens, String(index), name]);
        const message = `The security scheme \`${name}\` is not defined: nothing is sent for it.`;
        const hint = 'Define the scheme in `components.securitySchemes`, or correct its name.';
        findings.warning('security-undefined', place, message, hint);
      }
    });
  }

  function checkOperationId(place: Place, id: Json | undefined): void {
    if (id === undefined) return;
    if (typeof id !== 'string') {
      const hint = 'Write a string, in quotes if it looks like a number.';
      findings.warning('operation-id-invalid', place, 'An `operationId` must be a string: this one is ignored.', hint);
      return;
    }
    const first = operationIds.get(id);
    operationIds.set(id, first ?? place);
    if (first === undefined) return;
    const other = `${first.file.name}#${formatPointer(first.tokens.slice(0, -1))}`;
    const message = `The operationId \`${id}\` is already used by ${other}.`;
    findings.warning('operation-id-duplicate', place, message, 'Give each operation a different id.');
  }
}

/** Identifies a parameter by location and name; header names are case-insensitive. */
function keyOf(parameter: JsonObject): string {
  const name = String(parameter.name);
  return `${String(parameter.in)} ${parameter.in === 'header' ? name.toLowerCase() : name}`;
}
