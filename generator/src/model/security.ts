import type { Problem } from '../problems/index.js';
import type { Json, JsonObject, References } from '../schema/index.js';
import { get, getObject, getString, isArray, isObject, optional, pointerToken } from '../schema/index.js';
import type { SecurityScheme } from './model.js';

const apiKeyPlaces = ['query', 'header', 'cookie'] as const;

/** Security Scheme Objects (OpenAPI 3.1, 4.8.27). Schemes that need more than a value in the request are `unsupported`. */
export function buildSecuritySchemes(root: JsonObject, references: References): SecurityScheme[] {
  const schemes = getObject(getObject(root, 'components'), 'securitySchemes') ?? {};
  return Object.entries(schemes).map(([key, raw]) => buildScheme(key, references.object(raw)));
}

function buildScheme(key: string, object: JsonObject | undefined): SecurityScheme {
  const description = optional('description', getString(object, 'description'));
  const type = getString(object, 'type');
  if (type === 'apiKey') {
    const name = getString(object, 'name');
    const place = apiKeyPlaces.find((candidate) => candidate === getString(object, 'in'));
    if (name !== undefined && place) return { key, type: 'apiKey', in: place, name, ...description };
  }
  // An access token of OAuth 2 or OpenID Connect is sent as a bearer token (RFC 6750).
  if (type === 'oauth2' || type === 'openIdConnect') return { key, type: 'bearer', ...description };
  if (type === 'http') {
    const scheme = getString(object, 'scheme')?.toLowerCase();
    if (scheme === 'bearer' || scheme === 'basic') return { key, type: scheme, ...description };
  }
  return { key, type: 'unsupported', ...description };
}

/** Schemes that nothing is sent for: calls that need them have no credentials. */
export function unsentCredentials(schemes: readonly SecurityScheme[]): Problem[] {
  return schemes.flatMap(({ type, key }): Problem[] => {
    if (type !== 'unsupported') return [];
    return [
      {
        code: 'credential-ignored',
        severity: 'warning',
        message: `Nothing is sent for the security scheme '${key}': the client supports API keys, bearer tokens and basic authentication.`,
        pointer: `/components/securitySchemes/${pointerToken(key)}`,
        hint: 'Pass a `fetch` to the client that implements the scheme, such as a certificate or a digest.',
      },
    ];
  });
}

/** The operation's alternatives, or the root's if it has none (4.8.30). */
export function buildSecurity(operation: JsonObject, root: JsonObject): string[][] {
  const requirements: Json | undefined = get(operation, 'security') ?? get(root, 'security');
  if (!isArray(requirements)) return [];
  return requirements.filter(isObject).map((requirement) => Object.keys(requirement));
}
