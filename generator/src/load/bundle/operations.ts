import {
  formatPointer,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type MutableObject,
  nodeAt,
  parseFragment,
} from '../../schema/index.js';
import { MAX_REFERENCE_HOPS } from '../limits.js';
import type { Findings } from '../places/findings.js';
import type { Place } from '../places/source-file.js';
import type { Origins } from './mounts.js';

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

const PLACES: ReadonlySet<Json | undefined> = new Set(['path', 'query', 'header', 'cookie']);

interface Listed {
  /** As it stands in the list: the parameter or a reference to it. */
  readonly entry: Json;
  readonly tokens: readonly string[];
  readonly parameter: JsonObject;
}

/**
 * Gives each operation what its path item says for all of them (parameters, servers, summary, description), and checks
 * what only shows with all references resolved: the parameters against each other and against the path template.
 */
export function finishOperations(root: MutableObject, origins: Origins, findings: Findings, legacy: boolean): void {
  const context = new OperationContext(root, origins, findings, legacy);
  for (const section of ['paths', 'webhooks']) {
    const items = root[section];
    if (!isObject(items)) continue;
    for (const [path, item] of Object.entries(items)) {
      if (section === 'paths' && path.startsWith('x-')) continue;
      if (isObject(item)) context.finishPathItem([section, path], item);
    }
  }
}

class OperationContext {
  readonly #root: JsonObject;
  readonly #origins: Origins;
  readonly #findings: Findings;
  readonly #legacy: boolean;
  readonly #operationIds = new Map<string, Place>();

  constructor(root: JsonObject, origins: Origins, findings: Findings, legacy: boolean) {
    this.#root = root;
    this.#origins = origins;
    this.#findings = findings;
    this.#legacy = legacy;
  }

  finishPathItem(tokens: readonly string[], item: MutableObject): void {
    const [section, path = ''] = tokens;
    if (section === 'paths' && !path.startsWith('/')) {
      const hint = 'Begin the path with a slash.';
      this.#findings.warning('path-without-slash', this.#placeOf(tokens), 'A path begins with `/`.', hint);
    }
    const shared = this.#list(item.parameters, [...tokens, 'parameters']);
    for (const method of METHODS) {
      const operation = item[method];
      if (isObject(operation)) this.#finishOperation([...tokens, method], operation, item, shared);
    }
    delete item.parameters;
  }

