/** Maximum distance of a suggestion. */
const FARTHEST = 3;
const LONGEST_WORD = 40;

/** The number of letters to insert, drop, replace or swap with their neighbour to turn one word into the other. */
function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = from[row - 1] === to[column - 1] ? 0 : 1;
      const choices = [(last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + replaced];
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwapped) choices.push((beforeLast[column - 2] ?? 0) + 1);
      current.push(Math.min(...choices));
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** A hint with the word that was probably meant, or another hint if none is similar. */
export function didYouMean(
  given: string,
  words: Iterable<string>,
  otherwise: string,
  show = (word: string) => word,
): string {
  const meant = closestWord(given, words);
  return meant === undefined ? otherwise : `Did you mean ${show(meant)}?`;
}

/** The word that was probably meant; undefined if none is similar (at most three letters and a third of its length apart). */
export function closestWord(given: string, words: Iterable<string>): string | undefined {
  if (given.length > LONGEST_WORD) return undefined;
  let best: { readonly word: string; readonly apart: number } | undefined;
  for (const word of words) {
    const apart = distance(given.toLowerCase(), word.toLowerCase());
    const allowed = Math.min(FARTHEST, Math.ceil(word.length / 3));
    if (apart <= allowed && (best === undefined || apart < best.apart)) best = { word, apart };
  }
  return best?.word;
}
