import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { htmlFolder, readOptions } from '../options.js';
import { PROBLEMS } from '../pages.js';
import { brokenLinks, type Crawled, pagesOf, readCrawled } from './crawl.js';
import { openSite, type Site } from './visit.js';

const options = readOptions(process.env);
const folder = htmlFolder(options);
const crawled = new Map<string, Crawled>();
const faults: string[] = [];
const tooWide: string[] = [];
let site: Site;

beforeAll(async () => {
  site = await openSite(options);
  // One tab, which has the scripts after its first page.
  const visit = await site.visit();
  for (const path of pagesOf(folder)) {
    await visit.page.setViewportSize({ width: 1280, height: 900 });
    await visit.open(options.base + path);
    await visit.page.setViewportSize({ width: 360, height: 800 });
    crawled.set(path, await readCrawled(visit.page));
    const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) tooWide.push(`${path}: ${width} px`);
    faults.push(...visit.faults.splice(0).map((fault) => `${path}: ${fault}`));
  }
  await visit.close();
});

afterAll(() => site?.close());

describe('every page', () => {
  test('exists: those of the client and those for maintainers', () => {
    expect(crawled.has('index.html') && crawled.has('types.html')).toBe(true);
    expect([...crawled.keys()].filter((path) => path.startsWith('guides/')).length).toBeGreaterThan(5);
    expect([...crawled.keys()].filter((path) => path.startsWith('maintainers/')).length).toBeGreaterThan(0);
  });

  test('has no broken links or anchors', () => {
    const root = `${site.origin}${options.base}`;
    expect(brokenLinks(crawled, root, (path) => existsSync(join(folder, path)))).toEqual([]);
    expect([...crawled.values()].flatMap(({ links }) => links).length).toBeGreaterThan(1000);
  });

  test('writes nothing to the console and sends no request to another host', () => {
    expect(faults).toEqual([]);
  });

  test('has texts below its headings, labelled controls and complete tables', () => {
    expect([...crawled].flatMap(([path, { faults }]) => faults.map((fault) => `${path}: ${fault}`))).toEqual([]);
  });

  test('fits a phone: wider elements scroll', () => {
    expect(tooWide).toEqual([]);
  });

  test('has its own title, a description and a language', () => {
    const pages = [...crawled.values()];
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
    expect([...crawled].filter(([, { description, language }]) => description === '' || language !== 'en')).toEqual([]);
  });

  test('has the original Markdown beside it', async () => {
    for (const path of crawled.keys()) {
      const plain = path.replace(/\.html$/, '.md');
      const reply = await fetch(`${site.origin}${options.base}${plain}`);
      if (plain !== PROBLEMS) {
        const source = plain.startsWith('maintainers/')
          ? join(options.maintainers, plain.slice('maintainers/'.length))
          : join(options.docs, plain);
        expect(await reply.text()).toBe(readFileSync(source, 'utf8'));
      }
      expect(crawled.get(path)?.links).toContain(`${site.origin}${options.base}${plain}`);
    }
  });

  test('about problems has a section for each code', () => {
    const codes = readdirSync(join(options.maintainers, 'problems')).filter((name) => name !== 'README.md');
    const page = readFileSync(join(folder, PROBLEMS), 'utf8');
    const sections = [...page.matchAll(/^## (\S+):/gm)].map(([, code]) => `${code}.md`);
    expect(codes.length).toBeGreaterThan(100);
    expect(sections.sort()).toEqual(codes.sort());
  });

  test('is listed in llms.txt', () => {
    const list = readFileSync(join(folder, 'llms.txt'), 'utf8');
    const listed = [...list.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path);
    expect(listed.sort()).toEqual([...crawled.keys()].map((path) => path.replace(/\.html$/, '.md')).sort());
  });
});
