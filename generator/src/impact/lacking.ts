import { Node } from 'ts-morph';
import type { Change, Version } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import { parsePointer } from '../schema/index.js';
import { type Add, type Context, ownersOf } from './target.js';

/** Adds what code must pass now, or what has another meaning if it is omitted. */
export function addLacking(change: Change, operation: Operation | undefined, context: Context, add: Add): void {
  const { rule, old: was, next: is, detail } = change;
  const place = (was ?? change.place ?? '').replace(/\/schema$/, '');
  const layout = operation === undefined ? undefined : context.old.names.operation(operation).layout;
  const parameter = layout?.parameters.find((one) => one.parameter.pointer === place);
  const [, owner] = /^(.*)\/properties\/[^/]+$/.exec(place) ?? [];
  if (parameter !== undefined || rule === 'parameter-became-required') {
    addLack(parameter?.argument ?? String(detail), change, operation, context, add);
  } else if (rule === 'required-parameter-added') {
    addLack(argumentName({ ...change, next: is }, context.next, context.pairs) ?? '', change, operation, context, add);
  } else if (rule === 'body-became-required' || rule === 'body-always-sent') {
    const body = layout?.body;
    const names = body?.kind === 'fields' ? body.properties.map(({ name }) => name) : [body?.argument ?? ''];
    addLack(names, change, operation, context, add);
  } else if (owner !== undefined) {
    const owners = context.pointers.placesOf(owner).flatMap(({ type }) => ownersOf(type));
    const name = parsePointer(place)?.at(-1) ?? '';
    add([...new Set(owners)], { change, effect: 'lack', names: [name], kind: 'field' });
  }
}

/** @param names what code must pass: one of them. */
export function addLack(
  names: string | readonly string[],
  change: Change,
  operation: Operation | undefined,
  context: Context,
  add: Add,
): void {
  if (operation === undefined) return;
  const own = context.old.names.operation(operation);
  const types = context.packages.exported(own.arguments?.exported);
  // The parts of an intersection are declared in it.
  const parts = types.flatMap((one) =>
    Node.isTypeAliasDeclaration(one) ? ownersOf(one.getType()).filter(isIn(one)) : [],
  );
  const nodes = types.length > 0 ? [...types, ...parts] : context.packages.operation(own.method, own.constant);
  add(nodes, { change, effect: 'lack', names: [names].flat(), kind: 'field' });
}

function isIn(whole: Node): (node: Node) => boolean {
  return (node) => node.getFirstAncestor((one) => one === whole) !== undefined;
}

/** The name of a parameter in the new version. */
export function argumentName(
  { operation: id, next: pointer }: Change,
  next: Version,
  { oldOf }: Context['pairs'],
): string | undefined {
  const operation = oldOf.has(id ?? '') ? next.model.operations.find((one) => one.id === id) : undefined;
  const parameters = operation === undefined ? [] : next.names.operation(operation).layout.parameters;
  return parameters.find(({ parameter }) => parameter.pointer === pointer)?.argument;
}
