import type { Service } from '../service.js';

/** Basic credentials (RFC 7617): base64 of `username:password` in UTF-8. */
export const basic: NonNullable<Service['basic']> = (value) => {
  const { username, password } = Object(value);
  if (typeof username !== 'string' || typeof password !== 'string') return undefined;
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
};
