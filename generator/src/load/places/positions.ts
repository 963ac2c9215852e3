import { Lines, type Position } from '../../problems/index.js';
import { JsonTree } from './json-tree.js';
import type { SourceFile } from './source-file.js';
import { loadYaml } from './yaml-package.js';

/** A syntax tree as far as positions need it. */
interface Tree {
  /** Where the node starts; for a member of an object where its key starts. */
  readonly offset: number;
  /** The child that a token names. */
  child(token: string): Tree | undefined;
}

/**
 * Finds lines and columns of nodes. A file is read a second time, for positions, when the first of them is asked for;
 * a run without problems never does.
 */
export class Positions {
  readonly #trees = new Map<string, Tree>();
  readonly #lines = new Map<string, Lines>();

  /** Where the node stands; of a node that is not written out, such as one behind a YAML merge key, its nearest ancestor. */
  of(file: SourceFile, tokens: readonly string[]): Position {
    let tree = this.#tree(file);
    for (const token of tokens) {
      const child = tree.child(token);
      if (child === undefined) break;
      tree = child;
    }
    return this.#linesOf(file).position(tree.offset);
  }

  frame(file: SourceFile, line: number, column: number): string | undefined {
    return this.#linesOf(file).frame({ line, column });
  }

  #linesOf(file: SourceFile): Lines {
    let lines = this.#lines.get(file.id);
    if (lines === undefined) {
      lines = new Lines(file.text);
      this.#lines.set(file.id, lines);
    }
    return lines;
  }

  #tree(file: SourceFile): Tree {
    const tree = this.#trees.get(file.id) ?? parse(file);
    this.#trees.set(file.id, tree);
    return tree;
  }
}

function parse(file: SourceFile): Tree {
  if (file.syntax === 'json') return new JsonTree(file.text);
  const { isAlias, parseDocument } = loadYaml();
  const document = parseDocument(file.text, {
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  return new YamlTree(document.contents, 0, resolve);
}

class YamlTree implements Tree {
  readonly offset: number;
  readonly #node: unknown;
  readonly #resolve: (node: unknown) => unknown;
  #members: Map<string, YamlTree> | undefined;

  constructor(node: unknown, offset: number, resolve: (node: unknown) => unknown) {
    this.#resolve = resolve;
    this.#node = resolve(node);
    this.offset = offset;
  }

  child(token: string): Tree | undefined {
    const { isMap, isScalar, isSeq } = loadYaml();
    if (isSeq(this.#node)) {
      const element = this.#node.items[Number(token)];
      return element === undefined ? undefined : new YamlTree(element, startOf(element) ?? this.offset, this.#resolve);
    }
    if (!isMap(this.#node)) return undefined;
    if (this.#members === undefined) {
      this.#members = new Map();
      for (const pair of this.#node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
        this.#members.set(key, new YamlTree(pair.value, startOf(pair.key) ?? this.offset, this.#resolve));
      }
    }
    return this.#members.get(token);
  }
}

function startOf(node: unknown): number | undefined {
  return loadYaml().isNode(node) ? node.range?.[0] : undefined;
}
