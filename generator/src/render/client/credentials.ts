import type { Model, Operation, SecurityScheme } from '../../model/model.js';
import { NameAllocator } from '../../naming/allocate.js';
import { camelCase } from '../../naming/index.js';
import type { Addon } from '../addons.js';
import { objectLiteral } from '../encode.js';

/** A security scheme as an option of the client. */
export interface CredentialOption {
  readonly scheme: SecurityScheme;
  readonly option: string;
  readonly type: 'CredentialValue' | 'BasicCredential';
  /** Its value in tests and snippets. */
  readonly sample: string;
  /** The value sent for the sample. */
  readonly wire: { readonly in: 'query' | 'header' | 'cookie'; readonly name: string; readonly value: string };
}

/** Keys of `ClientOptions`: a credential option with the same name is renamed. */
const clientOptions =
  'baseUrl fetch timeout totalTimeout retry headers logger logBodies hooks maxResponseBytes openFile signal'.split(' ');

/**
 * Options by the kind of scheme: `apiKey`, `token` (bearer, OAuth 2, OpenID Connect) and `basic`; several API keys use the keys
 * of their schemes instead. Bearer schemes share one token.
 */
export function credentialOptions(model: Model, hidden: ReadonlySet<string>): CredentialOption[] {
  const schemes = model.securitySchemes.filter((scheme) => !hidden.has(scheme.key));
  const keyCount = schemes.filter((scheme) => scheme.type === 'apiKey').length;
  const kinds = new Set<string>(schemes.map(({ type }) => (type === 'bearer' ? 'token' : type)));
  const names = new NameAllocator([...clientOptions, ...['token', 'basic'].filter((kind) => kinds.has(kind))]);
  const byWire = new Map<string, string>();
  return schemes.flatMap((scheme): CredentialOption[] => {
    if (scheme.type === 'unsupported') return [];
    if (scheme.type === 'apiKey') {
      const wanted = keyCount === 1 ? 'apiKey' : camelCase(scheme.key) || 'apiKey';
      const key = `${scheme.in} ${scheme.name.toLowerCase()}`;
      const option = byWire.get(key) ?? names.take([wanted, `${wanted}Credential`]);
      byWire.set(key, option);
      const value = `test-${option}`;
      const wire = { in: scheme.in, name: scheme.name, value };
      return [{ scheme, option, type: 'CredentialValue', sample: `'${value}'`, wire }];
    }
    if (scheme.type === 'bearer') {
      const wire = { in: 'header', name: 'Authorization', value: 'Bearer test-token' } as const;
      return [{ scheme, option: 'token', type: 'CredentialValue', sample: "'test-token'", wire }];
    }
    const sample = objectLiteral([
      ['username', "'test-user'"],
      ['password', "'test-password'"],
    ]);
    const value = `Basic ${Buffer.from('test-user:test-password').toString('base64')}`;
    const wire = { in: 'header', name: 'Authorization', value } as const;
    return [{ scheme, option: 'basic', type: 'BasicCredential', sample, wire }];
  });
}

/** Those that a call uses: the first alternative of its operation that is supported. */
export function usedCredentials(
  operation: Operation,
  model: Model,
  hidden: ReadonlySet<string>,
): readonly CredentialOption[] {
  const options = credentialOptions(model, hidden);
  const known = new Set(options.map(({ scheme }) => scheme.key));
  const alternatives = visibleSecurity(operation, hidden).filter((schemes) => schemes.length > 0);
  const chosen = alternatives.find((schemes) => schemes.every((key) => known.has(key))) ?? alternatives[0] ?? [];
  return chosen.flatMap((key) => options.find(({ scheme }) => scheme.key === key) ?? []);
}

/** The operation's alternatives without those filled by an add-on. */
export function visibleSecurity(operation: Operation, hidden: ReadonlySet<string>): readonly (readonly string[])[] {
  return operation.security.map((alternative) => alternative.filter((key) => !hidden.has(key)));
}

/** The name of each scheme's option, by the scheme's key. */
export function credentialNamesOf(model: Model, addons: readonly Addon[]): ReadonlyMap<string, string> {
  const options = credentialOptions(model, hiddenCredentials(addons));
  return new Map(options.map(({ scheme, option }) => [scheme.key, option]));
}

/** The schemes whose values add-ons provide. */
export function hiddenCredentials(addons: readonly Addon[]): ReadonlySet<string> {
  return new Set(addons.flatMap((addon) => Object.keys(addon.hiddenCredentials)));
}
