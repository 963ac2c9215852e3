import { ChatInputError } from './errors/input-error.js';

/**
 * Copies the own properties of options to an object without a prototype: properties added to `Object.prototype` are not options.
 * @throws {ChatInputError} if the options are not an object or contain an unknown option.
 */
export function ownOptions<T extends object>(options: T | null | undefined, known: readonly string[], place = ''): T {
  if (typeof options !== 'object' || Array.isArray(options)) {
    if (options === undefined) return Object.create(null);
    const argument = place === '' ? 'options' : place.slice(0, -1);
    throw new ChatInputError(`the option${place === '' ? 's' : ` ${argument}`} must be an object`, { argument });
  }
  const own: T = Object.assign(Object.create(null), options);
  for (const name of Object.keys(own)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? '' : `: did you mean ${place}${nearest}?`;
    throw new ChatInputError(`unknown option ${place}${name}${hint}`, { argument: place + name });
  }
  return own;
}

/** The known name that shares the most pairs of letters (overlap coefficient), if it shares most of them. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = pairsOf(name);
  let nearest: string | undefined;
  let best = 0.6;
  for (const candidate of known) {
    const pairs = pairsOf(candidate);
    const shared = pairs.filter((pair) => wanted.includes(pair)).length;
    const likeness = shared / Math.min(wanted.length, pairs.length);
    if (likeness <= best) continue;
    best = likeness;
    nearest = candidate;
  }
  return nearest;
}

function pairsOf(name: string): string[] {
  const letters = name.toLowerCase();
  return Array.from(letters.slice(1), (letter, index) => letters.charAt(index) + letter);
}
