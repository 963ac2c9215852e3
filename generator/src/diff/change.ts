import type { Model } from '../model/model.js';
import type { Names } from '../naming/index.js';
import type { Json, JsonObject } from '../schema/index.js';
import type { Bump, ChangeSeverity, RuleId } from './rules.js';

/** One version of an OpenAPI document, with the names that users know it by. */
export interface Version {
  readonly model: Model;
  /** The bundled document, for what the model leaves out. */
  readonly root: JsonObject;
  readonly names: Names;
  /** The types of named schemas in requests, where a reply has another one: key -> exported name. */
  readonly inputTypes: ReadonlyMap<string, string>;
  /** The client's options for security schemes: the scheme's key -> the option's name. */
  readonly credentials: ReadonlyMap<string, string>;
}

/** One difference between two versions, by meaning. */
export interface Change {
  readonly rule: RuleId;
  readonly severity: ChangeSeverity;
  /** One sentence in Markdown. */
  readonly message: string;
  /** For a change that may be found at several places: the name of this one, as Markdown, and what is the same at all of them. */
  readonly about?: { readonly name: string; readonly says: string };
  /** The operation's id, for a change of, or reaching, one operation. */
  readonly operation: string | undefined;
  /** The ids of the operations that a change to a shared schema reaches. */
  readonly reaches: readonly string[];
  /** The tag that the change is listed under, if any. */
  readonly tag: string | undefined;
  /** JSON pointers into the bundled documents; absent on the side where there is nothing. */
  readonly old: string | undefined;
  readonly next: string | undefined;
  /** What it is about where no pointer leads to it: a value of an enum, an operator of a filter, a header. */
  readonly detail?: Json;
  /** Of what only the new version has: where it would be in the old document. */
  readonly place?: string;
}

/** Where a change is. */
export type Spot = Partial<
  Pick<Change, 'about' | 'operation' | 'reaches' | 'tag' | 'old' | 'next' | 'detail' | 'place'>
>;

export interface Comparison {
  readonly changes: readonly Change[];
  readonly bump: Bump;
}
