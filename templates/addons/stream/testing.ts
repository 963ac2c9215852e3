import type { Fake } from '../../runtime/testing/fake.js';
import { secretIn } from './server-options.js';

export interface FakeExtensionOptions {
  /** Signs webhooks. Default: the secret of the client that made the latest request, or `STREAM_API_SECRET`. */
  readonly apiSecret?: string | undefined;
}

export interface FakeExtension {
  /**
   * A webhook as the service delivers it, signed so that `webhooks.parse` accepts it. Needs Node.js, Deno or Bun.
   * @param fields of the event besides `type` and `created_at`
   * @throws {ChatTokenError} if there is no secret.
   */
  webhook(
    type: string,
    fields?: Readonly<Record<string, unknown>>,
  ): { readonly body: string; readonly headers: Readonly<Record<string, string>> };
}

/** The part of Node's module `crypto` that signs. It is not imported: builds for browsers would fail. */
interface Crypto {
  createHmac(algorithm: string, secret: string): { update(text: string): { digest(encoding: 'hex'): string } };
}

/** Adds the service's webhooks to a fake. */
export function extendFake(
  fake: Pick<Fake<unknown, unknown>, 'clientOption'>,
  { apiSecret }: FakeExtensionOptions,
): FakeExtension {
  let serial = 0;
  return {
    webhook(type, fields = {}) {
      const secret = secretIn(apiSecret ?? fake.clientOption('apiSecret'));
      const body = JSON.stringify({ type, created_at: '2026-01-01T00:00:00.000Z', ...fields });
      const signature = loadCrypto().createHmac('sha256', secret).update(body).digest('hex');
      const headers = {
        'content-type': 'application/json',
        'x-signature': signature,
        'x-webhook-id': `webhook-${++serial}`,
        'x-webhook-attempt': '1',
      };
      return { body, headers };
    },
  };
}

function loadCrypto(): Crypto {
  const process: unknown = Reflect.get(globalThis, 'process');
  const load: unknown = typeof process === 'object' && process && Reflect.get(process, 'getBuiltinModule');
  const crypto: Crypto | undefined = typeof load === 'function' ? load('crypto') : undefined;
  if (crypto) return crypto;
  throw new TypeError('Signing a webhook needs the module crypto of Node.js, which this platform does not have.');
}
