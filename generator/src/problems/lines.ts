import { printable } from './printable.js';

/** Maximum length of a shown line, in characters: minified JSON is one very long line. */
const WIDTH = 100;
const CONTEXT = 2;

/** A position in a text. Both numbers are one-based; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text: offsets to positions, and the lines around a position. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    let feed = text.indexOf('\n');
    let carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      const at = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
      if (at !== carriage || feed !== at + 1) this.#starts.push(at + 1); // A CR LF pair is one line break, ended by its LF.
      if (at === feed) feed = text.indexOf('\n', at + 1);
      else carriage = text.indexOf('\r', at + 1);
    }
  }

  position(offset: number): Position {
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

  /** The lines around a position, numbered, with a caret below the column; `undefined` beyond the end of the text. */
  frame({ line, column }: Position): string | undefined {
    if (this.line(line) === undefined) return undefined;
    const shift = column > WIDTH - 20 ? column - Math.floor(WIDTH / 2) : 0;
    const last = this.line(line + CONTEXT) === undefined ? line + 1 : line + CONTEXT;
    const gutter = String(last).length;
    const rows: string[] = [];
    for (let number = Math.max(1, line - CONTEXT); number <= line + CONTEXT; number += 1) {
      const text = this.line(number);
      if (text === undefined) break;
      const shown = printable(text.slice(shift, shift + WIDTH)).trimEnd();
      rows.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${shown}`.trimEnd());
      if (number === line) {
        rows.push(`  ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, column - 1 - shift))}^`);
      }
    }
    return rows.join('\n');
  }
}
