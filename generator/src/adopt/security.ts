import { canonical, getObject, isArray, isObject, type Json, type JsonObject } from '../schema/index.js';
import type { Changes } from './changes.js';
import type { Rules } from './rules.js';

/** Brings which credentials operations need into ours. The two documents may have other names for the same ones. */
export class SecurityMerge {
  readonly #rules: Rules;
  readonly #changes: Changes;
  /** The vendor's name of a scheme -> ours. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #theirs: Json | undefined;
  /** What operations of ours need that do not say so themselves. */
  readonly #own: Json | undefined;

  constructor(ours: JsonObject, theirs: JsonObject, rules: Rules, changes: Changes) {
    this.#rules = rules;
    this.#changes = changes;
    const known = new Map([...schemesOf(ours)].map(([name, facts]) => [facts, name]));
    this.#names = new Map(
      [...schemesOf(theirs)].flatMap(([name, facts]) => {
        const own = known.get(facts);
        if (own === undefined)
          rules.note('decide', `The credential ${name} of the vendor's file is not in our spec: add it.`);
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

  /** What a new operation needs, if that is not what all do. */
  fresh(other: JsonObject): JsonObject {
    const after = this.#inOurs(other.security);
    return after === undefined || isSameSet(this.#own ?? [], after) ? {} : { security: after };
  }

  /** Requirements with our names; undefined where there are none, or where one is of a credential that we do not have. */
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

/** What each credential is: where it is sent, without its texts. */
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
