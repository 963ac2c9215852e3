import { marked, type Token } from 'marked';

/** Raw HTML, and links that are not http, https, mailto or relative, in a page of Markdown. */
export function markdownFaults(text: string): string[] {
  const faults: string[] = [];
  marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type === 'html' || ('block' in token && token.type === 'tag')) faults.push(`HTML: ${token.raw.trim()}`);
    if ((token.type === 'link' || token.type === 'image') && !isSafe(String(token.href))) {
      faults.push(`a link to ${String(token.href)}`);
    }
  });
  return faults;
}

function isSafe(href: string): boolean {
  const plain = href.replace(/[\u0000-\u0020]/g, '');
  return /^(https?:|mailto:)/i.test(plain) || !/^[^/?#]*:/.test(plain.replace(/&[^;]*;?/g, ':'));
}
