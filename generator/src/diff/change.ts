import type { Model } from '../model/model.js';
import type { Names } from '../naming/index.js';
import type { Json, JsonObject } from '../schema/index.js';
import type { Bump, ChangeSeverity, RuleId } from './rules.js';

/** One version of an OpenAPI document, with the names that users see. */
export interface Version {
  readonly model: Model;
  /** The bundled document, for parts that are not in the model. */
  readonly root: JsonObject;
  readonly names: Names;
  /** The request types of named schemas that differ from the response types: key -> exported name. */
  readonly inputTypes: ReadonlyMap<string, string>;
  /** The client's options for security schemes: the scheme's key -> the option's name. */
  readonly credentials: ReadonlyMap<string, string>;
}

/** A semantic difference between two versions. */
export interface Change {
  readonly rule: RuleId;
  readonly severity: ChangeSeverity;
  /** One sentence in Markdown. */
  readonly message: string;
  /** If a change may occur in several places: the name of this one, as Markdown, and the text common to all. */
  readonly about?: { readonly name: string; readonly text: string };
  /** The operation's id, for a change of one operation. */
  readonly operation: string | undefined;
  /** The ids of the operations that use the changed schema. */
  readonly reaches: readonly string[];
  /** The tag that the change is listed under, if any. */
  readonly tag: string | undefined;
  /** JSON pointers into the bundled documents; absent on a side without it. */
  readonly old: string | undefined;
  readonly next: string | undefined;
  /** The subject of the change if it has no pointer: a value of an enum, an operator of a filter, a header. */
  readonly detail?: Json;
  /** For additions: the place in the old document. */
  readonly place?: string;
}

/** The location of a change. */
export type Spot = Partial<
  Pick<Change, 'about' | 'operation' | 'reaches' | 'tag' | 'old' | 'next' | 'detail' | 'place'>
>;

export interface Comparison {
  readonly changes: readonly Change[];
  readonly bump: Bump;
}
