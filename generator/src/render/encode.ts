/**
 * Encoders for each context that text of the spec can be printed in. Templates print only through these, so that text never
 * becomes code.
 */

/**
 * Invisible characters: control characters except tab and line feed, line and paragraph separators, bidirectional marks, the byte
 * order mark; and lone surrogates, which files cannot contain.
 */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Escapes them as `\u202e`: in a literal of JavaScript or JSON the same character, elsewhere visible text. */
export function escapeInvisible(text: string): string {
  return text.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A TypeScript string literal in single quotes. */
export function stringLiteral(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escapeInvisible(body)}'`;
}

/** A value as JSON, on one line or indented by `spaces`. */
export function jsonText(value: unknown, spaces = 0): string {
  return JSON.stringify(value, undefined, spaces).split('\n').map(escapeInvisible).join('\n');
}

/** A key of an object literal; computed if a plain `__proto__` would set the prototype. */
export function propertyKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** `{ key: code, ... }` on one line; the values are code already. */
export function objectLiteral(entries: readonly (readonly [key: string, code: string])[]): string {
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, code]) => `${propertyKey(key)}: ${code}`).join(', ')} }`;
}

/** One item per line, at an indentation; `[]` if empty. */
export function arrayLines(items: readonly string[], indent: string): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}

/** The lines of a JSDoc comment, without its delimiters; cannot end the comment nor start a tag, including `{@link}`. */
export function commentLines(text: string): string[] {
  return toLines(text).map((line) =>
    line
      .replaceAll('*/', '*\u200b/')
      .replace(/(^|[\s{*])@/g, '$1\\@')
      .trimEnd(),
  );
}

/** A whole JSDoc comment at an indentation, ending with a line break; empty if there is no text. */
export function comment(paragraphs: readonly string[], indent: string, isDeprecated = false): string {
  const blocks = paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
  const texts = [...blocks.map(commentLines), ...(isDeprecated ? [['@deprecated']] : [])];
  if (texts.length === 0) return '';
  const lines = texts.flatMap((text, index) => (index === 0 ? text : ['', ...text]));
  const [only = ''] = lines;
  if (lines.length === 1 && only.length < 100) return `${indent}/** ${only} */\n`;
  const body = lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}

/**
 * Markdown of the spec as Markdown: emphasis, lists and code are kept; raw HTML becomes text, and so do links that are not http,
 * https, mailto or relative.
 */
export function markdown(text: string): string {
  const lines = toLines(text);
  const escaped = lines.map(hasPlainCode(text, lines) ? escapeOutsideCode : withoutHtml);
  return closeFence(
    escaped
      .join('\n')
      .replace(/\]([(:])([^\S\n]*)([^\s)]*)/g, keepSafeLink)
      .trim(),
  );
}

/** Text that Markdown must show literally: titles, names, one line. */
export function markdownText(text: string): string {
  // An underscore inside a word is not emphasis.
  return oneLine(text).replace(/[\\`*{}[\]<>#|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** A description inside a table: one line, without cell borders. */
export function markdownCell(text: string): string {
  return oneLine(markdown(text)).replace(/(?<!\\)\\*\|/g, '\\|');
}

/** A code span with the text, whatever backticks it contains. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A code span inside a table, where a `|` needs an odd number of backslashes before it, also in code. */
export function cellSpan(text: string): string {
  return codeSpan(text).replace(
    /(?<!\\)(\\*)\|/g,
    (_, slashes: string) => `${slashes}${slashes.length % 2 === 0 ? '\\|' : '\\\\|'}`,
  );
}

/** Escapes each `<` without a backslash, so that no tag, comment or autolink can start. */
function withoutHtml(line: string): string {
  return line.replace(/(?<!\\)\\*</g, '\\<');
}

/**
 * Whether code can be determined reliably: each span ends in its line, and nothing takes precedence over spans. A backslash in
 * code would be visible, and a wrong guess would let HTML through.
 */
function hasPlainCode(text: string, lines: readonly string[]): boolean {
  return !/\||\\`|```|~~~/.test(text) && lines.every((line) => codePieces(line) !== undefined);
}

function escapeOutsideCode(line: string): string {
  return (codePieces(line) ?? []).map((piece) => (piece.startsWith('`') ? piece : withoutHtml(piece))).join('');
}

/** The line split into code spans and other text; `undefined` if a span is not closed. */
function codePieces(line: string): string[] | undefined {
  const fences = [...line.matchAll(/`+/g)];
  /** The index of the next fence of the same length, for each. */
  const closing = new Map<number, number>();
  const last = new Map<number, number>();
  for (let index = fences.length - 1; index >= 0; index -= 1) {
    const length = fences[index]?.[0].length ?? 0;
    const next = last.get(length);
    if (next !== undefined) closing.set(index, next);
    last.set(length, index);
  }
  const pieces: string[] = [];
  let position = 0;
  for (let index = 0; index < fences.length; index += 1) {
    const close = closing.get(index);
    const [open, end] = [fences[index], close === undefined ? undefined : fences[close]];
    if (open === undefined || close === undefined || end === undefined) return undefined;
    pieces.push(line.slice(position, open.index), line.slice(open.index, end.index + end[0].length));
    position = end.index + end[0].length;
    index = close;
  }
  return [...pieces, line.slice(position)];
}

/** An unclosed code block would include the rest of the page. */
function closeFence(text: string): string {
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const [, fence = '', after = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined) open = fence !== '' && !(fence.startsWith('`') && after.includes('`')) ? fence : undefined;
    else if (fence.startsWith(open) && after.trim() === '') open = undefined;
  }
  return open === undefined ? text : `${text}\n${open}`;
}

/** `](` and `]:` start a link's target, which may also be in the next line: then it is not checked. */
function keepSafeLink(whole: string, sign: string, space: string, url: string, at: number, text: string): string {
  const isEmpty = url === '' && !(sign === '(' && text.charAt(at + whole.length) === ')');
  return isSafeUrl(url) && !isEmpty ? whole : `]\\${sign}${space}${url}`;
}

function isSafeUrl(url: string): boolean {
  // Characters that browsers drop inside a scheme must not hide one.
  const plain = url.replace(/&(#x?[\da-f]+|[a-z]+);?/gi, '').replace(/[\u0000-\u0020]/g, '');
  return plain === url && (/^(https?:|mailto:)/i.test(plain) || !/^[^/?#]*:/.test(plain));
}

function toLines(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g, '\n')
    .split('\n')
    .map(escapeInvisible);
}

function oneLine(text: string): string {
  return toLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
