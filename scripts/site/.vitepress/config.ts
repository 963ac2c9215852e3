import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitepress';
import { accessibleTheme } from '../accessible-theme.js';
import { loadHighlight } from '../highlight.js';
import { linkResolver } from '../links.js';
import { createMarkdown } from '../markdown.js';
import { asHtml, sidebar } from '../navigation.js';
import { htmlFolder, readOptions } from '../options.js';
import { type Page, PROBLEMS, readPages } from '../pages.js';
import { writePlain } from '../plain.js';

const options = readOptions(process.env);
const stubs = join(options.work, 'pages');
const ours = createMarkdown(await loadHighlight());
const pages = readPages(options, ours);
const byPath = new Map(pages.map((page) => [page.path, page]));
const home = byPath.get('index.md');
const siteTitle = home?.title ?? 'Documentation';
const deadLinks = new Set<string>();
const linksOf = linkResolver(pages, options, (problem) => deadLinks.add(problem));

writeStubs();

export default defineConfig({
  base: options.base,
  srcDir: stubs,
  outDir: htmlFolder(options),
  cacheDir: join(options.work, 'vite'),
  lang: 'en',
  title: siteTitle,
  ...(home ? { description: home.description } : {}),
  markdown: {
    config(theirs) {
      theirs.render = (_stub: string, env: Record<string, unknown>) => render(pageAt(String(env['relativePath'])), 6);
    },
  },
  transformPageData({ relativePath }) {
    const page = byPath.get(relativePath);
    if (!page) return {};
    const outline = page.kind === 'resource' || page.kind === 'types' || page.path === PROBLEMS ? 2 : [2, 3];
    return {
      title: page.title,
      titleTemplate: titleTemplate(page),
      description: page.description,
      frontmatter: { outline },
    };
  },
  transformHead({ pageData }) {
    const { base } = options;
    const icon = { rel: 'icon', type: 'image/svg+xml', href: `${base}favicon.svg` };
    const plain = { rel: 'alternate', type: 'text/markdown', href: `${base}${pageData.relativePath}` };
    return [['link', icon], ...(byPath.has(pageData.relativePath) ? [['link', plain] as ['link', typeof plain]] : [])];
  },
  buildEnd({ outDir }) {
    if (deadLinks.size > 0) throw deadLinksError([...deadLinks]);
    writePlain(pages, options, outDir);
  },
  themeConfig: {
    siteTitle: asHtml(siteTitle),
    logo: { src: '/favicon.svg', alt: '' },
    nav: [
      { text: 'Overview', link: '/' },
      { text: 'Types', link: '/types.html' },
    ],
    sidebar: sidebar(pages),
    outline: { label: 'On this page' },
    notFound: {
      title: 'Page not found',
      quote: 'It may have been renamed. Search for it, or start at the overview.',
      linkText: 'To the overview',
      linkLabel: 'To the overview',
    },
    search: {
      provider: 'local',
      options: {
        detailedView: false,
        miniSearch: {
          // VitePress passes functions to the browser as text: each must be complete in itself.
          options: {
            processTerm: (term) =>
              /^(?:an?|and|do|for|from|how|i|in|is|my|of|on|or|the|to|with)$/i.test(term) ? null : term.toLowerCase(),
          },
          searchOptions: {
            boostDocument: (id) =>
              /maintainers[/]/.test(id) ? 0.2 : /guides[/]/.test(id) ? 1.5 : /types/.test(id) ? 0.7 : 1,
          },
        },
        _render: (_stub, env) => render(pageAt(env.relativePath), 2),
      },
    },
    externalLinkIcon: true,
  },
  vite: { logLevel: 'warn', plugins: [accessibleTheme()] },
});

function pageAt(path: string): Page {
  const page = byPath.get(path);
  if (!page) throw new Error(`No page of the site is at ${path}.`);
  return page;
}

/** Without a stack, which VitePress would print: the error is in the pages. */
function deadLinksError(problems: readonly string[]): Error {
  const error = new Error([...problems, 'Fix the links, or add the pages.'].join('\n'));
  error.stack = '';
  return error;
}

/** A guide and the operations of a resource may have the same name. */
function titleTemplate({ kind }: Page): string | false {
  if (kind === 'home') return false;
  return kind === 'resource' ? `:title: operations | ${siteTitle}` : `:title | ${siteTitle}`;
}

/** The Vue template of a page: `v-pre` keeps Vue from interpreting its contents. */
function render(page: Page, deepestPermalink: 2 | 6): string {
  return `<div v-pre>${ours.render(page.text, { resolveLink: linksOf(page), deepestPermalink })}</div>`;
}

/** VitePress finds pages by their files, and reads them. These are empty, so that none of its features applies. */
function writeStubs(): void {
  rmSync(stubs, { recursive: true, force: true });
  for (const { path } of pages) {
    mkdirSync(dirname(join(stubs, path)), { recursive: true });
    writeFileSync(join(stubs, path), `# ${path}\n`);
  }
  cpSync(join(import.meta.dirname, '../public'), join(stubs, 'public'), { recursive: true });
  // The built pages import Vue, which is only installed for the site.
  const packages = join(options.work, 'node_modules');
  rmSync(packages, { force: true });
  symlinkSync(join(import.meta.dirname, '../node_modules'), packages, 'junction');
}
