// Generated from the OpenAPI document; change the document or the templates instead.
import { expect } from '@jest/globals';
import { ChatServerClient } from '@scope/chat-client/server';
import { createFake } from '@scope/chat-client/testing';

/** How the second page follows the first. Paths are JSON Pointers (RFC 6901) without the leading slash. */
interface ExpectedPages {
  /** The items in a response. */
  readonly items: string;
  /** The arguments of the second request, and where their values are in the first response; `-1` is the last item. */
  readonly follows?: Readonly<Record<string, string>>;
  /** The argument that increases by the number of items. */
  readonly offset?: string;
  /** The argument with the number of the page, and the number of the first one. */
  readonly page?: readonly [argument: string, first: number];
}

interface PagedCall {
  pages(): AsyncIterable<unknown>;
  toArray(options: { readonly limit: number }): Promise<readonly unknown[]>;
}

type PagedName = Parameters<ReturnType<typeof createFake>['pages']>[0];

/** Requests two pages of a fake, and checks the arguments of the second request and the order of all items. */
export async function checkPages(
  name: PagedName,
  { items, follows = {}, offset, page }: ExpectedPages,
  call: (client: ChatServerClient) => PagedCall,
): Promise<void> {
  const fake = createFake({ check: false });
  fake.pages(name, 3);
  const replies: unknown[] = [];
  const client = new ChatServerClient({
    baseUrl: 'https://api.example.com',
    apiKey: 'key',
    apiSecret: 'secret',
    async fetch(url, init) {
      const response = await fake.fetch(url, init);
      const text = Buffer.from(await response.arrayBuffer()).toString();
      replies.push(JSON.parse(text));
      return new Response(text, { headers: { 'content-type': 'application/json' } });
    },
  });
  let count = 0;
  for await (const _ of call(client).pages()) if (++count === 2) break;
  expect(replies).toHaveLength(2);
  const [first, second]: readonly unknown[] = fake.calls(name);
  for (const [argument, place] of Object.entries(follows)) {
    expect(valueAt(replies[0], place)).toBeDefined();
    expect(valueAt(second, argument)).toEqual(valueAt(replies[0], place));
  }
  const wanted = replies.map((reply) => listAt(reply, items));
  if (offset !== undefined) {
    expect(valueAt(second, offset)).toBe(Number(valueAt(first, offset) ?? 0) + (wanted[0]?.length ?? 0));
  }
  if (page !== undefined) expect(valueAt(second, page[0])).toBe(Number(valueAt(first, page[0]) ?? page[1]) + 1);
  const found = await call(client).toArray({ limit: wanted.flat().length });
  expect(found.map(identityOf)).toEqual(wanted.flat().map(identityOf));
}

function listAt(reply: unknown, path: string): readonly unknown[] {
  const list = valueAt(reply, path);
  if (!Array.isArray(list)) throw new Error(`The response has no list at ${path}`);
  return list;
}

/** Only the id: date-times of the items are `Date`s. */
function identityOf(item: unknown): unknown {
  return typeof item === 'object' ? valueAt(item, 'id') : item;
}

function valueAt(value: unknown, path: string): unknown {
  const names = path === '' ? [] : path.split('/');
  return names.reduce<unknown>((node, name) => {
    if (Array.isArray(node)) return node.at(Number(name));
    return Reflect.get(Object(node), name.replaceAll('~1', '/').replaceAll('~0', '~'));
  }, value);
}
