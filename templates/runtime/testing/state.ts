import { valueAt, withValueAt } from '../pages/paths.js';
import type { FakeData, FakeOperation, FakeResource } from './data.js';
import { makeValue, varied } from './values.js';

/** Applies a request to the resources. Returns the value of the response, or `undefined` if a resource does not exist. */
export type Resources = (operation: FakeOperation, resource: FakeResource, args: unknown) => Remembered;

export interface Remembered {
  readonly found: boolean;
  readonly value?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Stores created resources, so that later requests read, list, update and delete them. */
export function createResources({ types }: Pick<FakeData, 'types'>, serial: () => number): Resources {
  const stores = new Map<string, Map<unknown, Fields>>();
  return ({ reply }, { role, type, at, key: [argument, field], sample, fields = [] }, args) => {
    const store = stores.get(type) ?? new Map<unknown, Fields>();
    stores.set(type, store);
    const answerWith = (value: unknown): Remembered => {
      if (at === undefined) return { found: true, value: reply.value };
      return { found: true, value: at === '' ? value : withValueAt(reply.value, at, value) };
    };
    if (role === 'list') return answerWith([...store.values()]);
    const id = valueAt(args, argument);
    const given = Object.fromEntries(
      fields.flatMap((name) => {
        const value = valueAt(args, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    if (role === 'create') {
      const { value = {}, ids = [] } = types[type] ?? {};
      const number = serial();
      const made: Fields = Object(makeValue({ value, ids: [...new Set([field, ...ids])] }, number));
      const created: Fields = { ...made, ...given, [field]: id ?? made[field] ?? varied(sample, number) };
      store.set(created[field], created);
      return answerWith(created);
    }
    const known = store.get(id);
    if (!known) return { found: false };
    if (role === 'delete') store.delete(id);
    const current = role === 'update' ? { ...known, ...given, [field]: id } : known;
    if (role === 'update') store.set(id, current);
    return answerWith(current);
  };
}
