import { inspect } from 'node:util';

/** All common ways to print a value: by `console`, by a logger that serialises, by its stack. */
export function shownForms(value: unknown): string {
  const forms = [
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true, maxArrayLength: null }),
    asJson(value),
    String(value),
  ];
  let link: unknown = value;
  for (let depth = 0; depth < 10 && typeof link === 'object' && link !== null; depth++) {
    for (const key of Reflect.ownKeys(link)) forms.push(String(key), textOf(Reflect.get(link, key)));
    forms.push(textOf(Reflect.get(link, 'message')), textOf(Reflect.get(link, 'stack')));
    link = Reflect.get(link, 'cause');
  }
  return forms.join('\n');
}

/** The secrets that a text contains, literally, in a URL or in base64. */
export function leaksIn(text: string, secrets: ReadonlySet<string>): string[] {
  return [...secrets].filter((secret) =>
    [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].some((form) => text.includes(form)),
  );
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch (error) {
    // A circular value, or a number that JSON does not support.
    if (!(error instanceof TypeError)) throw error;
    return '';
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
