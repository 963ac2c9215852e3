/**
 * The one encoder per place that a text of the description can land in. Templates print through these alone, so that
 * a text is data wherever it ends up.
 */

/** A TypeScript string literal in single quotes. */
export function stringLiteral(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  // Legal in strings since ES2019, but not in every tool that reads the file line by line.
  return `'${body.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029').replaceAll('\u007f', '\\u007f')}'`;
}

/** A key of an object literal; computed where a plain `__proto__` would set the prototype. */
export function propertyKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** The lines of a JSDoc comment, without its delimiters; cannot end the comment nor begin a tag. */
export function commentLines(text: string): string[] {
  return toLines(text).map((line) =>
    line
      .replaceAll('*/', '*\u200b/')
      .replace(/^(\s*)@/, '$1\\@')
      .trimEnd(),
  );
}

/** A whole JSDoc comment at an indentation, ending in a line break; empty when there is nothing to say. */
export function comment(paragraphs: readonly string[], indent: string): string {
  const blocks = paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
  if (blocks.length === 0) return '';
  const lines = blocks.flatMap((block, index) => (index === 0 ? commentLines(block) : ['', ...commentLines(block)]));
  const [only = ''] = lines;
  if (lines.length === 1 && only.length < 100) return `${indent}/** ${only} */\n`;
  const body = lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}

/**
 * Markdown of the description as Markdown: emphasis, lists and code stay; raw HTML becomes text, and links that are
 * not http, https, mailto or relative lose their target.
 */
export function markdown(text: string): string {
  return toLines(text)
    .map((line) =>
      withoutHtml(line)
        .replace(/\]\(\s*([^)\s]*)/g, keepSafeLink)
        .replace(
          /^(\s*\[[^\]]*\]:\s*)(\S+)/,
          (_, start: string, url: string) => `${start}${isSafeUrl(url) ? url : '#'}`,
        ),
    )
    .join('\n')
    .trim();
}

/** A text that Markdown must show as it stands: titles, names, one line. */
export function markdownText(text: string): string {
  // An underscore inside a word is no emphasis.
  return oneLine(text).replace(/[\\`*{}[\]<>#|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** A description inside a table: one line, without cell borders. */
export function markdownCell(text: string): string {
  return oneLine(markdown(text)).replaceAll('|', '\\|');
}

/** A code span that holds the text, whatever backticks it has. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A `<` that follows no backslash of its own is escaped, so that no tag, comment or autolink can begin. */
function withoutHtml(line: string): string {
  return line.replace(/\\*</g, '\\<');
}

function keepSafeLink(whole: string, url: string): string {
  return isSafeUrl(url) ? whole : '](#';
}

function isSafeUrl(url: string): boolean {
  // What a browser drops inside a scheme must not hide one.
  const plain = url.replace(/&(#x?[\da-f]+|[a-z]+);?/gi, '').replace(/[\u0000-\u0020]/g, '');
  return plain === url && (/^(https?:|mailto:)/i.test(plain) || !/^[^/?#]*:/.test(plain));
}

function toLines(text: string): string[] {
  return text.replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g, '\n').split('\n');
}

function oneLine(text: string): string {
  return toLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
