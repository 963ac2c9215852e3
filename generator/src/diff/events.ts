import { METHODS } from '../load/document.js';
import { capitalize } from '../naming/index.js';
import { codeSpan } from '../render/encode.js';
import {
  getArray,
  getObject,
  getString,
  isObject,
  type Json,
  type JsonObject,
  pointerToken,
  type Schema,
  schemaAt,
} from '../schema/index.js';
import type { Document } from './document.js';
import { pairUp } from './match.js';
import type { Place } from './place.js';
import type { SchemaWalk } from './schemas/walk.js';

/** A request made by the service: a webhook, or a callback of an operation (OpenAPI 3.1, 4.8.18). */
interface Event {
  readonly kind: 'webhook' | 'callback';
  /** As Markdown, such as `the webhook` and its name. */
  readonly name: string;
  /** Identifies it in the other version. */
  readonly key: string;
  readonly pointer: string;
  /** The headers and other parameters that it is sent with, such as `header X-Signature`. */
  readonly parameters: readonly string[];
  /** Its body, by media type. */
  readonly payload: Content;
  /** The responses that it accepts, by status and media type. */
  readonly answers: Content;
}

type Content = ReadonlyMap<string, { readonly pointer: string; readonly schema: Schema }>;

/** Compares webhooks and callbacks: their bodies are received, their responses are sent. */
export function compareEvents(old: Document, next: Document, walk: SchemaWalk): void {
  const { pairs, removed, added } = pairUp(
    eventsOf(old),
    eventsOf(next),
    (was, is) => was.key === is.key,
    (was, is) => was.name === is.name,
  );
  for (const { kind, name, pointer } of removed) {
    walk.report.add(`${kind}-removed`, { old: pointer }, `${capitalize(name)} was removed.`);
  }
  for (const { kind, name, pointer } of added) {
    walk.report.add(`${kind}-added`, { next: pointer }, `${capitalize(name)} was added.`);
  }
  for (const [was, is] of pairs) {
    const place = (owner: string, request: boolean): Place => ({
      operation: undefined,
      owner: `${owner} of ${is.name}`,
      path: '',
      isEvent: true,
      old: was.pointer,
      next: is.pointer,
      ways: { request, reply: !request },
      reaches: [],
      tag: undefined,
    });
    const change = (text: string): void =>
      walk.report.schema('event-content-changed', { ...place('', false), owner: capitalize(is.name) }, text);
    if (was.key !== is.key) change('is sent with another method, or to another URL');
    const gone = was.parameters.filter((one) => !is.parameters.includes(one));
    if (gone.length > 0) change(`is sent without ${gone.map(codeSpan).join(', ')}`);
    compareContents(was.payload, is.payload, place('the payload', false), walk);
    compareContents(was.answers, is.answers, place('the response', true), walk);
  }
}

/** The schemas of the bodies that the service sends, and of the responses to them. */
export function eventSchemas(document: Document): { readonly received: Schema[]; readonly sent: Schema[] } {
  const events = eventsOf(document);
  const schemasOf = (part: 'payload' | 'answers') =>
    events.flatMap((event) => [...event[part].values()].map(({ schema }) => schema));
  return { received: schemasOf('payload'), sent: schemasOf('answers') };
}

function compareContents(old: Content, next: Content, place: Place, walk: SchemaWalk): void {
  const { pairs, removed, added } = pairUp([...old], [...next], ([was], [is]) => was === is);
  const [onlyOld, onlyNext] = [removed[0]?.[1], added[0]?.[1]];
  const at = (was: { pointer: string }, is: { pointer: string }): Place => ({
    ...place,
    old: was.pointer,
    next: is.pointer,
  });
  for (const [[, was], [, is]] of pairs) walk.compare(was.schema, is.schema, at(was, is));
  if (onlyOld === undefined && onlyNext === undefined) return;
  const none = { pointer: place.old, schema: true };
  walk.report.schema('event-content-changed', at(onlyOld ?? none, onlyNext ?? none), 'has another format');
}

function eventsOf(document: Document): Event[] {
  const webhooks = itemsOf(document, getObject(document.root, 'webhooks'), '/webhooks').map(([name, item, pointer]) => {
    return methodsOf(document, item, pointer, 'webhook', `the webhook ${codeSpan(name)}`, name);
  });
  const callbacks = itemsOf(document, getObject(document.root, 'paths'), '/paths').flatMap(([path, item, pointer]) =>
    METHODS.flatMap((method) => {
      const operation = document.object(item[method]);
      const id = operation?.operationId;
      const owner = typeof id === 'string' ? id : `${method} ${path}`;
      const at = `${pointer}/${method}/callbacks`;
      return itemsOf(document, getObject(operation, 'callbacks'), at).flatMap(([name, expressions, below]) =>
        itemsOf(document, expressions, below).map(([expression, callback, place]) => {
          const title = `the callback ${codeSpan(name)} of ${codeSpan(owner)}`;
          return methodsOf(document, callback, place, 'callback', title, `${owner} ${name} ${expression}`);
        }),
      );
    }),
  );
  return [...webhooks, ...callbacks].flat();
}

function methodsOf(
  document: Document,
  item: JsonObject,
  pointer: string,
  kind: Event['kind'],
  name: string,
  key: string,
): Event[] {
  return METHODS.flatMap((method): Event[] => {
    const operation = document.object(item[method]);
    if (operation === undefined) return [];
    const at = `${pointer}/${method}`;
    const responses = itemsOf(document, getObject(operation, 'responses'), `${at}/responses`);
    const answers = responses.flatMap(([status, response, below]) =>
      contentOf(document, response, below, `${status} `),
    );
    const payload = contentOf(document, document.object(operation.requestBody), `${at}/requestBody`, '');
    const parameters = [item, operation]
      .flatMap((holder) => getArray(holder, 'parameters'))
      .flatMap((raw) => {
        const parameter = document.object(raw);
        return parameter === undefined ? [] : [`${getString(parameter, 'in')} ${getString(parameter, 'name')}`];
      });
    return [
      {
        kind,
        name,
        key: `${kind} ${key} ${method}`,
        pointer: at,
        parameters,
        payload: new Map(payload),
        answers: new Map(answers),
      },
    ];
  });
}

function contentOf(document: Document, holder: JsonObject | undefined, pointer: string, prefix: string) {
  return itemsOf(document, getObject(holder, 'content'), `${pointer}/content`).map(([mediaType, media, at]) => {
    const found = { pointer: `${at}/schema`, schema: schemaAt(media, 'schema') ?? true };
    return [`${prefix}${mediaType}`, found] as const;
  });
}

function itemsOf(document: Document, map: Json | undefined, pointer: string): [string, JsonObject, string][] {
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([name, raw]): [string, JsonObject, string][] => {
    const object = document.object(raw);
    return object === undefined ? [] : [[name, object, `${pointer}/${pointerToken(name)}`]];
  });
}
