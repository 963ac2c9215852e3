const BACKSLASH = 92;

/**
 * A node of a JSON text, for finding places in it. The members of an object or an array are looked for when one of them
 * is asked for, by skipping over their values: the way to one node of a large file takes no tree of all the others.
 */
export class JsonTree {
  /** Where the node starts; for a member of an object where its key starts. */
  readonly offset: number;
  readonly #text: string;
  readonly #start: number;
  #members: Map<string, JsonTree> | undefined;

  /**
   * @param text RFC 8259, without faults.
   * @param start where the value starts, whitespace before it included.
   */
  constructor(text: string, start = 0, offset?: number) {
    this.#text = text;
    this.#start = skipSpace(text, start);
    this.offset = offset ?? this.#start;
  }

  /** The child that a token names; the last one where several have the name, as with `JSON.parse`. */
  child(token: string): JsonTree | undefined {
    this.#members ??= this.#findMembers();
    return this.#members.get(token);
  }

  #findMembers(): Map<string, JsonTree> {
    const text = this.#text;
    const members = new Map<string, JsonTree>();
    const isObject = text[this.#start] === '{';
    if (!isObject && text[this.#start] !== '[') return members;
    for (let at = skipSpace(text, this.#start + 1); at < text.length && !isEnd(text[at]); ) {
      const keyEnd = isObject ? endOfString(text, at) : at;
      const name = isObject ? String(JSON.parse(text.slice(at, keyEnd))) : String(members.size);
      const start = isObject ? skipSpace(text, skipSpace(text, keyEnd) + 1) : at;
      members.set(name, new JsonTree(text, start, at));
      at = skipSpace(text, endOfValue(text, start));
      if (text[at] === ',') at = skipSpace(text, at + 1);
    }
    return members;
  }
}

function isEnd(character: string | undefined): boolean {
  return character === '}' || character === ']';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** Behind the closing quotation mark of the string that starts here. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return text.length;
}

/** Behind the value that starts here. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at);
        if (depth === 0) return at;
        continue;
      case '{':
      case '[':
        depth += 1;
        break;
      case '}':
      case ']':
        depth -= 1;
        if (depth === 0) return at + 1;
        if (depth < 0) return at;
        break;
      case ',':
        if (depth === 0) return at;
        break;
    }
    at += 1;
  }
  return text.length;
}
