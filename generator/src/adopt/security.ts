import { canonical, getObject, isArray, isObject, type Json, type JsonObject } from '../schema/index.js';
import type { Changes } from './changes.js';
import type { Rules } from './rules.js';

/** Merges the security requirements. The same security scheme may have different names in the two documents. */
export class SecurityMerge {
  readonly #rules: Rules;
  readonly #changes: Changes;
  /** The vendor's name of a security scheme -> ours. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #theirs: Json | undefined;
  /** The default security requirements of our operations. */
  readonly #own: Json | undefined;

  constructor(ours: JsonObject, theirs: JsonObject, rules: Rules, changes: Changes) {
    this.#rules = rules;
    this.#changes = changes;
    const known = new Map([...schemesOf(ours)].map(([name, facts]) => [facts, name]));
    this.#names = new Map(
      [...schemesOf(theirs)].flatMap(([name, facts]) => {
        const own = known.get(facts);
        if (own === undefined)
          rules.note('decide', `The security scheme ${name} of the vendor's file is not in our spec: add it.`);
        return own === undefined ? [] : [[name, own]];
      }),
    );
    this.#theirs = theirs.security;
    const after = this.#inOurs(theirs.security);
    const isSame = after === undefined || isSameSet(ours.security ?? [], after);
    this.#own = isSame ? ours.security : after;
    if (isSame) return;
    rules.note('changed', 'the credentials of all operations');
    changes.add(['security'], after);
  }

  operation(tokens: readonly string[], own: JsonObject, other: JsonObject, id: string): void {
    const after = this.#inOurs(other.security ?? this.#theirs);
    if (after === undefined || isSameSet(own.security ?? this.#own ?? [], after)) return;
    this.#rules.note('changed', `the credentials of ${id}`);
    if (isSameSet(this.#own ?? [], after)) this.#changes.remove([...tokens, 'security']);
    else this.#changes.add([...tokens, 'security'], after);
  }

  /** The security requirements of a new operation, if they are not the default. */
  fresh(other: JsonObject): JsonObject {
    const after = this.#inOurs(other.security);
    return after === undefined || isSameSet(this.#own ?? [], after) ? {} : { security: after };
  }

  /** Requirements with our names of the schemes; undefined without requirements, or if our spec lacks one of the schemes. */
  #inOurs(security: Json | undefined): readonly Json[] | undefined {
    if (!isArray(security)) return undefined;
    const list = security.flatMap((requirement) => {
      const entries = Object.entries(isObject(requirement) ? requirement : {});
      const named = entries.flatMap(([name, scopes]) => {
        const own = this.#names.get(name);
        return own === undefined ? [] : [[own, scopes] as const];
      });
      return named.length === entries.length ? [Object.fromEntries(named)] : [];
    });
    return list.length === security.length ? list : undefined;
  }
}

/** The facts of each security scheme, to match those of the other document. */
function schemesOf(root: JsonObject): ReadonlyMap<string, string> {
  const schemes = Object.entries(getObject(getObject(root, 'components'), 'securitySchemes') ?? {});
  return new Map(
    schemes.map(([name, scheme]) => {
      const { type, in: place, name: field, scheme: kind, openIdConnectUrl } = isObject(scheme) ? scheme : {};
      const lower = (value: Json | undefined): Json =>
        typeof value === 'string' ? value.toLowerCase() : (value ?? null);
      return [name, canonical([type ?? null, place ?? null, lower(field), lower(kind), openIdConnectUrl ?? null])];
    }),
  );
}

function isSameSet(one: Json, other: Json): boolean {
  const textsOf = (list: Json): string => (isArray(list) ? list : []).map(canonical).sort().join('\n');
  return textsOf(one) === textsOf(other);
}
