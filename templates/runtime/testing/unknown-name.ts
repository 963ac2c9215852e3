/** An error that suggests the known name that is most like the unknown one. */
export function unknownName(kind: string, name: string, all: readonly string[]): TypeError {
  const nearest = nearestName(name, all);
  return new TypeError(`Unknown ${kind}: ${name}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`);
}

/** The known name that shares the most pairs of letters (overlap coefficient), if it shares most of them. */
function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let nearest: string | undefined;
  let best = 0.6;
  for (const candidate of known) {
    const letters = candidate.toLowerCase();
    const pairs = Array.from(letters.slice(1), (letter, index) => letters.charAt(index) + letter);
    const shared = pairs.filter((pair) => wanted.includes(pair)).length;
    const likeness = shared / (Math.min(wanted.length, letters.length) - 1);
    // Not a number if the name is a single letter.
    if (!(likeness > best)) continue;
    best = likeness;
    nearest = candidate;
  }
  return nearest;
}
