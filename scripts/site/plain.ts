import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteOptions } from './options.js';
import type { Page } from './pages.js';

/** Puts the Markdown of each page beside it, and `llms.txt` of the client, with the pages for maintainers. */
export function writePlain(pages: readonly Page[], { docs }: SiteOptions, folder: string): void {
  for (const { text, path } of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const maintainers = pages.filter(({ kind }) => kind === 'maintainer');
  const lines = maintainers.map(({ title, path }) => `- [${title.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')}](${path})\n`);
  const list = readFileSync(join(docs, 'llms.txt'), 'utf8');
  writeFileSync(join(folder, 'llms.txt'), `${list}\n## Maintaining\n\n${lines.join('')}`);
}
