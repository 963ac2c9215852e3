import {
  type Document,
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
import { type Edit, type Edited, withEdits } from './edits.js';
import { type Splice, withSplices } from './splices.js';
import { aliasedPlaces, isWithin } from './yaml-aliases.js';
import { YamlLines } from './yaml-lines.js';
import { asNode, contentOf, hasComment, keyOf, pairOf } from './yaml-nodes.js';
import { inlineText, itemText, pairText, scalarText } from './yaml-text.js';

/** Fields of OpenAPI objects that are written last. */
const LATE = ['schema', 'content', 'parameters', 'requestBody', 'responses'];

/** Edits the text of a YAML file. */
export class YamlEditor {
  readonly #text: string;
  readonly #lines: YamlLines;
  readonly #document: Document.Parsed;
  readonly #splices: Splice[] = [];
  readonly #refused: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#lines = new YamlLines(text);
    this.#document = parseDocument(text);
  }

  edit(edits: readonly Edit[]): Edited {
    const aliased = aliasedPlaces(this.#document);
    const isOfAlias = ({ tokens }: Edit): boolean => {
      const whole = this.#writtenAnew(tokens.slice(0, -1)) ?? tokens;
      return aliased.some((place) => isWithin(place, whole) || isWithin(whole, place));
    };
    this.#refused.push(...edits.filter(isOfAlias));
    const possible = edits.filter((edit) => !isOfAlias(edit));
    // A container may end where one around it ends: what is added to it is written first.
    const depth = (group: readonly Edit[]): number => group[0]?.tokens.length ?? 0;
    for (const group of [...this.#grouped(possible).values()].sort((one, other) => depth(other) - depth(one))) {
      const tokens = group[0]?.tokens.slice(0, -1) ?? [];
      const container = this.#walk(tokens);
      const done = isMap(container)
        ? this.#editMap(container, group)
        : isSeq(container) && this.#editList(container, group);
      if (!done) this.#refused.push(...group);
    }
    const text = withSplices(this.#text, this.#splices);
    return { text: text.trim() === '' ? '' : text, refused: this.#refused };
  }

  /** Groups the edits by container. A container in flow style is rewritten as a whole, which is an edit of its parent. */
  #grouped(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
    const groups = new Map<string, Edit[]>();
    const rewritten = new Map<string, Edit[]>();
    const add = (to: Map<string, Edit[]>, tokens: readonly string[], list: readonly Edit[]): void => {
      const name = JSON.stringify(tokens);
      to.set(name, [...(to.get(name) ?? []), ...list]);
    };
    for (const edit of edits) {
      const container = edit.tokens.slice(0, -1);
      const whole = this.#writtenAnew(container);
      add(whole === undefined ? groups : rewritten, whole ?? container, [edit]);
    }
    for (const [name, group] of groups) {
      const tokens: readonly string[] = JSON.parse(name);
      const node = this.#walk(tokens);
      const gone = group.filter((edit) => {
        return edit.value === undefined && edit.rename === undefined && this.#walk(edit.tokens) !== undefined;
      });
      const left = isCollection(node) ? node.items.length - gone.length : 1;
      if (left > 0 || tokens.length === 0) continue;
      groups.delete(name);
      // A section is removed with its last entry.
      const isSection = tokens.length === (tokens[0] === 'components' ? 2 : 1) && gone.length === group.length;
      if (isSection) add(groups, tokens.slice(0, -1), [{ tokens, value: undefined }]);
      else add(rewritten, tokens, group);
    }
    for (const [name, group] of rewritten) {
      const tokens: readonly string[] = JSON.parse(name);
      const inner = group.map((edit) => ({ ...edit, tokens: edit.tokens.slice(tokens.length) }));
      const value = this.#valueOf(this.#walk(tokens), inner);
      if (value === undefined || tokens.length === 0) this.#refused.push(...group);
      else add(groups, tokens.slice(0, -1), [{ tokens, value: withEdits(value, inner) }]);
    }
    return groups;
  }

  /** The value of a node that will be rewritten; undefined if it has comments, which would be lost. */
  #valueOf(node: Node | undefined, edits: readonly Edit[]): Json | undefined {
    if (node === undefined || (isScalar(node) && node.value === null)) return edits[0]?.tokens[0] === '-' ? [] : {};
    const isFlow = isCollection(node) && node.flow === true;
    const isLost = isFlow && hasComment(node, this.#text);
    return !isCollection(node) || isLost ? undefined : node.toJS(this.#document);
  }

  /** The node to rewrite to change a container: the outermost one in flow style, or one that does not exist yet. */
  #writtenAnew(container: readonly string[]): readonly string[] | undefined {
    for (let length = 0; length <= container.length; length += 1) {
      const node = this.#walk(container.slice(0, length));
      const isBlock = isCollection(node) && node.flow !== true;
      if (!isBlock) return container.slice(0, length);
      // A merge key may provide it.
      if (isMap(node) && pairOf(node, '<<') !== undefined && pairOf(node, container[length] ?? '<<') === undefined)
        return undefined;
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
    const indent = this.#lines.columnOf(map);
    if (indent === undefined) return false;
    const isRoot = map === this.#document.contents;
    const gone = new Set(
      group.flatMap(({ tokens, value, rename }) => {
        return value === undefined && rename === undefined ? [pairOf(map, tokens.at(-1) ?? '')] : [];
      }),
    );
    const kept = map.items.filter((pair) => !gone.has(pair));
    const names = kept.map((pair) => keyOf(pair));
    const isSorted = names.length > 1 && names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
    const isSpaced = this.#lines.isSpaced(map);
    const added = group.filter(({ tokens }) => pairOf(map, tokens.at(-1) ?? '') === undefined);
    if (isSorted) added.sort((one, other) => ((one.tokens.at(-1) ?? '') < (other.tokens.at(-1) ?? '') ? -1 : 1));
    for (const edit of group) {
      const { tokens, value, rename } = edit;
      const pair = pairOf(map, tokens.at(-1) ?? '');
      if (pair === undefined) continue;
      const key = asNode(pair.key);
      if (rename !== undefined) {
        if (key?.range != null) this.#splice(key.range[0], key.range[1], scalarText(rename));
      } else if (value === undefined) this.#removePair(map, pair, kept, isSpaced);
      else if (!this.#replace(pair, keyOf(pair), value, indent)) this.#refused.push(edit);
    }
    for (const { tokens, value } of added) {
      if (value === undefined) continue;
      const key = tokens.at(-1) ?? '';
      const sorted = isSorted ? names.findLastIndex((name) => name <= key) : this.#indexFor(names, key, tokens);
      const before = isRoot ? names.length - 1 : sorted;
      const text = pairText(key, value, indent);
      const isFirst = before < 0 && this.#lines.startsLine(map);
      this.#insertAfter(kept[Math.max(before, 0)], text, indent, isSpaced || isRoot, isFirst);
    }
    return true;
  }

  /** The index of the key after which a new key is written: names at the end, keywords in the usual order. */
  #indexFor(names: readonly string[], key: string, tokens: readonly string[]): number {
    const parent = tokens.at(-2) ?? '';
    if (['properties', 'schemas', 'paths', 'responses', 'content'].includes(parent) || key.startsWith('x-')) {
      return names.length - 1;
    }
    const rank = (name: string): number => (LATE.includes(name) ? 5 : keywordRank(name));
    return names.findLastIndex((name) => rank(name) <= rank(key));
  }

  #editList(list: YAMLSeq, group: readonly Edit[]): boolean {
    const dash = this.#lines.dashOf(list, 0);
    const indent = dash - this.#lines.lineStart(dash);
    const gone = new Set(group.flatMap(({ tokens, value }) => (value === undefined ? [Number(tokens.at(-1))] : [])));
    const last = list.items.filter((_, index) => !gone.has(index)).at(-1);
    for (const { tokens, value } of group) {
      const token = tokens.at(-1) ?? '';
      const item = asNode(list.items[Number(token)]);
      if (token === '-' && value !== undefined) {
        this.#insertAfter(last, `- ${itemText(value, indent + 2)}`, indent, false, false);
      } else if (item?.range == null) return false;
      else if (value !== undefined) {
        const isFlow = isCollection(item) && item.flow === true;
        this.#splice(item.range[0], this.#lines.endOf(item), isFlow ? inlineText(value) : itemText(value, indent + 2));
      } else this.#removeItem(list, Number(token), gone);
    }
    return true;
  }

  #removeItem(list: YAMLSeq, index: number, gone: ReadonlySet<number>): void {
    const dash = this.#lines.dashOf(list, index);
    const next = list.items.findIndex((_, other) => !gone.has(other));
    // `- - a`: the other dash on its line stays.
    if (index === 0 && next > 0 && this.#text.slice(this.#lines.lineStart(dash), dash).trim() !== '') {
      this.#splice(dash, this.#lines.dashOf(list, next), '');
      return;
    }
    const start = this.#lines.startOf(dash, list.items[index - 1]);
    this.#splice(start, this.#lines.lineEnd(this.#lines.endOf(list.items[index])) + 1, '');
  }

  #replace(pair: Pair, key: string, value: Json, indent: number): boolean {
    const old = contentOf(pair);
    const node = asNode(pair.key);
    if (old === undefined || node?.range == null || old.range == null) return false;
    const isPlain = isScalar(old) && old.type !== 'BLOCK_FOLDED' && old.type !== 'BLOCK_LITERAL';
    if (isPlain && !isObject(value) && !isArray(value)) this.#splice(old.range[0], old.range[1], scalarText(value));
    else this.#splice(node.range[0], this.#lines.endOf(pair), pairText(key, value, indent));
    return true;
  }

  #removePair(map: YAMLMap, pair: Pair, kept: readonly Pair[], isSpaced: boolean): void {
    const key = asNode(pair.key);
    if (key?.range == null) return;
    const index = map.items.indexOf(pair);
    const next = asNode(kept[0]?.key);
    if (index === 0 && !this.#lines.startsLine(map) && next?.range != null) {
      this.#splice(key.range[0], next.range[0], '');
      return;
    }
    let start = this.#lines.startOf(key.range[0], map.items[index - 1]);
    let end = this.#lines.lineEnd(this.#lines.endOf(pair)) + 1;
    const isLast = map.items.findLastIndex((one) => kept.includes(one)) < index;
    if (isSpaced && !isLast && this.#text[end] === '\n') end += 1;
    if (isSpaced && isLast && this.#text.slice(start - 2, start) === '\n\n') start -= 1;
    this.#splice(start, end, '');
  }

  #insertAfter(part: unknown, text: string, indent: number, isSpaced: boolean, isFirst: boolean): void {
    const lines = `${' '.repeat(indent)}${text}`;
    const gap = isSpaced ? '\n' : '';
    const key = isPair(part) ? asNode(part.key) : undefined;
    if (isFirst && key?.range != null) {
      const start = this.#lines.lineStart(key.range[0]);
      this.#splice(start, start, `${lines}\n${gap}`);
      return;
    }
    const end = this.#lines.lineEnd(this.#lines.endOf(part));
    this.#splice(end, end, `\n${gap}${lines}`);
  }

  #splice(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text });
  }
}
