import type { Node, SourceFile } from 'ts-morph';

/** A piece of a file that is written anew. */
export interface Edit {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is rewritten for a use, or why it is left. */
export type Rewrite = { readonly edits: readonly Edit[] } | { readonly reason: string };

export function replace(node: Node, text: string): Edit {
  return { file: node.getSourceFile(), start: node.getStart(), end: node.getEnd(), text };
}
