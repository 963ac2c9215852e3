import {
  getArray,
  getObject,
  getString,
  isObject,
  type Json,
  type JsonObject,
  type References,
  stringsAt,
  TODO,
} from '../schema/index.js';
import { commonSegments, operationsOfPaths } from './located.js';
import type { Rules } from './rules.js';

/** Creates new parts: the vendor's facts, with placeholders for our texts. */
export class NewParts {
  readonly #ours: JsonObject;
  readonly #other: References;
  readonly #rules: Rules;

  constructor(ours: JsonObject, theirs: References, rules: Rules) {
    this.#ours = ours;
    this.#other = theirs;
    this.#rules = rules;
  }

  operation(operation: JsonObject, path: string): JsonObject {
    const { operationId, deprecated, requestBody, parameters } = operation;
    const tags = this.#tagsBeside(path);
    const body = this.#other.object(requestBody);
    return {
      ...(typeof operationId === 'string' ? { operationId } : {}),
      ...(tags.length > 0 ? { tags } : {}),
      summary: TODO,
      description: TODO,
      ...(deprecated === true ? { deprecated } : {}),
      ...(parameters === undefined
        ? {}
        : { parameters: this.parametersOf(operation).map((one) => this.parameter(one)) }),
      ...(body === undefined ? {} : { requestBody: this.body(body) }),
      responses: Object.fromEntries(
        Object.entries(getObject(operation, 'responses') ?? {}).map(([status, reply]) => {
          return [status, this.reply(status, reply)];
        }),
      ),
    };
  }

  /** The tags of the operation whose path has the longest common prefix with a new one. */
  #tagsBeside(path: string): readonly string[] {
    let best: { readonly common: number; readonly tags: readonly string[] } = { common: 0, tags: [] };
    for (const one of operationsOfPaths(this.#ours)) {
      const common = commonSegments(one.path, path);
      if (common > best.common) best = { common, tags: stringsAt(one.operation, 'tags') };
    }
    return best.tags;
  }

  parametersOf(operation: JsonObject): readonly JsonObject[] {
    return getArray(operation, 'parameters').flatMap((one) => {
      const parameter = this.#other.object(one);
      return parameter === undefined ? [] : [parameter];
    });
  }

  parameter({ name, in: where, ...header }: JsonObject): Json {
    return { name: name ?? '', in: where ?? 'query', ...this.header(header) };
  }

  /** A response header, which has what a parameter has except its name and location (OpenAPI 3.1, 4.8.21). */
  header({ required, schema, content, deprecated, style, explode }: JsonObject): JsonObject {
    const media = isObject(content) ? { content: this.content(content) } : {};
    const rest = Object.entries({ deprecated, style, explode }).filter(([, value]) => value !== undefined);
    return {
      ...(required === true ? { required } : {}),
      description: TODO,
      ...Object.fromEntries(rest.map(([key, value]) => [key, value ?? null])),
      ...(schema === undefined ? media : { schema: this.#rules.fresh(schema, undefined) }),
    };
  }

  body({ required, content }: JsonObject): Json {
    return { ...(required === true ? { required } : {}), content: this.content(isObject(content) ? content : {}) };
  }

  content(content: JsonObject): JsonObject {
    const media = Object.entries(content).map(([type, value]) => [type, this.media(value)] as const);
    return Object.fromEntries(media);
  }

  media(media: Json): JsonObject {
    const schema = isObject(media) ? media.schema : undefined;
    return schema === undefined ? {} : { schema: this.#rules.fresh(schema, undefined) };
  }

  /** A new response; an error common to all our operations is reused. */
  reply(status: string, reply: Json): Json {
    const shared = status.startsWith('2') ? undefined : this.#sharedReply(status);
    if (shared !== undefined) return { $ref: shared };
    const object = this.#other.object(reply);
    const [headers, content] = [getObject(object, 'headers'), getObject(object, 'content')];
    return {
      description: TODO,
      ...(headers === undefined ? {} : { headers: this.headers(headers) }),
      ...(content === undefined ? {} : { content: this.content(content) }),
    };
  }

  headers(headers: JsonObject): JsonObject {
    const entries = Object.entries(headers).map(([name, header]) => {
      return [name, this.header(this.#other.object(header) ?? {})] as const;
    });
    return Object.fromEntries(entries);
  }

  #sharedReply(status: string): string | undefined {
    const counts = new Map<string, number>();
    for (const { operation } of operationsOfPaths(this.#ours)) {
      const ref = getString(getObject(getObject(operation, 'responses'), status), '$ref');
      if (ref !== undefined) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
  }
}
