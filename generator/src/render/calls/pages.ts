import type { CallExample, Operation, Pagination, SentPlace } from '../../model/model.js';
import { successResponses } from '../../model/results.js';
import type { ArgumentLayout } from '../../naming/index.js';
import type { JsonObject, Schema } from '../../schema/index.js';
import {
  dereference,
  fieldAt,
  isObject,
  itemsOf,
  optional,
  pointerToken,
  type Resolver,
  referencedKey,
} from '../../schema/index.js';
import type { RenderContext } from '../context.js';
import { objectLiteral, stringLiteral } from '../encode.js';
import { replyType, streamOf } from '../response-type.js';
import { argumentCode } from './calls.js';

/** The runtime's `PagePlan` of a paged operation, as an object expression. */
export function pagePlan({ items, order }: Pagination, layout: ArgumentLayout): string {
  const sent = (place: SentPlace): string => stringLiteral(sentTo(place, layout));
  const limit = order.kind !== 'cursor' && order.limit ? sent(order.limit) : undefined;
  const by = (name: string, ...parameters: (string | undefined)[]): string => {
    while (parameters.at(-1) === undefined) parameters.pop();
    const texts = parameters.map((text) => text ?? 'undefined').join(', ');
    return objectLiteral([
      ['items', stringLiteral(joined(items))],
      ['order', `/* @__PURE__ */ runtime.${name}(${texts})`],
    ]);
  };
  if (order.kind === 'cursor') {
    const link = order.link === undefined ? undefined : stringLiteral(order.link);
    return by('byCursor', sent(order.sent), stringLiteral(joined(order.replied)), link);
  }
  if (order.kind === 'offset') {
    const most = order.most?.toString();
    return order.first === undefined
      ? by('byOffset', sent(order.sent), limit, most)
      : by('byPage', sent(order.sent), String(order.first), limit, most);
  }
  const fields = order.fields.map((field) => {
    return [sentTo(field.sent, layout), stringLiteral(joined(field.field))] as const;
  });
  return by('byKeyset', objectLiteral(fields), limit);
}

/** The same for a fake, as data: `FakePages` of the runtime without its item. */
export function pageFields({ items, order }: Pagination, layout: ArgumentLayout): JsonObject {
  const pages = (own: JsonObject): JsonObject => ({ items: joined(items), order: { kind: order.kind, ...own } });
  if (order.kind === 'cursor') {
    const { sent, replied, link } = order;
    return pages({ sent: sentTo(sent, layout), replied: joined(replied), ...optional('link', link) });
  }
  const limit = order.limit && { limit: sentTo(order.limit, layout) };
  if (order.kind === 'offset') {
    return { ...pages({ sent: sentTo(order.sent, layout), ...optional('first', order.first) }), ...limit };
  }
  const fields = order.fields.map((field) => [sentTo(field.sent, layout), joined(field.field)]);
  return { ...pages({ fields }), ...limit };
}

/** The path to a place of the request in the flat argument object. */
function sentTo({ parameter, path }: SentPlace, { parameters, body }: ArgumentLayout): string {
  if (parameter === undefined) return joined(body?.kind === 'argument' ? [body.argument, ...path] : path);
  const argument = parameters.find((entry) => entry.parameter === parameter)?.argument;
  return joined([argument ?? parameter.name, ...path]);
}

/** The TypeScript type of the items: by the name of their schema, otherwise as part of the response type. */
export function itemType(
  operation: Operation,
  { items }: Pagination,
  { names, model }: Pick<RenderContext, 'names' | 'model'>,
  named = (name: string) => name,
): string {
  const key = referencedKey(itemSchema(operation, items, model));
  const name = key === undefined ? undefined : names.schema(key);
  if (name) return named(name.exported);
  const reply = replyType(operation, names, named);
  return `${items.reduce((type, field) => `NonNullable<${type}[${stringLiteral(field)}]>`, reply)}[number]`;
}

/** The schema of the items of a page. */
export function itemSchema(operation: Operation, items: readonly string[], resolver: Resolver): Schema | undefined {
  const schema = fieldAt(successResponses(operation)[0]?.schema, items, resolver);
  const list = schema === undefined ? undefined : dereference(schema, resolver);
  return list === undefined ? undefined : itemsOf(list);
}

/** An example as an iteration over all pages or the values of a stream, and the call itself, from the first page on. */
export function renderIteration(operation: Operation, example: CallExample, context: RenderContext) {
  const { variable } = context.names;
  const { method } = context.names.operation(operation);
  const argument = argumentCode(operation, fromFirstPage(operation, example), context);
  const [item, shown] = streamOf(operation) === 'events' ? ['{ event, data }', 'event, data'] : ['item', 'item'];
  const view = { variable, method, argument, item, shown };
  const iteration = context.templates.render('partials/iteration.hbs', view).trimEnd();
  return { iteration, call: `${variable}.${method}(${argument})` };
}

/** How a test checks that the second page follows the first, as an object expression. */
export function expectedPages({ items, order }: Pagination, layout: ArgumentLayout): string {
  const entries: [string, string][] = [['items', stringLiteral(joined(items))]];
  if (order.kind === 'offset') {
    const argument = stringLiteral(sentTo(order.sent, layout));
    entries.push(order.first === undefined ? ['offset', argument] : ['page', `[${argument}, ${order.first}]`]);
  } else if (order.kind === 'keyset' || order.link === undefined) {
    const follows =
      order.kind === 'cursor'
        ? [[sentTo(order.sent, layout), joined(order.replied)]]
        : order.fields.map((field) => [sentTo(field.sent, layout), joined([...items, '-1', ...field.field])]);
    entries.push([
      'follows',
      objectLiteral(follows.map(([argument = '', path = '']) => [argument, stringLiteral(path)])),
    ]);
  }
  return objectLiteral(entries);
}

/** Required arguments stay. */
function fromFirstPage({ pagination }: Operation, example: CallExample): CallExample {
  const order = pagination?.order;
  const places =
    order === undefined ? [] : order.kind === 'keyset' ? order.fields.map(({ sent }) => sent) : [order.sent];
  const moving = new Set(places.filter(({ path }) => path.length === 0).map(({ parameter }) => parameter));
  const fields = new Set(places.filter(({ parameter }) => parameter === undefined).map(({ path }) => path.join('/')));
  const parameters = example.parameters.filter(({ parameter }) => parameter.required || !moving.has(parameter));
  if (!isObject(example.body)) return { ...example, parameters };
  const body = Object.fromEntries(Object.entries(example.body).filter(([name]) => !fields.has(name)));
  return { ...example, parameters, body };
}

/** A path in the runtime's format: names joined by `/`, escaped as in a JSON pointer (RFC 6901). */
function joined(path: readonly string[]): string {
  return path.map(pointerToken).join('/');
}
