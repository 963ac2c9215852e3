/** At least this alike are the names of one thing, the old and the new one, where nothing but its place speaks for it. */
const LIKE_NAMES = 0.5;

interface Described {
  readonly name: string;
  readonly description?: string;
}

/** How much speaks for two things of the same place and type being one: the same text, or a similar name; else negative. */
export function renamedLikeness(was: Described, is: Described): number {
  const likeness = nameLikeness(was.name, is.name);
  if (was.description !== undefined && was.description === is.description) return 1 + likeness;
  return likeness >= LIKE_NAMES ? likeness : -1;
}

/** How alike two names are, from 0 to 1: the share of their pairs of neighbouring letters that both have. */
export function nameLikeness(one: string, other: string): number {
  const [before, after] = [pairsOf(one), pairsOf(other)];
  const rest = [...after];
  const shared = before.filter((pair) => {
    const index = rest.indexOf(pair);
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  });
  const all = before.length + after.length;
  return all === 0 ? 0 : (2 * shared.length) / all;
}

function pairsOf(name: string): string[] {
  const letters = name.toLowerCase();
  return [...letters].slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** Pairs what is gone with what is new, the most alike first, each once. Negative: they are not the same. */
export function pairByLikeness<T>(gone: readonly T[], added: readonly T[], likeness: (was: T, is: T) => number) {
  const ranked = gone
    .flatMap((was) => added.map((is) => ({ was, is, score: likeness(was, is) })))
    .filter(({ score }) => score >= 0)
    .sort((one, other) => other.score - one.score);
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  for (const { was, is } of ranked) {
    if (pairs.has(was) || taken.has(is)) continue;
    pairs.set(was, is);
    taken.add(is);
  }
  return pairs;
}
