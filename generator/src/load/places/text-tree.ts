import type { EventType, State } from 'js-yaml';
import { parseYaml } from '../read/yaml.js';

/** A node of a text with its position. */
export interface TextNode {
  /** Its start; for a member of an object the start of its key. */
  readonly offset: number;
  readonly members: ReadonlyMap<string, TextNode>;
}

/** A node with its children in the order of the text: keys and values alike. */
interface ReadNode {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly members: ReadonlyMap<string, TextNode>;
}

const NONE: ReadonlyMap<string, TextNode> = new Map();
const COLON = /\s*:/y;
const BLANK = /(?:\s|#.*)*/y;

/** Records the start of each node while a YAML parser runs, which also parses JSON. */
export class TextTree {
  readonly #text: string;
  /** The nodes being read, the innermost last. */
  readonly #open: { readonly start: number; readonly children: ReadNode[] }[] = [];
  /** By value: an alias has the members of its anchor. */
  readonly #known = new Map<unknown, ReadonlyMap<string, TextNode>>();
  #root: ReadNode | undefined;

  /** Reads a text as far as possible. */
  constructor(text: string, syntax: 'json' | 'yaml') {
    this.#text = text;
    const listener = (event: EventType, state: State): void => {
      if (event === 'open') this.#open.push({ start: state.position, children: [] });
      else this.#close(state.position, state.kind, state.result);
    };
    parseYaml(text, listener, syntax === 'json');
  }

  /** The tree, as far as the text was read. */
  root(): TextNode {
    for (let last = this.#open.at(-1); last !== undefined; last = this.#open.at(-1)) {
      const [only, ...others] = last.children;
      const isSame = others.length === 0 && only !== undefined && this.#skip(only.start) === this.#skip(last.start);
      this.#close(this.#text.length, this.#isList(last.start) ? 'sequence' : 'mapping', isSame ? only.value : {});
    }
    const first = this.#skip(0);
    const isFlow = /[{[]/.test(this.#text[first] ?? '');
    return { offset: isFlow ? first : 0, members: this.#root?.members ?? NONE };
  }

  /** The path to the node where reading ended, down to the one at an offset. */
  pathTo(offset: number): readonly string[] {
    const tokens: string[] = [];
    for (const [index, { start, children }] of this.#open.entries()) {
      const isInnermost = index === this.#open.length - 1;
      const key = isInnermost ? this.#keyAt(children, offset) : children.at(-1);
      if (key !== undefined && this.#isKey(key)) tokens.push(nameOf(key));
      else if (!isInnermost && this.#isList(start)) tokens.push(String(children.length));
    }
    return tokens;
  }

  #keyAt(children: readonly ReadNode[], offset: number): ReadNode | undefined {
    return this.#pairs(children).findLast(({ key, value }) => {
      return key !== undefined && key.start <= offset && offset <= (value ?? key).end;
    })?.key;
  }

  /** Keys with their values, and values without a key. */
  #pairs(children: readonly ReadNode[]): readonly { readonly key?: ReadNode; readonly value?: ReadNode }[] {
    const pairs: { readonly key?: ReadNode; readonly value?: ReadNode }[] = [];
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index];
      const next = children[index + 1];
      if (child === undefined) break;
      if (!this.#isKey(child)) pairs.push({ value: child });
      else {
        pairs.push(next === undefined ? { key: child } : { key: child, value: next });
        index += 1;
      }
    }
    return pairs;
  }

  #close(end: number, kind: string | null, value: unknown): void {
    const { start = 0, children = [] } = this.#open.pop() ?? {};
    let members = NONE;
    if (typeof value === 'object' && value !== null) {
      // A node that may be a key is read as a nested node: both have the same value.
      members = this.#known.get(value) ?? (kind === null ? NONE : this.#membersOf(children, kind === 'sequence'));
      if (kind !== null) this.#known.set(value, members);
    }
    const node = { start, end, value, members };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = node;
    else parent.children.push(node);
  }

  #membersOf(children: readonly ReadNode[], isList: boolean): ReadonlyMap<string, TextNode> {
    const members = new Map<string, TextNode>();
    for (const { key, value } of this.#pairs(children)) {
      const first = key ?? value;
      const name = isList ? String(members.size) : nameOf(first);
      const inner = isList && key !== undefined ? undefined : value?.members;
      members.set(name, { offset: this.#skip(first?.start ?? 0), members: inner ?? NONE });
    }
    return members;
  }

  #isKey({ end }: ReadNode): boolean {
    COLON.lastIndex = end;
    return COLON.test(this.#text);
  }

  #isList(start: number): boolean {
    return /[[-]/.test(this.#text[this.#skip(start)] ?? '');
  }

  /** The offset after whitespace and comments. */
  #skip(offset: number): number {
    BLANK.lastIndex = offset;
    BLANK.test(this.#text);
    return BLANK.lastIndex;
  }
}

function nameOf(key: ReadNode | undefined): string {
  const value = key?.value;
  return typeof value === 'object' && value !== null ? '' : String(value);
}
