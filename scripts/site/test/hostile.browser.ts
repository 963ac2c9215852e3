import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSite } from '../build.js';
import { htmlFolder, readOptions, type SiteOptions } from '../options.js';
import { brokenLinks, type Crawled, pagesOf, readCrawled } from './crawl.js';
import { openSite, type Site } from './visit.js';

const fixtures = fileURLToPath(new URL('hostile/', import.meta.url));
const project = readOptions(process.env);
const options: SiteOptions = {
  project: project.project,
  docs: join(fixtures, 'docs'),
  maintainers: join(fixtures, 'maintainers'),
  base: '/deep/path/',
  work: join(project.work, 'hostile'),
};
const folder = htmlFolder(options);
const texts = new Map<string, string>();
const crawled = new Map<string, Crawled>();
const faults: string[] = [];
let site: Site;

beforeAll(async () => {
  await buildSite(options);
  site = await openSite(options);
  for (const path of pagesOf(folder)) {
    const visit = await site.visit();
    await visit.open(options.base + path);
    texts.set(path, await visit.page.locator('body').innerText());
    crawled.set(path, await readCrawled(visit.page));
    if (await visit.page.evaluate(() => 'pwned' in window)) faults.push(`${path}: a script has run`);
    faults.push(...visit.faults.map((fault) => `${path}: ${fault}`));
    await visit.close();
  }
});

afterAll(() => site?.close());

test('texts are not executed, evaluated or fetched', () => {
  expect(crawled.size).toBe(5);
  expect(faults).toEqual([]);
});

test('braces, tags and directives are shown literally', () => {
  const home = texts.get('index.html');
  for (const text of [
    '{{ 7 * 7 }} <img src=x onerror=alert(1)> & Co',
    "{{ constructor.constructor('window.pwned = 1')() }}",
    '{{ 6 * 7 }}',
    '<script>window.pwned = 2</script>',
    '<!-- @include: ./guides/guide.md -->',
    '<<< ./guides/guide.md',
    '[[toc]]',
    '::: tip {{ 5 * 7 }}',
    'A heading {#own onclick=alert(6)}',
    "const text = '{{ 4 * 7 }}'; // [!code --]",
    '<p v-text="3 * 7">{{ 3 * 7 }}</p> <!-- @include: ./words.md -->',
    '</div></template><script>window.pwned = 8</script>',
    '{{ 2 * 7 }}',
    '<b onclick=alert(9)>c</b>',
  ]) {
    expect(home).toContain(text);
  }
  expect(texts.get('words.html')).toContain('<svg onload="window.pwned=12"> {{ 9 * 7 }}');
});

test('the navigation and the search show titles literally', async () => {
  const visit = await site.visit();
  await visit.open(`${options.base}guides/guide.html`);
  expect(await visit.page.locator('.VPSidebar').innerText()).toContain(
    '<img src=x onerror="window.pwned=11"> {{ 8 * 7 }}',
  );
  await visit.page.keyboard.press('Control+k');
  await visit.page.locator('#localsearch-input').fill('onload');
  const result = visit.page.locator('#localsearch-list a').first();
  await result.waitFor();
  expect(await result.innerText()).toContain('<svg onload="window.pwned=12"> {{ 9 * 7 }}');
  await result.click();
  await visit.page.waitForURL('**/words.html#*');
  await visit.page.locator('.VPDocOutlineItem').first().waitFor();
  expect(await visit.page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(visit.faults).toEqual([]);
  await visit.close();
});

test('all links are below the base path of the site', () => {
  const root = site.origin + options.base;
  expect(brokenLinks(crawled, root, (path) => existsSync(join(folder, path)))).toEqual([]);
  const links = [...crawled.values()].flatMap((page) => page.links);
  expect(links).toContain(`${root}guides/guide.html#where-it-ends`);
  expect(links.filter((link) => /^javascript:/i.test(link) || link.includes('notes.txt'))).toEqual([]);
});

test('front matter is shown as text', () => {
  expect(readFileSync(join(folder, 'words.html'), 'utf8')).not.toContain('<title>taken from data');
  expect(texts.get('words.html')).toContain('taken from data');
});
