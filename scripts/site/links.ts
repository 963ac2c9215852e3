import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { LinkTarget, ResolveLink } from './markdown.js';
import type { SiteOptions } from './options.js';
import type { Page } from './pages.js';

/**
 * Resolves links like GitHub, from file to file, to the site's pages.
 *
 * @returns a resolver for each page; a broken link is passed to `report` and removed.
 */
export function linkResolver(
  pages: readonly Page[],
  { project, base }: SiteOptions,
  report: (problem: string) => void,
): (page: Page) => ResolveLink {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  return (page) => (target) => {
    if (target.startsWith('#')) return { kind: 'link', href: target, external: false };
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(target)) return { kind: 'link', href: target, external: true };
    const [path = '', hash] = target.split('#', 2);
    const file = resolve(dirname(page.file), decodeURIComponent(path));
    const found = byFile.get(file);
    if (found) return { kind: 'link', href: addressOf(found, base, hash), external: false };
    if (!isInside(project, file) || !existsSync(file)) report(`${page.path}: the link ${target} is broken.`);
    return { kind: 'text' } satisfies LinkTarget;
  };
}

/** The URL of a page on its host; an `index.md` is its folder. */
export function addressOf(page: Page, base: string, anchor?: string): string {
  const path = page.path.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '.html');
  return `${base}${path}${anchor === undefined ? '' : `#${anchor}`}`;
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !path.startsWith('..') && !isAbsolute(path);
}
