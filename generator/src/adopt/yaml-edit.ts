import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isArray, isObject, type Json, keywordRank } from '../schema/index.js';
import { type Edit, withEdits } from './edits.js';
import { asNode, contentOf, hasAnchor, keyOf, pairOf } from './yaml-nodes.js';
import { inlineText, itemText, pairText, scalarText } from './yaml-text.js';

/** A part of the text that is replaced. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of a file after its edits, and those that could not be made in it. */
export interface Edited {
  readonly text: string;
  readonly refused: readonly Edit[];
}

/** Makes edits in the text of a file; whatever they are not about stays as it is, byte for byte. */
export function editText(text: string, edits: readonly Edit[], isJson: boolean): Edited {
  if (isJson) return { text: editJson(text, edits), refused: [] };
  if (text.trim() === '') {
    const value = withEdits({}, edits);
    const sections = Object.entries(isObject(value) ? value : {}).map(([key, inner]) => `${pairText(key, inner, 0)}\n`);
    return { text: sections.join('\n'), refused: [] };
  }
  if (!text.includes('\r\n')) return new YamlEditor(text).edit(edits);
  const edited = new YamlEditor(text.replaceAll('\r\n', '\n')).edit(edits);
  return { ...edited, text: edited.text.replaceAll('\n', '\r\n') };
}

function editJson(text: string, edits: readonly Edit[]): string {
  const indent = /^\s*?\n([ \t]+)"/m.exec(text)?.[1] ?? /^[{[]\s*\n([ \t]+)/.exec(text)?.[1] ?? '';
  const value: Json = JSON.parse(text);
  return `${JSON.stringify(withEdits(value, edits), null, indent)}${text.endsWith('\n') ? '\n' : ''}`;
}

/** The keys of OpenAPI's objects that come after all others. */
const LATE = ['schema', 'content', 'parameters', 'requestBody', 'responses'];

