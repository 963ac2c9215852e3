import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Token } from 'markdown-it';
import { type Markdown, plainText } from './markdown.js';
import type { SiteOptions } from './options.js';

export interface Section {
  readonly title: string;
  readonly anchor: string;
}

/** The kinds of pages: the navigation has a section for each of these. */
export type PageKind = 'home' | 'start' | 'guide' | 'resource' | 'types' | 'maintainer';

export interface Page {
  /** Below the site's root, with slashes, such as `guides/errors.md`. */
  readonly path: string;
  /** The source file. */
  readonly file: string;
  readonly kind: PageKind;
  readonly text: string;
  /** Its first heading, as plain text. */
  readonly title: string;
  /** Its first paragraph, as plain text of at most 200 characters; empty if it has none. */
  readonly description: string;
  /** Its headings of the second level: the operations of a resource, the types of the page of types. */
  readonly sections: readonly Section[];
}

/** The page of all problems: separate pages would be too similar. */
export const PROBLEMS = 'maintainers/problems.md';

/** All pages of the site, sorted by title. */
export function readPages({ docs, maintainers }: SiteOptions, markdown: Markdown): Page[] {
  const files = [...markdownBelow(docs, ''), ...markdownBelow(maintainers, 'maintainers/')];
  const isProblem = ({ path }: MarkdownFile): boolean => path.startsWith('maintainers/problems/');
  const pages = [...files.filter((file) => !isProblem(file)), ...problemsPage(files.filter(isProblem))];
  return pages
    .map((page) => ({ ...page, kind: kindOf(page.path), ...outline(page.text, page.path, markdown) }))
    .sort((left, right) => left.title.localeCompare(right.title, 'en') || (left.path < right.path ? -1 : 1));
}

interface MarkdownFile extends Pick<Page, 'path' | 'file' | 'text'> {}

function markdownBelow(folder: string, prefix: string): MarkdownFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      return { file, path: prefix + name.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') };
    });
}

/** One page for a folder: its README, and each of its other pages as a section. */
function problemsPage(files: readonly MarkdownFile[]): MarkdownFile[] {
  const introduction = files.find(({ path }) => path.endsWith('/README.md'));
  if (introduction === undefined) return [];
  const sections = files
    .filter((file) => file !== introduction)
    .map(({ text }) => text.replace(/^#/, '##').replace(/^## (?=Example$|What to do$)/gm, '### '));
  return [{ ...introduction, path: PROBLEMS, text: [introduction.text, ...sections].join('\n') }];
}

function kindOf(path: string): PageKind {
  if (path === 'index.md') return 'home';
  if (path === 'types.md') return 'types';
  if (path === 'guides/getting-started.md') return 'start';
  if (path.startsWith('maintainers/')) return 'maintainer';
  return path.includes('/') ? 'guide' : 'resource';
}

const LONGEST_DESCRIPTION = 200;

function outline(text: string, path: string, markdown: Markdown): Pick<Page, 'title' | 'description' | 'sections'> {
  const tokens = markdown.tokens(text);
  const headings = tokens.flatMap(({ type, tag, meta }) =>
    type === 'heading_close' ? [{ tag, title: String(meta?.text), anchor: String(meta?.anchor) }] : [],
  );
  const title = headings.find(({ tag }) => tag === 'h1')?.title;
  if (title === undefined) throw new Error(`${path} has no title. Begin it with a line such as "# Errors".`);
  const paragraphs = tokens.flatMap(({ type, level }, index) => {
    const inline = tokens[index + 1];
    return type === 'paragraph_open' && level === 0 && inline ? [inline] : [];
  });
  const said = paragraphs.find((paragraph) => !isLinksAlone(paragraph));
  return {
    title,
    description: shorten(said ? plainText(said) : ''),
    sections: headings.filter(({ tag }) => tag === 'h2'),
  };
}

/** Such a paragraph contains only links. */
function isLinksAlone({ children }: Token): boolean {
  let depth = 0;
  return (children ?? []).every(({ type, content }) => {
    if (type === 'link_open') depth += 1;
    if (type === 'link_close') depth -= 1;
    return depth > 0 || type === 'link_close' || /^[\s|]*$/.test(content);
  });
}

function shorten(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_DESCRIPTION - 1))} …`;
}
