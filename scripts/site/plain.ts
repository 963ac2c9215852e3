import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page, PageKind } from './pages.js';

const parts: readonly (readonly [heading: string, kind: PageKind])[] = [
  ['Start', 'start'],
  ['Guides', 'guide'],
  ['Operations', 'resource'],
  ['Types', 'types'],
  ['Maintaining', 'maintainer'],
];

/** Puts the Markdown of each page beside it, and `llms.txt`, which lists all pages for programs. */
export function writePlain(pages: readonly Page[], folder: string): void {
  for (const { text, path } of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'llms.txt'), renderList(pages));
}

/** A plain text as Markdown that shows it. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

/** In the format of https://llmstxt.org: a title, a description, and lists of links with a comment on each. */
function renderList(pages: readonly Page[]): string {
  const home = pages.find(({ kind }) => kind === 'home');
  const head = home
    ? `# ${escapeMarkdown(home.title)}\n\n> ${escapeMarkdown(home.description)}\n\n- [Overview](${home.path})\n`
    : '';
  const lists = parts.map(([heading, kind]) => {
    const lines = pages
      .filter((page) => page.kind === kind)
      .map(({ title, path, description }) => {
        return `- [${escapeMarkdown(title)}](${path})${description === '' ? '' : `: ${escapeMarkdown(description)}`}\n`;
      });
    return lines.length === 0 ? '' : `\n## ${heading}\n\n${lines.join('')}`;
  });
  return head + lists.join('');
}
