import type { Json } from '../../schema/index.js';

/** Schemas in which nothing looks like a part of an address, and the way back for the text that is made of them. */
export interface Disguised {
  readonly schemas: Readonly<Record<string, Json>>;
  restore(text: string): string;
}

/**
 * openapi-typescript joins the names of schemas and fields to addresses and decodes them as parts of a URL, again at
 * each level: a field called `100%` would end it. `%` and `#` are replaced by characters that occur nowhere else.
 */
export function disguiseSigns(schemas: Readonly<Record<string, Json>>): Disguised {
  const text = JSON.stringify(schemas);
  const [percent, hash] = unusedCharacters(text);
  const disguised = text.replaceAll('%', percent).replace(/(?<!")#|#(?!\/components\/schemas\/)/g, hash);
  return {
    schemas: JSON.parse(disguised),
    restore: (compiled) => compiled.replace(written(percent), '%').replace(written(hash), '#'),
  };
}

/** The character as a compiler prints it: itself in a comment, escaped in a literal. */
function written(character: string): RegExp {
  return new RegExp(`${character}|\\\\u${codeOf(character)}`, 'gi');
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16);
}

/** Of Unicode's private use area. */
function unusedCharacters(text: string): readonly [string, string] {
  const known = text.toLowerCase();
  const unused: string[] = [];
  for (let code = 0xe000; code < 0xf900 && unused.length < 2; code += 1) {
    const character = String.fromCharCode(code);
    if (!known.includes(character) && !known.includes(codeOf(character))) unused.push(character);
  }
  const [first, second] = unused;
  if (first === undefined || second === undefined) throw new RangeError('Every private character is in use.');
  return [first, second];
}
