import type { Json } from '../../load/document.js';

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
    restore: (compiled) => compiled.replaceAll(percent, '%').replaceAll(hash, '#'),
  };
}

/** Of Unicode's private use area, whose characters a compiler prints as they are. */
function unusedCharacters(text: string): readonly [string, string] {
  const unused: string[] = [];
  for (let code = 0xe000; code < 0xf900 && unused.length < 2; code += 1) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) unused.push(character);
  }
  const [first, second] = unused;
  if (first === undefined || second === undefined) throw new RangeError('Every private character is in use.');
  return [first, second];
}
