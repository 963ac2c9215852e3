/**
 * What a reader does not see, or sees in another order than a compiler reads it: control characters beside the tab and
 * the line feed, line and paragraph separators, marks of direction, the byte order mark; and halves of surrogate pairs,
 * which no file can hold.
 */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Each of them as `\u202e`: in a literal of JavaScript or JSON still the same character, elsewhere a visible text. */
export function escapeInvisible(text: string): string {
  return text.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
