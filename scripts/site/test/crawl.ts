import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The parts of a page that the link check needs. */
export interface Crawled {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Absolute addresses. */
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** Headings without a text below, controls without a name, and tables with texts that are cut off, each as a sentence. */
  readonly faults: readonly string[];
}

/** The paths of all pages of a built site, below its root. */
export function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && path !== '404.html')
    .sort();
}

/** Reads the browser's current page. */
export async function readCrawled(page: Page): Promise<Crawled> {
  const faults = await page.evaluate(faultsOfLayout);
  const { ids, ...read } = await page.evaluate(() => ({
    title: document.title,
    description: document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
    language: document.documentElement.lang,
    links: [...document.querySelectorAll('a[href]')].map(
      (link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href,
    ),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  }));
  return { ...read, ids: new Set(ids), faults };
}

/** Runs in the page. */
function faultsOfLayout(): string[] {
  const level = (element: Element | null): number => Number(/^H([1-6])$/.exec(element?.tagName ?? '')?.[1] ?? 9);
  const textOf = (element: Element): string => (element.textContent ?? '').trim().slice(0, 40);
  const headings = [...document.querySelectorAll('.vp-doc :is(h2, h3, h4)')];
  const isEmpty = (heading: Element): boolean =>
    heading.nextElementSibling === null || level(heading.nextElementSibling) <= level(heading);
  const isNamed = (control: Element): boolean =>
    ['aria-label', 'aria-labelledby', 'title', 'alt'].some((name) => control.getAttribute(name)) ||
    textOf(control) !== '' ||
    (control instanceof HTMLInputElement && (control.labels?.length ?? 0) > 0);
  const isCut = (element: Element): boolean =>
    element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden';
  return [
    ...headings.filter(isEmpty).map((heading) => `nothing below the heading "${textOf(heading)}"`),
    ...[...document.querySelectorAll('button, input, select, a[href]')]
      .filter((control) => !isNamed(control))
      .map((control) => `a control without a name: ${control.outerHTML.slice(0, 80)}`),
    ...[...document.querySelectorAll('.vp-doc table, .vp-doc td, .vp-doc th')]
      .filter(isCut)
      .map((cell) => `a table with cut texts: "${textOf(cell)}"`),
  ];
}

/**
 * The links within a site that lead nowhere, each with the page it is on.
 *
 * @param root the address of the site's root, with a slash at its end.
 * @param exists whether there is a file below the root at a path that is not a page.
 */
export function brokenLinks(
  pages: ReadonlyMap<string, Crawled>,
  root: string,
  exists: (path: string) => boolean,
): string[] {
  return [...pages].flatMap(([from, { links }]) =>
    links
      .filter((link) => new URL(link).origin === new URL(root).origin)
      .filter((link) => {
        const [address = '', hash] = link.split('#', 2);
        if (!address.startsWith(root)) return true;
        const path = address.slice(root.length).replace(/(^|\/)$/, '$1index.html');
        const target = pages.get(path);
        if (!target) return hash !== undefined || !exists(path);
        return hash !== undefined && hash !== '' && !target.ids.has(decodeURIComponent(hash));
      })
      .map((link) => `${from}: ${link}`),
  );
}
