import { type Problem, warningProblem } from '../problems/index.js';
import type { JsonObject, References } from '../schema/index.js';
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

/** Schemes for which nothing is sent. */
export function unsentCredentials(schemes: readonly SecurityScheme[]): Problem[] {
  const hint = 'Pass a `fetch` to the client that implements the scheme, such as a certificate or a digest.';
  return schemes
    .filter(({ type }) => type === 'unsupported')
    .map(({ key }) => {
      const place = { pointer: `/components/securitySchemes/${pointerToken(key)}` };
      const message = `Nothing is sent for the security scheme '${key}': the client supports API keys, bearer tokens and basic authentication.`;
      return warningProblem('credential-ignored', place, message, hint);
    });
}

/**
 * The alternatives of an operation or of the whole spec (4.8.30); `undefined` if it has none. Of two schemes that are sent in the
 * same place the first counts.
 */
export function readSecurity(holder: JsonObject, pointer: string, schemes: readonly SecurityScheme[]) {
  const requirements = get(holder, 'security');
  if (!isArray(requirements)) return { security: undefined, problems: [] };
  const problems: Problem[] = [];
  const security = requirements.flatMap((requirement, index) => {
    if (!isObject(requirement)) return [];
    const keyByPlace = new Map<string, string>();
    const sent = Object.keys(requirement).filter((key) => {
      const place = placeOf(schemes.find((scheme) => scheme.key === key));
      const other = place === undefined ? undefined : keyByPlace.get(place);
      if (place !== undefined && other === undefined) keyByPlace.set(place, key);
      if (other !== undefined) {
        const at = { pointer: `${pointer}/security/${index}/${pointerToken(key)}` };
        const message = `The security schemes '${other}' and '${key}' are both sent as the ${place}: '${key}' is not sent.`;
        const hint = 'Make them alternatives, or send one of them in another place.';
        problems.push(warningProblem('credential-ignored', at, message, hint));
      }
      return other === undefined;
    });
    return [sent];
  });
  return { security, problems };
}

function placeOf(scheme: SecurityScheme | undefined): string | undefined {
  if (scheme === undefined || scheme.type === 'unsupported') return undefined;
  if (scheme.type !== 'apiKey') return 'header authorization';
  return `${scheme.in} ${scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name}`;
}
