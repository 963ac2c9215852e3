import { getLocation, type Node, parseTree } from 'jsonc-parser';
import { Lines, type Position } from '../../problems/index.js';
import type { SourceFile } from './source-file.js';
import { type TextNode, TextTree } from './text-tree.js';

/**
 * Finds lines and columns of nodes. A file is parsed a second time, for positions, on demand: never in a run without problems.
 */
export class Positions {
  readonly #trees = new Map<string, TextNode>();
  readonly #lines = new Map<string, Lines>();

  /**
   * The position of the node; of a node that is not in the text, such as one from a YAML merge key, that of its nearest ancestor.
   */
  of(file: SourceFile, tokens: readonly string[]): Position {
    let node = this.#trees.get(file.id) ?? treeOf(file);
    this.#trees.set(file.id, node);
    for (const token of tokens) {
      const child = node.members.get(token);
      if (child === undefined) break;
      node = child;
    }
    return this.#linesOf(file).position(node.offset);
  }

  frame(file: SourceFile, position: Position): string | undefined {
    return file.text === '' ? undefined : this.#linesOf(file).frame(position);
  }

  #linesOf(file: SourceFile): Lines {
    const lines = this.#lines.get(file.id) ?? new Lines(file.text);
    this.#lines.set(file.id, lines);
    return lines;
  }
}

function treeOf({ text, syntax }: SourceFile): TextNode {
  try {
    const tree = syntax === 'json' ? parseTree(text) : undefined;
    if (tree !== undefined) return jsonNode(tree, tree);
  } catch (error) {
    // The parser of JSON is recursive.
    if (!(error instanceof RangeError)) throw error;
  }
  return new TextTree(text, syntax).root();
}

/** @param at what it starts with: the property of a member. */
function jsonNode({ type, children = [] }: Node, { offset }: Node): TextNode {
  let members: ReadonlyMap<string, TextNode> | undefined;
  return {
    offset,
    get members() {
      members ??= new Map(
        children.map((child, index) => {
          const [key, value = child] = type === 'object' ? (child.children ?? []) : [];
          return [String(key?.value ?? index), jsonNode(value, child)];
        }),
      );
      return members;
    },
  };
}

/** The path to the innermost node around an offset of a text that can't be parsed further. */
export function tokensAt(text: string, syntax: 'json' | 'yaml', offset: number): readonly string[] {
  if (syntax === 'yaml') return new TextTree(text, syntax).pathTo(offset);
  // The last token is empty if the key is still missing.
  return getLocation(text, offset)
    .path.map(String)
    .filter((token) => token !== '');
}
