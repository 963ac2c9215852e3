import { type Change, reachIn } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import { lastToken } from '../schema/index.js';
import { type Add, type Context, declarationsOf } from './target.js';

/** A server URL, or an option of the client. */
export function addService(
  change: Change,
  operation: Operation | undefined,
  { old, next, packages, pointers }: Context,
  add: Add,
): void {
  const { names } = old;
  if (operation !== undefined) {
    const { method, constant } = names.operation(operation);
    add(packages.operation(method, constant), { change, effect: 'call', kind: 'operation' });
  } else if (change.rule === 'address-removed') {
    add(packages.exported('serverUrl'), { change, effect: 'any', kind: 'operation' });
  } else if (change.rule.startsWith('server-')) {
    const classes = [names.className, names.serverClassName, names.coreName].flatMap((name) => packages.exported(name));
    add(classes, { change, effect: 'lack', names: ['baseUrl'], kind: 'field' });
  } else {
    const option = old.credentials.get(lastToken(change.old ?? ''));
    const newName = next.credentials.get(lastToken(change.next ?? ''));
    const places = pointers.fieldsOf(`${names.className}Options`, [option ?? '']);
    const isRenamed = change.rule === 'credential-renamed';
    add(declarationsOf(places), { change, effect: 'any', kind: 'field', newName: isRenamed ? newName : undefined });
  }
}

/** An imported type. */
export function addType(change: Change, { old, next, packages, pointers }: Context, add: Add): void {
  const { rule, detail } = change;
  const was = old.model.schemas.find(({ pointer }) => pointer === change.old);
  const is = next.model.schemas.find(({ pointer }) => pointer === change.next);
  const own = old.names.schema(was?.name ?? '')?.exported;
  const name = typeof detail === 'string' ? detail : own;
  const isInput = name !== own;
  const input = isInput || rule === 'type-split' ? next.inputTypes.get(is?.name ?? '') : undefined;
  const newName = input ?? next.names.schema(is?.name ?? '')?.exported;
  // Code that still compiles used the type only for requests, which now have the other type.
  const isOnlySent = rule === 'type-split' && reachIn(old.model).of(was?.name ?? '').reply.size === 0;
  const isRenamed = rule === 'type-renamed' || isOnlySent;
  // `fake.make('Type')`
  const made =
    rule === 'type-split' || name === undefined ? [] : declarationsOf(pointers.fieldsOf('FakeTypes', [name]));
  const nodes = [...packages.exported(name), ...made];
  add(nodes, { change, effect: 'any', kind: 'type', newName: isRenamed ? newName : undefined });
  if (rule === 'type-removed' && !isInput) {
    add(packages.exported(old.inputTypes.get(was?.name ?? '')), { change, effect: 'any', kind: 'type' });
  }
}
