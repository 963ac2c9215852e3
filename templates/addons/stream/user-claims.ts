import { toJson } from '../../runtime/encode/json.js';
import { ChatInputError } from '../../runtime/errors/input-error.js';
import { ChatTokenError } from '../../runtime/errors/token-error.js';
import { isObject, type Kinds, readOptions } from '../../runtime/known-options.js';
import { anything, listOf } from '../../runtime/options.js';

/** Options of a user token. */
export interface UserTokenOptions {
  /** Lifetime: seconds, a duration such as `'90s'`, `'15m'`, `'1h'` or `'7d'`, or `'never'`. Default: one hour. */
  readonly expiresIn?: number | string | undefined;
  /** Expiry: a `Date` or unix seconds. */
  readonly expiresAt?: Date | number | undefined;
  readonly role?: string | undefined;
  /** Restricts the token to these channels. */
  readonly channelCids?: readonly string[] | undefined;
  /** Restricts the token to these calls. */
  readonly callCids?: readonly string[] | undefined;
  /** Additional claims, except `server`, `user_id`, `iat` and `exp`. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined;
}

const strings = /* @__PURE__ */ listOf('string');
const tokenKinds: Kinds = {
  expiresIn: anything,
  expiresAt: anything,
  role: [(value) => typeof value === 'string', 'a string'],
  channelCids: strings,
  callCids: strings,
  claims: [(value) => isObject(value) && !Array.isArray(value), 'an object'],
};
const reservedClaims: readonly string[] = ['server', 'user_id', 'iat', 'exp'];

/** Seconds by which `iat` is set in the past, in case the service's clock is behind. */
const clockSkew = 5;

/** Larger values (the year 5138) are milliseconds passed by mistake. */
const latestExpiry = 1e11;

/**
 * Returns the claims of a user token.
 * @param now milliseconds since 1970
 * @throws {ChatTokenError} if the user id is empty, the expiry invalid, a claim reserved, or an option invalid.
 */
export function userClaims(userId: unknown, options: UserTokenOptions, now: number): Readonly<Record<string, unknown>> {
  if (typeof userId !== 'string' || userId.trim() === '')
    throw new ChatTokenError('the user id must be a non-empty string');
  try {
    const { role, channelCids, callCids, claims = {}, ...times } = readOptions(options, tokenKinds, '', true);
    const reserved = reservedClaims.find((name) => Object.hasOwn(claims, name));
    if (reserved !== undefined) throw new ChatTokenError(`the claim ${reserved} is reserved`);
    if (Object.hasOwn(claims, 'nbf') && typeof claims.nbf !== 'number') {
      throw new ChatTokenError('the claim nbf must be unix seconds');
    }
    const seconds = Math.floor(now / 1000);
    const exp = expiry(times, seconds);
    const all = {
      ...claims,
      ...(role !== undefined && { role }),
      ...(channelCids !== undefined && { channel_cids: channelCids }),
      ...(callCids !== undefined && { call_cids: callCids }),
      user_id: userId,
      iat: seconds - clockSkew,
      ...(exp !== undefined && { exp }),
    };
    toJson(all, { argument: 'claims' });
    return all;
  } catch (error) {
    throw error instanceof ChatInputError ? new ChatTokenError(error.message) : error;
  }
}

function expiry({ expiresIn, expiresAt }: UserTokenOptions, now: number): number | undefined {
  if (expiresIn === 'never' && expiresAt === undefined) return undefined;
  if (expiresIn !== undefined && expiresAt !== undefined) {
    throw new ChatTokenError('set expiresIn or expiresAt, not both');
  }
  const option = expiresAt === undefined ? 'expiresIn' : 'expiresAt';
  const exp = Math.floor(expiresAt === undefined ? now + spanSeconds(expiresIn ?? '1h') : unixSeconds(expiresAt));
  if (Number.isNaN(exp)) throw new ChatTokenError(`${option} is not a valid time`);
  if (exp <= now) throw new ChatTokenError(`${option} is in the past`);
  if (exp > latestExpiry)
    throw new ChatTokenError(`${option} is too far in the future: it is in seconds, not milliseconds`);
  return exp;
}

function unixSeconds(time: unknown): number {
  if (time instanceof Date) return time.getTime() / 1000;
  return typeof time === 'number' ? time : Number.NaN;
}

const secondsByUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

function spanSeconds(span: unknown): number {
  if (typeof span === 'number') return span;
  const match = typeof span === 'string' ? /^(\d+(?:\.\d+)?) ?([smhdw])$/.exec(span) : null;
  return Number(match?.[1]) * (secondsByUnit[match?.[2] ?? ''] ?? Number.NaN);
}
