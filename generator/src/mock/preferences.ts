import { headerOf, type Received } from './exchange.js';

/** What a `Prefer` header asks of the mock server. */
export interface Preferences {
  readonly code?: number;
  readonly example?: string;
  /** A `code` that is no status from 200 to 599. */
  readonly wrongCode?: string;
}

/** Prefer header (RFC 7240): `code=404`, `example=NAME` or both, such as `code=404, example="not found"`. */
export function preferencesOf(received: Pick<Received, 'headers'>): Preferences {
  const header = headerOf(received, 'prefer') ?? '';
  const pairs = header.matchAll(/(?:^|[,;])\s*([A-Za-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*))/g);
  let preferences: Preferences = {};
  for (const [, name, quoted, plain] of pairs) {
    const value = quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1');
    const key = name?.toLowerCase();
    // RFC 7240, 2: of a preference that is repeated the first one counts.
    if (key === 'example' && preferences.example === undefined) preferences = { ...preferences, example: value };
    if (key !== 'code' || preferences.code !== undefined) continue;
    if (/^[2-5]\d\d$/.test(value)) preferences = { ...preferences, code: Number(value) };
    else preferences = { ...preferences, wrongCode: value };
  }
  return preferences;
}
