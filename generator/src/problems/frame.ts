/** Longest piece of a line that is shown, in characters: minified JSON is one line of megabytes. */
const WIDTH = 100;
const CONTEXT = 2;

/**
 * The lines around a place, numbered, with a caret below the column.
 *
 * @param lineAt The text of a one-based line, `undefined` beyond the end of the file.
 * @param line One-based.
 * @param column One-based.
 */
export function codeFrame(
  lineAt: (line: number) => string | undefined,
  line: number,
  column: number,
): string | undefined {
  const target = lineAt(line);
  if (target === undefined) return undefined;
  const shift = column > WIDTH - 20 ? column - Math.floor(WIDTH / 2) : 0;
  const last = lineAt(line + CONTEXT) === undefined ? line + 1 : line + CONTEXT;
  const gutter = String(last).length;
  const rows: string[] = [];
  for (let number = Math.max(1, line - CONTEXT); number <= line + CONTEXT; number += 1) {
    const text = lineAt(number);
    if (text === undefined) break;
    const shown = printable(text.slice(shift, shift + WIDTH)).trimEnd();
    rows.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${shown}`.trimEnd());
    if (number === line) {
      rows.push(`  ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, column - 1 - shift))}^`);
    }
  }
  return rows.join('\n');
}

/** Control characters, line separators and what changes the direction of text. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text from a description must not steer the terminal that it is shown on. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNPRINTABLE, '\ufffd');
}
