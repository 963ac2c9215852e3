import type { Model, Operation, SecurityScheme } from '../model/model.js';
import { cookiesOf, type Failure, headerOf, pairsOf, type Received } from './exchange.js';

/** Names of query parameters with credentials: operations do not declare them. */
export function credentialNames(model: Pick<Model, 'securitySchemes'>): ReadonlySet<string> {
  return new Set(
    model.securitySchemes.flatMap((scheme) => (scheme.type === 'apiKey' && scheme.in === 'query' ? [scheme.name] : [])),
  );
}

/** The missing credentials of the alternative that lacks the fewest (Security Requirement Object, 4.8.30). */
export function missingCredentials(
  received: Received,
  operation: Operation,
  model: Pick<Model, 'securitySchemes'>,
): readonly Failure[] {
  const schemes = new Map(model.securitySchemes.map((scheme) => [scheme.key, scheme] as const));
  const alternatives = operation.security.map((keys) => {
    return keys.flatMap((key) => {
      const scheme = schemes.get(key);
      return scheme === undefined ? [] : missing(received, scheme);
    });
  });
  const [best] = alternatives.sort((left, right) => left.length - right.length);
  return best ?? [];
}

function missing(received: Received, scheme: SecurityScheme): readonly Failure[] {
  switch (scheme.type) {
    case 'apiKey': {
      const found = apiKey(received, scheme.in, scheme.name);
      return found === undefined || found === ''
        ? [{ place: `${scheme.in}/${scheme.name}`, message: 'is missing' }]
        : [];
    }
    case 'bearer':
      return authorization(received, /^Bearer +\S+$/i, 'a bearer token');
    case 'basic':
      return authorization(received, /^Basic +[A-Za-z0-9+/=]+$/i, 'a user name and a password (basic)');
    default:
      return [];
  }
}

function apiKey(received: Received, place: 'query' | 'header' | 'cookie', name: string): string | undefined {
  if (place === 'header') return headerOf(received, name);
  const pairs = place === 'query' ? pairsOf(received.query) : cookiesOf(received);
  return pairs.find(([key]) => key === name || key === encodeURIComponent(name))?.[1];
}

function authorization(received: Received, expected: RegExp, what: string): readonly Failure[] {
  const value = headerOf(received, 'authorization');
  if (value !== undefined && expected.test(value)) return [];
  return [{ place: 'header/Authorization', message: `requires ${what}` }];
}
