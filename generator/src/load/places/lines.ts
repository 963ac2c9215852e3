/** Converts offsets of a text to one-based lines and columns (columns count UTF-16 code units). */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    let feed = text.indexOf('\n');
    let carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      const at = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
      if (at !== carriage || feed !== at + 1) this.#starts.push(at + 1); // Of CR LF the LF counts.
      if (at === feed) feed = text.indexOf('\n', at + 1);
      else carriage = text.indexOf('\r', at + 1);
    }
  }

  position(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The text of a one-based line, without its line break. */
  line(number: number): string | undefined {
    const start = this.#starts[number - 1];
    if (start === undefined) return undefined;
    const end = this.#starts[number] ?? this.#text.length;
    return this.#text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}
