import { INSTANT, instantFor, numberFor, textFor } from './names.js';

/** The data for a string of a format. */
interface Ingredients {
  /** Letters, digits, `-` and `_`. */
  readonly text: string;
  /** At least 1, and different for most names. */
  readonly number: number;
  /** Date-times that do not depend on the property: one fixed, documented instant. */
  readonly fixed: boolean;
}

const DAY = 86_400_000;

function instant({ number, fixed }: Ingredients): string {
  return new Date(fixed ? INSTANT : instantFor(number)).toISOString();
}

function day({ number, fixed }: Ingredients): string {
  return new Date(fixed ? INSTANT : INSTANT + (number % 300) * DAY).toISOString().slice(0, 10);
}

function time(ingredients: Ingredients): string {
  return `${instant(ingredients).slice(11, 19)}Z`;
}

const writers = new Map<string, (ingredients: Ingredients) => string>([
  ['date-time', instant],
  ['iso-date-time', instant],
  ['date', day],
  ['time', time],
  ['iso-time', time],
  ['duration', ({ number }) => `PT${number}S`],
  ['email', ({ text }) => `${text}@example.com`],
  ['idn-email', ({ text }) => `${text}@example.com`],
  ['hostname', ({ text }) => `${label(text)}.example.com`],
  ['idn-hostname', ({ text }) => `${label(text)}.example.com`],
  ['ipv4', ({ number }) => `192.0.2.${1 + (number % 254)}`],
  ['ipv6', ({ number }) => `2001:db8::${number.toString(16)}`],
  ['uri', ({ text }) => `https://example.com/${text}`],
  ['url', ({ text }) => `https://example.com/${text}`],
  ['iri', ({ text }) => `https://example.com/${text}`],
  ['uri-reference', ({ text }) => `/${text}`],
  ['iri-reference', ({ text }) => `/${text}`],
  ['uri-template', ({ text }) => `https://example.com/${text}/{id}`],
  ['uuid', ({ number }) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`],
  ['json-pointer', ({ text }) => `/${text}`],
  ['json-pointer-uri-fragment', ({ text }) => `#/${text}`],
  ['relative-json-pointer', ({ text }) => `0/${text}`],
  ['regex', ({ text }) => `^${text}$`],
  ['byte', ({ text }) => Buffer.from(text).toString('base64')],
  ['base64', ({ text }) => Buffer.from(text).toString('base64')],
  ['base64url', ({ text }) => Buffer.from(text).toString('base64url')],
  ['int32', ({ number }) => String(number)],
  ['int64', ({ number }) => String(number)],
  ['uint64', ({ number }) => String(number)],
  ['float', ({ number }) => `${number}.5`],
  ['double', ({ number }) => `${number}.5`],
  ['decimal', ({ number }) => `${number}.5`],
]);

/** Labels of a host name: no underscores, and at most 63 characters each. */
function label(text: string): string {
  const parts = text.replaceAll('_', '-').match(/.{1,63}/g) ?? [];
  return parts.map((part) => part.replace(/^-+|-+$/g, '') || 'host').join('.');
}

/** Strings of a format, the most readable first; none for a format that does not constrain strings. */
export function textsForFormat(
  format: string,
  name: string,
  variant: number,
  minLength: number,
  fixed: boolean,
): readonly string[] {
  const writer = writers.get(format);
  if (writer === undefined) return [];
  const text = textFor(name, variant);
  const number = numberFor(name) + variant;
  const usual = writer({ text, number, fixed: fixed && variant === 0 });
  const short = writer({ text: 'a', number: 1 + (number % 9), fixed: true }).replace('example.com', 'b.co');
  const others = format.includes('date-time') ? instantsLike(usual) : [];
  const missing = Math.min(10_000, minLength - usual.length);
  if (missing <= 0) return [usual, short, ...others];
  const long = text + 'a'.repeat(missing);
  // Base64 has four characters for three.
  const texts = [long, long.slice(0, Math.floor(minLength / 4) * 3)];
  return [usual, ...texts.map((longer) => writer({ text: longer, number, fixed })), ...others];
}

/** The same instant in other notations, for patterns and lengths that the usual one does not match. */
function instantsLike(usual: string): readonly string[] {
  const seconds = usual.slice(0, 19);
  const fractions = ['', usual.slice(19, 23), `${usual.slice(19, 23)}000`];
  return fractions.flatMap((fraction) => ['Z', '+00:00'].map((offset) => seconds + fraction + offset));
}
