import type { AddonHooks } from '../../addons/index.js';
import type { Json, Schema } from '../../schema/index.js';
import type { Model } from '../model.js';

/** The source of values: targets of references, and the hooks of add-ons. */
export type Source = Pick<Model, 'resolve'> & { readonly hooks?: AddonHooks };

/** Generates values, and counts the steps. */
export interface Filler {
  /** A value that matches all of the schemas. `variant` makes another one, if there is one. */
  fill(schemas: readonly Schema[], name: string, depth: number, variant: number): Json | undefined;
  /** The number of items in an array if optional values are filled in. */
  readonly wantedItems: number;
  /** Whether optional things are filled in at this depth. */
  isWanted(depth: number): boolean;
  /** The minimum number of items in every array, and where possible of fields in every object inside the value. */
  readonly leastItems: number;
  /** Whether a property does not exist in this direction. */
  isHidden(schema: Schema): boolean;
  matches(value: Json, schema: Schema): boolean;
  /** Whether the limit of steps is reached; the result is invalid then. */
  isExhausted(): boolean;
}
