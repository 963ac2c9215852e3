/** A replacement of a part of a text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its parts replaced. A splice inside a replaced part is dropped. */
export function withSplices(text: string, splices: readonly Splice[]): string {
  const sorted = [...splices.entries()].sort(([i, one], [j, other]) => one.start - other.start || i - j);
  let result = '';
  let at = 0;
  let isRemoved = false;
  for (const [, { start, end, text: added }] of sorted) {
    if (start >= at) {
      result += text.slice(at, start) + added;
      at = end;
      isRemoved = added === '';
    } else if (start === end && isRemoved) {
      // An insertion after removed lines is moved before them.
      result = `${result.replace(/\n$/, '')}${added}\n`;
    }
  }
  return result + text.slice(at);
}
