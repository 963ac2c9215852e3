import { areOpposed } from './opposites.js';

/** Minimum similarity of names for a rename, if only the location matches. */
const LIKE_NAMES = 0.5;

/** Names of a rename are more alike than this, if the description matches too. */
const UNLIKE_NAMES = 0.25;

/** A description without meaning, such as the placeholder that `sdkgen adopt` writes. */
const MEANINGLESS = /^[^\p{L}\p{N}]*(?:(?:todo|tbd)[^\p{L}\p{N}]*)?$/iu;

interface Described {
  readonly name: string;
  readonly description?: string;
}

/** Likelihood that two things of the same location and type are the same: by similar name and description; negative if not. */
export function renamedLikeness(was: Described, is: Described): number {
  const likeness = nameLikeness(was.name, is.name);
  const isDescribed = was.description !== undefined && !MEANINGLESS.test(was.description);
  if (isDescribed && was.description === is.description && likeness > UNLIKE_NAMES) return 1 + likeness;
  return likeness >= LIKE_NAMES ? likeness : -1;
}

/** Similarity of two names, from 0 to 1: the share of common pairs of adjacent letters. None if they mean opposites. */
export function nameLikeness(one: string, other: string): number {
  if (areOpposed(one, other)) return 0;
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

/** Pairs removed things with added ones, the most similar first, each once. A negative likeness excludes a pair. */
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
