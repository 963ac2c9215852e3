import { checkClaims, checkToken, invalidToken, type VerifiedToken } from '../token-checks.js';
import { type UserTokenOptions, userClaims } from '../user-claims.js';
import { bytesOfBase64Url, toBase64Url } from './base64-url.js';
import { isHmacOf, signHmac } from './hmac.js';

/** Signs the server token: HS256 over `{"server": true}`, without timestamps. */
export async function signServerToken(secret: string): Promise<string> {
  return sign({ server: true }, secret);
}

/** Signs a user token: HS256, with `iat` slightly in the past. */
export async function signUserToken(secret: string, userId: unknown, options: UserTokenOptions = {}): Promise<string> {
  return sign(userClaims(userId, options, Date.now()), secret);
}

/** Rejects with `ChatTokenError` unless the token is signed with the secret by HS256 and valid now. */
export async function verify(secret: string, token: unknown): Promise<VerifiedToken> {
  const [, header, payload, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(checkToken(token)) ?? [];
  if (header === undefined || payload === undefined || signature === undefined) {
    throw invalidToken('it is not a signed JSON Web Token');
  }
  if (Object(readPart(header)).alg !== 'HS256') throw invalidToken('its algorithm is not HS256');
  if (!(await isSignatureOf(`${header}.${payload}`, signature, secret))) {
    throw invalidToken('its signature does not match this secret');
  }
  const claims = checkClaims(readPart(payload));
  checkTimes(claims, Math.floor(Date.now() / 1000));
  return claims;
}

/** JSON Web Signature (RFC 7515) in its compact form. */
async function sign(claims: object, secret: string): Promise<string> {
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => toBase64Url(encode(JSON.stringify(part))));
  const content = parts.join('.');
  return `${content}.${toBase64Url(await signHmac(encode(content), secret))}`;
}

async function isSignatureOf(content: string, signature: string, secret: string): Promise<boolean> {
  const bytes = bytesOfBase64Url(signature);
  // The unused bits of the last character are ambiguous: only the canonical encoding is accepted.
  if (bytes === undefined || toBase64Url(bytes) !== signature) return false;
  return isHmacOf(bytes, encode(content), secret);
}

/** Parses a part of the token; `undefined` if it is not JSON. */
function readPart(part: string): unknown {
  const bytes = bytesOfBase64Url(part);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Checks `exp` and `nbf` (RFC 7519, sections 4.1.4 and 4.1.5); `now` is in unix seconds. */
function checkTimes({ exp, nbf }: VerifiedToken, now: number): void {
  for (const [name, time] of Object.entries({ exp, nbf })) {
    if (time !== undefined && typeof time !== 'number') throw invalidToken(`its ${name} is not a number`);
  }
  if (typeof nbf === 'number' && nbf > now) throw invalidToken('it is not valid yet');
  if (typeof exp === 'number' && exp <= now) throw invalidToken('it has expired');
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