class YamlEditor {
  readonly #text: string;
  readonly #document: Document.Parsed;
  readonly #splices: Splice[] = [];
  readonly #refused: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#document = parseDocument(text);
  }

  edit(edits: readonly Edit[]): Edited {
    for (const group of this.#grouped(edits).values()) {
      const container = this.#walk(group[0]?.tokens.slice(0, -1) ?? []);
      const done = isMap(container)
        ? this.#editMap(container, group)
        : isSeq(container) && this.#editList(container, group);
      if (!done && !this.#append(group)) this.#refused.push(...group);
    }
    const splices = [...this.#splices.entries()].sort(([i, one], [j, other]) => one.start - other.start || i - j);
    let result = '';
    let at = 0;
    for (const [, { start, end, text }] of splices) {
      // What is inside a part that was replaced as a whole went with it.
      if (start < at) continue;
      result += this.#text.slice(at, start) + text;
      at = end;
    }
    return { text: result + this.#text.slice(at), refused: this.#refused };
  }

  /** Adds a section that the file does not have at its end. */
  #append(group: readonly Edit[]): boolean {
    const [section, ...rest] = group[0]?.tokens.slice(0, -1) ?? [];
    const root = this.#document.contents;
    if (section === undefined || rest.length > 0 || !isMap(root) || root.flow === true) return false;
    if (pairOf(root, section) !== undefined || group.some(({ value }) => value === undefined)) return false;
    const inner = group.map(({ tokens, value }) => ({ tokens: tokens.slice(1), value }));
    this.#insertAfter(root.items.at(-1), pairText(section, withEdits({}, inner), 0), 0, true, false);
    return true;
  }

  /** The edits of one block, or of one value that is written in a line, which is written anew. */
  #grouped(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
    const groups = new Map<string, Edit[]>();
    const inline = new Map<string, Edit[]>();
    for (const edit of edits) {
      const outer = this.#outermostFlow(edit.tokens.slice(0, -1));
      const [to, key] = outer === undefined ? [groups, edit.tokens.slice(0, -1)] : [inline, outer];
      const name = JSON.stringify(key);
      to.set(name, [...(to.get(name) ?? []), edit]);
    }
    for (const [name, group] of inline) {
      const tokens: readonly string[] = JSON.parse(name);
      const node = this.#walk(tokens);
      const value = this.#valueOf(node);
      if (value === undefined || tokens.length === 0) {
        this.#refused.push(...group);
        continue;
      }
      const inner = group.map((edit) => ({ ...edit, tokens: edit.tokens.slice(tokens.length) }));
      const parent = JSON.stringify(tokens.slice(0, -1));
      groups.set(parent, [...(groups.get(parent) ?? []), { tokens, value: withEdits(value, inner) }]);
    }
    return groups;
  }

  /** The value of a node that has neither comments nor anchors, which would be lost. */
  #valueOf(node: Node | undefined): Json | undefined {
    const [start, end] = node?.range ?? [0, 0];
    if (node === undefined || /(?:^|[\s[{,])[&*]\w|(?:^|\s)#/.test(this.#text.slice(start, end))) return undefined;
    const value: Json = node.toJS(this.#document);
    return value;
  }

  #outermostFlow(tokens: readonly string[]): readonly string[] | undefined {
    for (let length = 0; length <= tokens.length; length += 1) {
      const node = this.#walk(tokens.slice(0, length));
      if (isCollection(node) && node.flow === true) return tokens.slice(0, length);
    }
    return undefined;
  }

  #walk(tokens: readonly string[]): Node | undefined {
    let node: Node | undefined = this.#document.contents ?? undefined;
    for (const token of tokens) {
      if (isMap(node)) node = contentOf(pairOf(node, token));
      else if (isSeq(node)) node = asNode(node.items[Number(token)]);
      else return undefined;
    }
    return node;
  }

  #editMap(map: YAMLMap, group: readonly Edit[]): boolean {
    const indent = this.#columnOf(map);
    const gone = group.filter(({ tokens, value, rename }) => {
      return value === undefined && rename === undefined && pairOf(map, tokens.at(-1) ?? '');
    });
    if (indent === undefined || gone.length === map.items.length) return false;
    const names = map.items.map((pair) => keyOf(pair));
    const isSorted = names.length > 1 && names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
    const isSpaced = this.#isSpaced(map);
    const added = group.filter(({ tokens }) => pairOf(map, tokens.at(-1) ?? '') === undefined);
    if (isSorted) added.sort((one, other) => ((one.tokens.at(-1) ?? '') < (other.tokens.at(-1) ?? '') ? -1 : 1));
    for (const { tokens, value, rename } of group) {
      const pair = pairOf(map, tokens.at(-1) ?? '');
      if (pair === undefined) continue;
      const key = asNode(pair.key);
      if (rename !== undefined) {
        if (key?.range != null) this.#splice(key.range[0], key.range[1], scalarText(rename));
        continue;
      }
      if (value === undefined) this.#removePair(map, pair, isSpaced);
      else if (!this.#replace(pair, keyOf(pair), value, indent)) this.#refused.push({ tokens, value });
    }
    for (const { tokens, value } of added) {
      if (value === undefined) continue;
      const key = tokens.at(-1) ?? '';
      const before = isSorted ? names.findLastIndex((name) => name <= key) : this.#indexFor(names, key, tokens);
      const text = pairText(key, value, indent);
      this.#insertAfter(map.items[Math.max(before, 0)], text, indent, isSpaced, before < 0 && this.#startsLine(map));
    }
    return true;
  }

  /** After which key a new one is written: names at the end, keywords where people expect them. */
  #indexFor(names: readonly string[], key: string, tokens: readonly string[]): number {
    const parent = tokens.at(-2) ?? '';
    if (['properties', 'schemas', 'paths', 'responses', 'content'].includes(parent) || key.startsWith('x-')) {
      return names.length - 1;
    }
    const rank = (name: string): number => (LATE.includes(name) ? 5 : keywordRank(name));
    return names.findLastIndex((name) => rank(name) <= rank(key));
  }

  #editList(list: YAMLSeq, group: readonly Edit[]): boolean {
    const first = asNode(list.items[0]);
    const gone = group.filter(({ value, tokens }) => value === undefined && tokens.at(-1) !== '-');
    if (first?.range == null || gone.length === list.items.length) return false;
    const dash = this.#text.lastIndexOf('-', first.range[0]);
    const indent = dash - this.#lineStart(dash);
    const last = list.items.at(-1);
    for (const { tokens, value } of group) {
      const token = tokens.at(-1) ?? '';
      const item = asNode(list.items[Number(token)]);
      if (token === '-' && value !== undefined) {
        this.#insertAfter(last, `- ${itemText(value, indent + 2)}`, indent, false, false);
      } else if (item?.range == null) return false;
      else if (value !== undefined) {
        const isFlow = isCollection(item) && item.flow === true;
        this.#splice(item.range[0], this.#endOf(item), isFlow ? inlineText(value) : itemText(value, indent + 2));
      } else {
        const start = this.#lineStart(item.range[0]);
        this.#splice(start, this.#lineEnd(this.#endOf(item)) + 1, '');
      }
    }
    return true;
  }

  #replace(pair: Pair, key: string, value: Json, indent: number): boolean {
    const old = contentOf(pair);
    const node = asNode(pair.key);
    if (old === undefined || node?.range == null || old.range == null || isAlias(old) || hasAnchor(old)) return false;
    const isPlain = isScalar(old) && old.type !== 'BLOCK_FOLDED' && old.type !== 'BLOCK_LITERAL';
    if (isPlain && !isObject(value) && !isArray(value)) this.#splice(old.range[0], old.range[1], scalarText(value));
    else this.#splice(node.range[0], this.#endOf(pair), pairText(key, value, indent));
    return true;
  }

  #removePair(map: YAMLMap, pair: Pair, isSpaced: boolean): void {
    const key = asNode(pair.key);
    if (key?.range == null) return;
    let start = this.#lineStart(key.range[0]);
    // Comments right above are about it, but those above the first one are about all.
    while (map.items[0] !== pair && start > 0) {
      const above = this.#lineStart(start - 1);
      if (!/^[ \t]*#/.test(this.#text.slice(above, start))) break;
      start = above;
    }
    let end = this.#lineEnd(this.#endOf(pair)) + 1;
    const isLast = map.items.at(-1) === pair;
    if (isSpaced && !isLast && this.#text[end] === '\n') end += 1;
    if (isSpaced && isLast && this.#text.slice(start - 2, start) === '\n\n') start -= 1;
    this.#splice(start, end, '');
  }

  #insertAfter(part: unknown, text: string, indent: number, isSpaced: boolean, isFirst: boolean): void {
    const lines = `${' '.repeat(indent)}${text}`;
    const gap = isSpaced ? '\n' : '';
    const key = isPair(part) ? asNode(part.key) : undefined;
    if (isFirst && key?.range != null) {
      const start = this.#lineStart(key.range[0]);
      this.#splice(start, start, `${lines}\n${gap}`);
      return;
    }
    const end = this.#lineEnd(this.#endOf(part));
    this.#splice(end, end, `\n${gap}${lines}`);
  }

  #splice(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text });
  }

  /** Where the text of a node ends: not the comments and blank lines behind it. */
  #endOf(part: unknown): number {
    if (isPair(part)) return this.#endOf(part.value ?? part.key);
    const node = asNode(part);
    if (isCollection(node) && node.flow !== true && node.items.length > 0) return this.#endOf(node.items.at(-1));
    const [start, end] = node?.range ?? [0, 0];
    return start + this.#text.slice(start, end).trimEnd().length;
  }

  #isSpaced(map: YAMLMap): boolean {
    const [first, second] = map.items;
    const key = asNode(second?.key);
    return key?.range != null && /\n[ \t]*\n/.test(this.#text.slice(this.#endOf(first), key.range[0]));
  }

  #columnOf(map: YAMLMap): number | undefined {
    const key = asNode(map.items[0]?.key);
    return key?.range == null ? undefined : key.range[0] - this.#lineStart(key.range[0]);
  }

  #startsLine(map: YAMLMap): boolean {
    const start = asNode(map.items[0]?.key)?.range?.[0] ?? 0;
    return this.#text.slice(this.#lineStart(start), start).trim() === '';
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineEnd(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end === -1 ? this.#text.length : end;
  }
}
