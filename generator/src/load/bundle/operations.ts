import type { MutableObject } from '../../schema/index.js';
import { formatPointer, isArray, isObject, type Json, type JsonObject, References } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { Place } from '../places/source-file.js';
import type { Bundle } from './bundle.js';
import { METHODS } from './grammar.js';

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
      findings.warning('path-without-slash', origins.placeOf(tokens), 'A path must start with `/`.', hint);
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
    checkStatuses(tokens, operation.responses);
    const own = listParameters(operation.parameters, [...tokens, 'parameters']);
    const unique = withoutDuplicates(own, shared);
    const kept = tokens[0] === 'paths' ? matchTemplate(tokens, unique) : unique;
    kept.forEach(({ place }, index) => void origins.add([...tokens, 'parameters', String(index)], place));
    if (kept.length > 0) operation.parameters = kept.map(({ entry }) => entry);
    else delete operation.parameters;
  }

  /** The parameters of a list with references resolved; invalid entries are reported and dropped. */
  function listParameters(list: Json | undefined, tokens: readonly string[]): readonly Listed[] {
    return (isArray(list) ? list : []).flatMap((entry, index): Listed[] => {
      const parameter: MutableObject | undefined = references.object(entry);
      const at = origins.placeOf([...tokens, String(index)]);
      // An unresolved reference is already reported.
      if (parameter === undefined) return [];
      const { name, in: place } = parameter;
      if (typeof name !== 'string' || name === '' || !PLACES.has(place)) {
        const hint =
          place === 'body' || place === 'formData'
            ? 'OpenAPI 3 defines bodies in `requestBody`.'
            : 'Write, for instance, { name: limit, in: query, schema: { type: integer } }.';
        const message = 'A parameter needs a `name` and an `in`, which is `path`, `query`, `header` or `cookie`.';
        findings.error('parameter-invalid', at, message, hint);
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

  /** The operation's own parameters, followed by those of its path item that it does not override. */
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
    const path = tokens[1] ?? '';
    const missing = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''));
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

  function checkStatuses(tokens: readonly string[], responses: Json | undefined): void {
    for (const status of Object.keys(isObject(responses) ? responses : {})) {
      if (/^([1-5](\d\d|XX)|default)$/i.test(status) || status.startsWith('x-')) continue;
      const message = `\`${status}\` is not a status: this response is ignored.`;
      const hint = 'Use a code such as `200`, a range such as `2XX`, or `default`.';
      findings.warning('structure-ignored', origins.placeOf([...tokens, 'responses', status]), message, hint);
    }
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
