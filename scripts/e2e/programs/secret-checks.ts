import type { ChatClient } from '@scope/chat-client';
import { ChatNotFoundError } from '@scope/chat-client';
import { type Check, holds, rejection, same } from './check.js';
import { openSession } from './session.js';

type Awaitable<T> = T | Promise<T>;

/** The members of both server clients: on workers the methods that need the secret are async. */
interface SecretClient extends Pick<ChatClient, 'getApp' | 'getPoll' | 'uploadFile'> {
  createUserToken(userId: string, options: { readonly expiresIn: string }): Awaitable<string>;
  verifyToken(token: string): Awaitable<object>;
  readonly webhooks: { parse(body: string, signature: string): Awaitable<object> };
}

export interface SecretEntry {
  /** The entry's name, as it is imported. */
  readonly name: string;
  create(options: { readonly apiKey: string; readonly apiSecret: string; readonly baseUrl: string }): SecretClient;
  readonly WebhookError: abstract new (...args: never) => Error;
}

/** An entry for servers, with the API secret. */
export function secretChecks(mockUrl: string, { name: entry, create, WebhookError }: SecretEntry): readonly Check[] {
  const apiSecret = 'a secret of the app';
  const open = () => {
    const session = openSession(mockUrl);
    return { ...session, chat: create({ apiKey: 'key', apiSecret, baseUrl: session.baseUrl }) };
  };
  return [
    {
      name: `${entry}: a call with a server token`,
      async run() {
        const { chat, requests } = open();
        await chat.getApp();
        const token = (await requests())[0]?.header('authorization') ?? '';
        same(claimsOf(token), { server: true }, 'the claims');
        same(
          await signatureOf(apiSecret, token.slice(0, token.lastIndexOf('.')), 'base64url'),
          token.split('.')[2],
          'the signature',
        );
      },
    },
    {
      name: `${entry}: an error of the main entry's class`,
      async run() {
        const error = await rejection(open().chat.getPoll({ poll_id: 'gone' }, { headers: { Prefer: 'code=404' } }));
        holds(error instanceof ChatNotFoundError, `the error is one of class ChatNotFoundError: ${String(error)}`);
      },
    },
    {
      name: `${entry}: a user token`,
      async run() {
        const { chat } = open();
        const token = await chat.createUserToken('john', { expiresIn: '1h' });
        const claims = claimsOf(token);
        const expiresIn = Number(claims['exp']) - Date.now() / 1_000;
        same(claims['user_id'], 'john', 'the user');
        holds(expiresIn > 3_000 && expiresIn <= 3_600, 'it expires in an hour');
        same(await chat.verifyToken(token), claims, 'the verified claims');
        holds((await thrown(() => chat.verifyToken(`${token}x`))) instanceof Error, 'another signature is rejected');
      },
    },
    {
      name: `${entry}: a webhook`,
      async run() {
        const { chat } = open();
        const body = '{"type":"message.new","created_at":"2026-03-04T05:06:07.089Z","user":{"id":"john"}}';
        const event = await chat.webhooks.parse(body, await signatureOf(apiSecret, body, 'hex'));
        const createdAt = 'created_at' in event ? event.created_at : undefined;
        holds(createdAt instanceof Date, 'a date-time is a Date');
        same(event, JSON.parse(body), 'the event');
        const error = await thrown(() => chat.webhooks.parse(body, '0'.repeat(64)));
        holds(error instanceof WebhookError, `a wrong signature is rejected: ${String(error)}`);
      },
    },
  ];
}

async function thrown(action: () => unknown): Promise<unknown> {
  try {
    await action();
    return undefined;
  } catch (error) {
    return error;
  }
}

function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
}

/** HMAC-SHA256, made without the packages. */
async function signatureOf(secret: string, text: string, format: 'hex' | 'base64url'): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  if (format === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}