  #finishOperation(
    tokens: readonly string[],
    operation: MutableObject,
    item: JsonObject,
    shared: readonly Listed[],
  ): void {
    for (const key of ['servers', 'summary', 'description']) {
      const value = item[key];
      if (value === undefined || Object.hasOwn(operation, key)) continue;
      operation[key] = value;
      this.#origins.add([...tokens, key], this.#placeOf([...tokens.slice(0, -1), key]));
    }
    this.#checkOperationId(tokens, operation);
    if (this.#legacy && !Object.hasOwn(operation, 'responses')) {
      const hint = 'Say what the server answers, at least with a `default` response.';
      this.#findings.warning('responses-missing', this.#placeOf(tokens), 'The operation has no `responses`.', hint);
    }
    const own = this.#list(operation.parameters, [...tokens, 'parameters']);
    const names = new Set<string>();
    const kept: Json[] = [];
    for (const listed of own) this.#keep(listed, [...tokens, 'parameters'], names, kept, true);
    for (const listed of shared) this.#keep(listed, [...tokens, 'parameters'], names, kept, false);
    if (tokens[0] === 'paths') this.#matchTemplate(tokens, own, shared, kept);
    if (kept.length > 0) operation.parameters = kept;
    else delete operation.parameters;
  }

  #keep(listed: Listed, list: readonly string[], names: Set<string>, kept: Json[], own: boolean): void {
    const name = nameOf(listed.parameter);
    if (names.has(name)) {
      if (!own) return;
      const message = `The ${String(listed.parameter.in)} parameter \`${String(listed.parameter.name)}\` stands here twice: the second is ignored.`;
      this.#findings.warning('parameter-duplicate', this.#placeOf(listed.tokens), message, 'Remove one of them.');
      return;
    }
    names.add(name);
    const tokens = [...list, String(kept.length)];
    if (tokens.join('\n') !== listed.tokens.join('\n')) this.#origins.add(tokens, this.#placeOf(listed.tokens));
    kept.push(listed.entry);
  }

  #require(parameter: MutableObject, tokens: readonly string[]): void {
    const message = `The path parameter \`${String(parameter.name)}\` is not \`required: true\`, as every one must be.`;
    this.#findings.warning('path-parameter-optional', this.#placeOf(tokens), message, 'Add `required: true`.');
    parameter.required = true;
  }

  /** The parameters of a list, references resolved; an entry that is no usable parameter is reported and left out. */
  #list(list: Json | undefined, tokens: readonly string[]): readonly Listed[] {
    const found: Listed[] = [];
    if (!isArray(list)) return found;
    list.forEach((entry, index) => {
      const parameter = this.#resolve(entry);
      const here = [...tokens, String(index)];
      // A reference that leads nowhere is reported already.
      if (!isObject(parameter)) return;
      if (typeof parameter.name === 'string' && parameter.name !== '' && PLACES.has(parameter.in)) {
        if (parameter.in === 'path' && parameter.required !== true) this.#require(parameter, here);
        found.push({ entry, tokens: here, parameter });
        return;
      }
      const legacyPlace = parameter.in === 'body' || parameter.in === 'formData';
      this.#findings.error(
        'parameter-invalid',
        this.#placeOf(here),
        'A parameter needs a `name` and an `in`, which is `path`, `query`, `header` or `cookie`.',
        legacyPlace
          ? 'OpenAPI 3 describes bodies in `requestBody`.'
          : 'Write, for instance, { name: limit, in: query, schema: { type: integer } }.',
      );
    });
    return found;
  }

  #matchTemplate(tokens: readonly string[], own: readonly Listed[], shared: readonly Listed[], kept: Json[]): void {
    const path = tokens[1] ?? '';
    const inTemplate = templateNames(path);
    const declared = new Map<string, Listed>();
    for (const listed of [...shared, ...own]) {
      if (listed.parameter.in === 'path') declared.set(String(listed.parameter.name), listed);
    }
    for (const [name, listed] of declared) {
      if (inTemplate.has(name)) continue;
      const message = `The path parameter \`${name}\` is not in the path \`${path}\`: it is ignored.`;
      const hint = `Write \`{${name}}\` into the path, or remove the parameter.`;
      this.#findings.warning('path-parameter-unused', this.#placeOf(listed.tokens), message, hint);
      const index = kept.indexOf(listed.entry);
      if (index !== -1) kept.splice(index, 1);
    }
    for (const name of inTemplate) {
      if (declared.has(name)) continue;
      const message = `The path parameter \`${name}\` of \`${path}\` is not declared.`;
      const hint = `Add to \`parameters\`: { name: ${name}, in: path, required: true, schema: { type: string } }`;
      this.#findings.warning('path-parameter-undeclared', this.#placeOf(tokens), message, hint);
      kept.push({ name, in: 'path', required: true, schema: { type: 'string' } });
    }
  }

  #checkOperationId(tokens: readonly string[], operation: JsonObject): void {
    const id = operation.operationId;
    if (id === undefined) return;
    const place = this.#placeOf([...tokens, 'operationId']);
    if (typeof id !== 'string') {
      const hint = 'Write a text, in quotes if it looks like a number.';
      this.#findings.warning('operation-id-invalid', place, 'An `operationId` is a text: this one is ignored.', hint);
      return;
    }
    const first = this.#operationIds.get(id);
    if (first === undefined) {
      this.#operationIds.set(id, place);
      return;
    }
    const other = `${first.file.name}#${formatPointer(first.tokens.slice(0, -1))}`;
    const message = `The operationId \`${id}\` is taken already, by ${other}.`;
    this.#findings.warning('operation-id-duplicate', place, message, 'Give each operation an id of its own.');
  }

  /** The object behind a chain of references inside the bundled document. */
  #resolve(entry: Json): Json | undefined {
    let node: Json | undefined = entry;
    for (let hop = 0; hop < MAX_REFERENCE_HOPS; hop += 1) {
      if (!isObject(node) || typeof node.$ref !== 'string') return node;
      const tokens: readonly string[] | undefined = node.$ref.startsWith('#')
        ? parseFragment(node.$ref.slice(1))
        : undefined;
      node = tokens === undefined ? undefined : nodeAt(this.#root, tokens);
    }
    return undefined;
  }

  #placeOf(tokens: readonly string[]): Place {
    return this.#origins.placeOf(tokens);
  }
}

/** A parameter is known by its place and name; header names mean the same in any case. */
function nameOf(parameter: JsonObject): string {
  const name = String(parameter.name);
  return `${String(parameter.in)} ${parameter.in === 'header' ? name.toLowerCase() : name}`;
}

function templateNames(path: string): ReadonlySet<string> {
  return new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''));
}
