import * as fc from 'fast-check';
import { OPERATION_EDITS } from './operation-edits.js';
import { SCHEMA_EDITS } from './schema-edits.js';
import type { ObjectNode } from './tree.js';

/** One change to an OpenAPI document. */
export interface Edit {
  readonly kind: string;
  /** Index of the place. */
  readonly place: number;
  /** Index of the way to make it. */
  readonly way: number;
}

const EDITS = { ...SCHEMA_EDITS, ...OPERATION_EDITS };

/** Any change. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...Object.keys(EDITS)),
  place: fc.nat(10_000),
  way: fc.nat(10_000),
});

/** Changes a document in place. Returns whether there was a place for it. */
export function applyEdit(root: ObjectNode, { kind, place, way }: Edit): boolean {
  return EDITS[kind]?.(root, place, way) ?? false;
}
