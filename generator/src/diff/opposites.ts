/** Words that look similar in names but have different meanings: a word is never a renamed word of the same line. */
const APART: readonly (readonly string[])[] = [
  'min max',
  'minimum maximum',
  'start end',
  'starts ends',
  'started ended',
  'begin end',
  'from to',
  'since until',
  'in out',
  'input output',
  'created updated deleted',
  'before after',
  'next previous prev',
  'enable disable',
  'enabled disabled',
  'include exclude',
  'includes excludes',
  'included excluded',
  'first last',
  'old new',
  'lower upper',
  'source target destination',
  'sender receiver recipient',
  'accepted rejected',
  'increase decrease',
  'width height depth',
  'latitude longitude',
  'lat lng lon',
  'on off',
  'public private',
  'ms milliseconds seconds minutes hours days weeks months years',
].map((line) => line.split(' '));

const NEGATIONS = ['in', 'im', 'un', 'dis', 'non', 'not', 'de'];

/** Whether two names differ by words that exclude each other, such as `min_members` and `max_members`. */
export function areOpposed(was: string, is: string): boolean {
  const [before, after] = [wordsOf(was), wordsOf(is)];
  const gone = before.filter((word) => !after.includes(word));
  const added = after.filter((word) => !before.includes(word));
  // `allowed`, and `not_allowed`.
  if ((gone.length === 0) !== (added.length === 0))
    return [...gone, ...added].some((word) => /^(?:non?|not)$/.test(word));
  return gone.some((one) => added.some((other) => negates(one, other) || negates(other, one) || areApart(one, other)));
}

function negates(one: string, other: string): boolean {
  return NEGATIONS.some((prefix) => one === prefix + other);
}

function areApart(one: string, other: string): boolean {
  return APART.some((words) => words.includes(one) && words.includes(other));
}

function wordsOf(name: string): readonly string[] {
  const words = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+|\p{N}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}
