import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readOptions } from '../options.js';
import { questions } from './questions.js';
import { openSite, type Site, type Visit } from './visit.js';

const options = readOptions(process.env);
let site: Site;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  site = await openSite(options);
});

afterAll(() => site?.close());

beforeEach(async () => {
  visit = await site.visit();
  page = visit.page;
});

afterEach(async () => {
  const { faults } = visit;
  await visit.close();
  expect(faults).toEqual([]);
});

const open = (path: string): Promise<void> => visit.open(options.base + path);
const isDark = (): Promise<boolean> => page.evaluate(() => document.documentElement.classList.contains('dark'));

/** Presses Tab until the focus is on an element; returns how often, at most 20 times. */
async function tabTo(selector: string): Promise<number> {
  for (let presses = 1; presses <= 20; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector)) return presses;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

describe('search', () => {
  test.each([
    ['createPoll', 'polls.html#createpoll'],
    ['UserResponse', 'types.html#userresponse'],
  ])('finds %s first', async (text, address) => {
    await open('');
    await page.keyboard.press('Control+k');
    await page.locator('#localsearch-input').fill(text);
    const first = page.locator('#localsearch-list a').first();
    await first.locator('mark').first().waitFor();
    expect(await first.getAttribute('href')).toBe(`${options.base}${address}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${address}`);
    await page.locator(`h2:text-is("${text}")`).waitFor();
  });

  test('has the expected page among the first results of typical questions', async () => {
    await open('');
    await page.keyboard.press('Control+k');
    const input = page.locator('#localsearch-input');
    const results = page.locator('#localsearch-list a');
    const misses: string[] = [];
    for (const [question, address] of Object.entries(questions)) {
      await input.fill('');
      await results.first().waitFor({ state: 'detached' });
      await input.fill(question);
      await results.first().waitFor();
      const found = await results.evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href')));
      if (!found.some((href) => href?.startsWith(options.base + address)))
        misses.push(`${question}: ${found.join(' ')}`);
    }
    expect(misses).toEqual([]);
  });

  test('can be used with the keyboard', async () => {
    await open('guides/errors.html');
    await tabTo('.VPNavBarSearch button');
    await page.keyboard.press('Enter');
    await page.locator('#localsearch-input:focus').waitFor();
    await page.keyboard.type('retry');
    await page.locator('#localsearch-list a').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#localsearch-list').waitFor({ state: 'detached' });
  });
});

describe('dark mode', () => {
  test('is switched by the button and kept on the next page', async () => {
    await open('');
    expect(await isDark()).toBe(false);
    await page.locator('.VPNavBarAppearance button').click();
    expect(await isDark()).toBe(true);
    await open('types.html');
    expect(await isDark()).toBe(true);
  });

  test('follows the system', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('');
    expect(await isDark()).toBe(true);
  });
});

describe('navigation', () => {
  test('has a menu on a phone that can be used with the keyboard', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open('polls.html');
    await tabTo('.VPLocalNav .menu');
    await page.keyboard.press('Enter');
    const link = page.locator('.VPSidebar.open a', { hasText: 'Errors' });
    await link.waitFor();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guides/errors.html');
    await page.locator('h1:has-text("Errors")').waitFor();
  });

  test('changes pages without reloading', async () => {
    await open('polls.html');
    await page.evaluate(() => document.body.setAttribute('data-kept', ''));
    await page.locator('.vp-doc a[href$="types.html#pollresponse"]').first().click();
    await page.waitForURL('**/types.html#pollresponse');
    await page.locator('h2#pollresponse').waitFor();
    expect(await page.locator('body[data-kept]').count()).toBe(1);
  });

  test.each(['polls.html#deletepoll', 'types.html#userresponse'])('has deep links, such as %s', async (address) => {
    await open(address);
    const heading = page.locator(`#${address.split('#')[1]}`);
    await heading.waitFor();
    const box = await heading.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(300);
  });

  test('begins with the installation and a first call', async () => {
    await open('');
    const snippets = await page
      .locator('.vp-doc pre')
      .evaluateAll((found) => found.map(({ textContent }) => textContent));
    expect(snippets[0]).toMatch(/^npm install @/);
    expect(snippets[1]).toMatch(/^import \{ \w+ \} from '@.*await /s);
  });

  test('distinguishes a missing page from an empty one', async () => {
    await open('guides/no-such-page.html');
    await page.locator('.NotFound a').click();
    await page.locator('h1').waitFor();
    expect(new URL(page.url()).pathname).toBe(options.base);
    expect(visit.faults.splice(0)).not.toContainEqual(expect.stringContaining('exception'));
  });
});
