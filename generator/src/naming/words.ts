/**
 * Splits text into the words of a name. An initialism stays one word (`SNS`, `URL`), and so do letters with numbers (`V2`,
 * `k8s`, `1st`); all other characters separate words.
 */
export function splitWords(text: string): string[] {
  // All-caps text (`GET_APP`) consists of words, not initialisms.
  const plain = /\p{Ll}/u.test(text) || !/[^\p{L}\p{N}]/u.test(text) ? text : text.toLowerCase();
  return (
    plain.match(
      /\p{Lu}+(?!\p{Ll})\p{N}*|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]*|\p{N}+[\p{Ll}\p{Lo}\p{Lm}\p{M}]*/gu,
    ) ?? []
  );
}

export function camelCase(text: string): string {
  const [first = '', ...rest] = splitWords(text);
  return first.toLowerCase() + rest.map(capitalize).join('');
}

export function pascalCase(text: string): string {
  return splitWords(text).map(capitalize).join('');
}

export function snakeCase(text: string): string {
  return lowerWords(text).join('_');
}

export function kebabCase(text: string): string {
  return lowerWords(text).join('-');
}

export function constantCase(text: string): string {
  return snakeCase(text).toUpperCase();
}

export function sentenceCase(text: string): string {
  return capitalize(
    splitWords(text)
      .map((word) => (word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase()))
      .join(' '),
  );
}

export function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function lowerWords(text: string): string[] {
  return splitWords(text).map((word) => word.toLowerCase());
}
