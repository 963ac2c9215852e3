import type { Json } from '../../schema/index.js';

/** What every object of JavaScript has: names that the linter, unlike us, mistakes for its own when a description uses them. */
const names = Object.getOwnPropertyNames(Object.prototype).join('|');

/** A string of a JSON text that is such a name, or a token of a pointer that is. */
const WHOLE = new RegExp(`"(${names})"`, 'g');
const TOKEN = new RegExp(`/(${names})(?=["/])`, 'g');

/** Invisible in a message. */
const MARK = '\u2060';

/** A copy of a value in which those names are marked wherever they stand: as keys, as texts and in references. */
export function withMarkedNames(value: Json): Json {
  const text = JSON.stringify(value).replace(WHOLE, `"$1${MARK}"`).replace(TOKEN, `/$1${MARK}`);
  return JSON.parse(text);
}

export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, '');
}
