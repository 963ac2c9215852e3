import { isCollection, isPair, type YAMLMap, type YAMLSeq } from 'yaml';
import { asNode } from './yaml-nodes.js';

/** Lines and columns of the parts of a YAML text. */
export class YamlLines {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Where a part starts, including the comments right above it; those above the first part belong to the whole.
   *
   * @param before the part before it, if any: its text may have lines that start with `#`.
   */
  startOf(offset: number, before: unknown): number {
    const least = before === undefined ? offset : this.endOf(before);
    let start = this.lineStart(offset);
    while (start > least) {
      const above = this.lineStart(start - 1);
      if (above < least || !/^[ \t]*#/.test(this.#text.slice(above, start))) break;
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

  /** Where the dash of an item is: comments or an anchor may be between them. */
  dashOf(list: YAMLSeq, index: number): number {
    if (index === 0) return list.range?.[0] ?? 0;
    const end = this.endOf(list.items[index - 1]);
    return end + this.#text.slice(end).search(/(?<=\n[ \t]*)-(?=\s|$)/);
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
