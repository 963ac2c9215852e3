import { isArray, isObject, type Json, type JsonObject } from '../../generator/src/schema/index.js';

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const values = (text: string): readonly string[] => text.split(' ');

/** Replacement values. */
const odd: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, '', ' ', '\ud800', [], [[]], {}, [null], [1, 'a'], ['null', 'string']],
  ...values('string __proto__ */ <script> ../a é object array integer date-time binary ( ^(a+)+$ /{id}'),
  ...values('200 query path default'),
  ...[{ type: 'object' }, { type: ['string', 'null'] }, { type: 'null' }, { enum: [] }, { const: null }, { not: {} }],
  ...[{ $ref: '#' }, { $ref: '#/components/schemas/Value' }, { $ref: '#/paths' }, { $ref: 'none.yaml' }, { $ref: 1 }],
  ...[{ allOf: [{ $ref: '#/components/schemas/Value' }] }, { oneOf: [] }, { items: false }, { required: ['a', 1] }],
  ...[{ properties: { __proto__: {}, a: true } }, { discriminator: { propertyName: 'a' } }],
];

/** Replacement names of fields. */
const names: readonly string[] = [
  ...values('$ref allOf oneOf anyOf not if then items prefixItems properties required enum const type format nullable'),
  ...values('discriminator mapping additionalProperties patternProperties default example $defs $anchor $dynamicRef'),
  ...values('$id parameters requestBody responses content schema headers links callbacks servers security tags'),
  ...values('operationId get post trace x-a __proto__ constructor /a/{b} 204'),
  '',
];

interface Holder {
  readonly holder: readonly Json[] | JsonObject;
  readonly key: string;
}

/** A copy of a document with one to four changed places, some of them replaced by other parts of it or of another document. */
export function mutated(document: Json, other: Json, random: () => number): Json {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const copy: Json = JSON.parse(JSON.stringify(document));
  const count = 1 + Math.floor(random() * 4);
  for (let turn = 0; turn < count; turn += 1) {
    const places = placesIn(copy);
    const at = pick(places);
    if (at === undefined) return copy;
    const { holder, key } = at;
    const elsewhere = pick(placesIn(random() < 0.5 ? copy : other));
    const value: Json = JSON.parse(JSON.stringify(elsewhere === undefined ? null : valueAt(elsewhere)));
    const kind = Math.floor(random() * 5);
    const strange: Json = JSON.parse(JSON.stringify(pick(odd) ?? null));
    if (kind === 0) remove(at);
    else if (kind === 1) put(at, strange);
    else if (kind === 2) put(at, value);
    else
      put(
        { holder, key: isArray(holder) ? String(holder.length) : (pick(names) ?? key) },
        kind === 3 ? strange : value,
      );
  }
  return copy;
}

/** Also for `__proto__`: an assignment would set the prototype. */
const plain = { enumerable: true, configurable: true, writable: true } as const;

function placesIn(root: Json): Holder[] {
  const found: Holder[] = [];
  const visit = (node: Json, depth: number): void => {
    if (depth > 60 || (!isArray(node) && !isObject(node))) return;
    for (const key of Object.keys(node)) {
      const value = Object.getOwnPropertyDescriptor(node, key)?.value;
      found.push({ holder: node, key });
      visit(value, depth + 1);
    }
  };
  visit(root, 0);
  return found;
}

function valueAt({ holder, key }: Holder): Json {
  return Object.getOwnPropertyDescriptor(holder, key)?.value ?? null;
}

function put({ holder, key }: Holder, value: Json): void {
  Object.defineProperty(holder, key, { ...plain, value });
}

function remove({ holder, key }: Holder): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}
