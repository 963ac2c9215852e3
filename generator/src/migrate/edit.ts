import type { Node, SourceFile } from 'ts-morph';

/** A replacement of a part of a file. */
export interface Edit {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits for a use, or the reason why there are none. */
export type Rewrite = { readonly edits: readonly Edit[] } | { readonly reason: string };

export function replace(node: Node, text: string): Edit {
  return { file: node.getSourceFile(), start: node.getStart(), end: node.getEnd(), text };
}

/** Whether another edit changes the same place differently. Two insertions at one place do not conflict. */
export function isInTheWay(edit: Edit, others: readonly Edit[]): boolean {
  return others.some((one) => !isSame(one, edit) && one.start < edit.end && edit.start < one.end);
}

export function isSame(one: Edit, other: Edit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}
