import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { readOptions } from '../options.js';
import { openSite, type Site } from './visit.js';

declare global {
  /** In the page, once the script has run there. */
  var axe: { run(options: RunOptions): Promise<AxeResults> };
}

const options = readOptions(process.env);
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let site: Site;

beforeAll(async () => {
  site = await openSite(options);
});

afterAll(() => site?.close());

/** Elements that a page may have hundreds of, inner ones first. */
const repeated = ['.line', 'tr', 'li', '.VPSidebarItem', 'table', 'pre', '.vp-doc :is(p, h2, h3, h4)', '.vp-doc div'];

/**
 * Keeps two of the elements that differ only in texts and addresses: checking thousands would take minutes. Two, since the rows
 * of tables alternate in color.
 */
function keepTwoOfEachKind(selectors: readonly string[]): void {
  for (const selector of selectors) {
    const counts = new Map<string, number>();
    for (const element of document.querySelectorAll(selector)) {
      const kind = element.outerHTML
        .replace(/>[^<]+/g, '>text')
        .replace(/ (id|href|title|aria-label|data-[a-z-]+)="[^"]+"/g, ' $1');
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count > 2) element.remove();
    }
  }
}

/** Serious accessibility violations, each with the rule and the elements. Dark mode differs from light mode only in colors. */
async function seriousFaults(page: Page, mode: Mode): Promise<string[]> {
  await page.evaluate(keepTwoOfEachKind, repeated);
  await page.addScriptTag({ content: axeScript });
  const rules: RunOptions = mode === 'dark' ? { runOnly: ['color-contrast'] } : {};
  const { violations } = await page.evaluate(async (only) => globalThis.axe.run(only), rules);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** One of each layout: pages for maintainers look like guides. */
const pages = ['', 'polls.html#createpoll', 'types.html', 'guides/errors.html', 'no-such-page.html'];
const modes = ['light', 'dark'] as const;
type Mode = (typeof modes)[number];

/** Screenshots of each layout in both modes, on a phone and on a desktop, for a review by eye. */
const pictures = join(options.work, 'pictures');
const widths = { phone: { width: 360, height: 800 }, desktop: { width: 1280, height: 900 } };

async function takePictures(page: Page, name: string, mode: Mode): Promise<void> {
  for (const [device, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    // The sidebar slides when the width changes.
    await page.screenshot({ path: join(pictures, `${name}-${mode}-${device}.png`), animations: 'disabled' });
  }
}

test.each(modes.flatMap((mode) => pages.map((path) => [path, mode] as const)))(
  '/%s has no serious fault in %s mode',
  async (path, colorScheme) => {
    const { page, open, close } = await site.visit({ colorScheme });
    await open(options.base + path);
    await takePictures(page, path.replace(/\W+/g, '-') || 'home', colorScheme);
    expect(await seriousFaults(page, colorScheme)).toEqual([]);
    await close();
  },
);

test.each(modes)('the open search has no serious fault in %s mode', async (colorScheme) => {
  const { page, open, close } = await site.visit({ colorScheme });
  await open(options.base);
  await page.keyboard.press('Control+k');
  await page.locator('#localsearch-input').fill('poll');
  await page.locator('#localsearch-list a').first().waitFor();
  await takePictures(page, 'search', colorScheme);
  expect(await seriousFaults(page, colorScheme)).toEqual([]);
  await close();
});
