import type { AddonHooks } from '../../addons/index.js';
import type { Json, Schema } from '../../schema/index.js';
import type { Model } from '../model.js';

/** Where values come from: what references lead to, and what add-ons know of the service. */
export type Source = Pick<Model, 'resolve'> & { readonly hooks?: AddonHooks };

/** Makes values, and knows how much it has made. */
export interface Filler {
  /** A value that fulfils all of the schemas. `variant` makes another one of the same schemas, where there is another. */
  fill(schemas: readonly Schema[], name: string, depth: number, variant: number): Json | undefined;
  /** How many items a list has where optional things are filled in. */
  readonly wantedItems: number;
  /** Whether optional things are filled in at this depth. */
  isWanted(depth: number): boolean;
  /** How many items every list has at least. */
  readonly leastItems: number;
  /** Whether a property has no place in this direction. */
  isHidden(schema: Schema): boolean;
  matches(value: Json, schema: Schema): boolean;
  /** Whether the steps are used up: what came out is not to be relied on. */
  isExhausted(): boolean;
}
