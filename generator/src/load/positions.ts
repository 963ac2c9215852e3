import { type Node as JsonNode, parseTree } from 'jsonc-parser';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { codeFrame } from '../problems/index.js';
import { Lines } from './lines.js';
import type { SourceFile } from './source-file.js';

export interface Position {
  /** One-based. */
  readonly line: number;
  /** One-based. */
  readonly column: number;
}

/** A syntax tree as far as positions need it. */
interface Tree {
  /** Where the node starts; for a member of an object where its key starts. */
  readonly offset: number;
  /** The child that a token names. */
  child(token: string): Tree | undefined;
}

/**
 * Finds lines and columns of nodes. A file is parsed a second time, with positions, when the first of them is asked for;
 * a run without problems never does.
 */
export class Positions {
  readonly #trees = new Map<string, Tree | undefined>();
  readonly #lines = new Map<string, Lines>();

  /** Where the node stands; of a node that is not written out, such as one behind a YAML merge key, its nearest ancestor. */
  of(file: SourceFile, tokens: readonly string[]): Position {
    let tree = this.#tree(file);
    let offset = tree?.offset ?? 0;
    for (const token of tokens) {
      tree = tree?.child(token);
      if (tree === undefined) break;
      offset = tree.offset;
    }
    return this.#linesOf(file).position(offset);
  }

  frame(file: SourceFile, line: number, column: number): string | undefined {
    const lines = this.#linesOf(file);
    return codeFrame((number) => lines.line(number), line, column);
  }

  #linesOf(file: SourceFile): Lines {
    let lines = this.#lines.get(file.id);
    if (lines === undefined) {
      lines = new Lines(file.text);
      this.#lines.set(file.id, lines);
    }
    return lines;
  }

  #tree(file: SourceFile): Tree | undefined {
    if (!this.#trees.has(file.id)) this.#trees.set(file.id, parse(file));
    return this.#trees.get(file.id);
  }
}

function parse(file: SourceFile): Tree | undefined {
  if (file.syntax === 'json') {
    const root = parseTree(file.text, [], { disallowComments: true });
    return root === undefined ? undefined : new JsonTree(root, root.offset);
  }
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

class JsonTree implements Tree {
  readonly offset: number;
  readonly #node: JsonNode;
  #members: Map<string, JsonTree> | undefined;

  constructor(node: JsonNode, offset: number) {
    this.#node = node;
    this.offset = offset;
  }

  child(token: string): Tree | undefined {
    if (this.#node.type === 'array') {
      const element = this.#node.children?.[Number(token)];
      return element === undefined ? undefined : new JsonTree(element, element.offset);
    }
    if (this.#members === undefined) {
      this.#members = new Map();
      for (const property of this.#node.children ?? []) {
        const [key, value] = property.children ?? [];
        if (key !== undefined && value !== undefined)
          this.#members.set(key.value, new JsonTree(value, property.offset));
      }
    }
    return this.#members.get(token);
  }
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
  return isNode(node) ? node.range?.[0] : undefined;
}
