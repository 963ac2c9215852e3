import { isCollection, isPair, type YAMLMap } from 'yaml';
import { asNode } from './yaml-nodes.js';

/** Lines and columns of the parts of a YAML text. */
export class YamlLines {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where a part starts, including the comments right above it; those above the first part belong to the whole. */
  startOf(offset: number, isFirst: boolean): number {
    let start = this.lineStart(offset);
    while (!isFirst && start > 0) {
      const above = this.lineStart(start - 1);
      if (!/^[ \t]*#/.test(this.#text.slice(above, start))) break;
      start = above;
    }
    return start;
  }

  /** Where the text of a node ends, without the comments and blank lines after it. */
  endOf(part: unknown): number {
    if (isPair(part)) return this.endOf(part.value ?? part.key);
    const node = asNode(part);
    if (isCollection(node) && node.flow !== true && node.items.length > 0) return this.endOf(node.items.at(-1));
    const [start, end] = node?.range ?? [0, 0];
    return start + this.#text.slice(start, end).trimEnd().length;
  }

  isSpaced(map: YAMLMap): boolean {
    const [first, second] = map.items;
    const key = asNode(second?.key);
    return key?.range != null && /\n[ \t]*\n/.test(this.#text.slice(this.endOf(first), key.range[0]));
  }

  columnOf(map: YAMLMap): number | undefined {
    const key = asNode(map.items[0]?.key);
    return key?.range == null ? undefined : key.range[0] - this.lineStart(key.range[0]);
  }

  startsLine(map: YAMLMap): boolean {
    const start = asNode(map.items[0]?.key)?.range?.[0] ?? 0;
    return this.#text.slice(this.lineStart(start), start).trim() === '';
  }

  lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  lineEnd(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end === -1 ? this.#text.length : end;
  }
}
