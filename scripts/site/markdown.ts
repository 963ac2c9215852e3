import GithubSlugger from 'github-slugger';
import MarkdownIt, { type Env, type Token } from 'markdown-it';
import type { Highlight } from './highlight.js';

/** The target of a link, by its URL as written. */
export type ResolveLink = (target: string) => LinkTarget;

export type LinkTarget =
  /** On the site, or elsewhere: `external` opens in a new tab. */
  | { readonly kind: 'link'; readonly href: string; readonly external: boolean }
  /** A file of the project that is not on the site: its text is kept, without a link. */
  | { readonly kind: 'text' };

export interface RenderOptions {
  readonly resolveLink: ResolveLink;
  /** The deepest headings that have a permalink; the search has an entry for each permalink. */
  readonly deepestPermalink: 2 | 6;
}

/** Markdown as GitHub and npm show it. */
export interface Markdown {
  readonly tokens: (text: string) => Token[];
  readonly render: (text: string, options: RenderOptions) => string;
}

/**
 * Markdown and nothing else: no raw HTML, no extensions. Titles and descriptions come from an OpenAPI document, so
 * VitePress's own Markdown (Vue components, interpolation, includes, attributes) never sees them.
 */
export function createMarkdown(highlight: Highlight): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.push('heading-anchors', ({ tokens }) => giveAnchors(tokens));
  Object.assign(markdown.renderer.rules, {
    heading_close: (tokens, index, _options, env) => {
      const { tag, meta } = at(tokens, index);
      const link = Number(tag.slice(1)) > optionsOf(env).deepestPermalink ? '' : permalink(meta, escapeHtml);
      return `${link}</${tag}>\n`;
    },
    fence: (tokens, index) => codeBlock(at(tokens, index).content, at(tokens, index).info, highlight),
    code_block: (tokens, index) => codeBlock(at(tokens, index).content, '', highlight),
    // Wide tables scroll; scrollable elements must be reachable with the keyboard.
    table_open: (tokens, index) =>
      isOfParameters(tokens, index) ? '<table class="parameters" tabindex="0">\n' : '<table tabindex="0">\n',
    // An image would be a request to another host.
    image: (tokens, index) => escapeHtml(plainText(at(tokens, index))),
    link_open: (tokens, index, options, env, self) => {
      follow(tokens, index, optionsOf(env).resolveLink);
      return self.renderToken(tokens, index, options);
    },
  } satisfies typeof markdown.renderer.rules);
  return { tokens: (text) => markdown.parse(text, {}), render: (text, options) => markdown.render(text, { options }) };
}

/** The text of an inline token, without markup. */
export function plainText({ children, content }: Token): string {
  if (children === null || children.length === 0) return content;
  return children.map((child) => (child.type === 'softbreak' ? ' ' : plainText(child))).join('');
}

function at(tokens: readonly Token[], index: number): Token {
  const token = tokens[index];
  if (!token) throw new RangeError(`There is no token ${index}.`);
  return token;
}

function optionsOf(env: Env | undefined): RenderOptions {
  return (env as { readonly options: RenderOptions }).options;
}

function giveAnchors(tokens: readonly Token[]): void {
  const anchors = new GithubSlugger();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const text = plainText(at(tokens, index + 1));
    const anchor = anchors.slug(text);
    token.attrSet('id', anchor);
    token.attrSet('tabindex', '-1');
    at(tokens, index + 2).meta = { anchor, text };
  }
}

/** Whether a table has the columns of parameters: name, type, required, description. */
function isOfParameters(tokens: readonly Token[], index: number): boolean {
  const end = tokens.findIndex(({ type }, position) => position > index && type === 'thead_close');
  const titles = tokens.slice(index, end).filter(({ type }) => type === 'inline');
  return titles.length === 4 && titles[2]?.content === 'Required';
}

/** In the form that VitePress's theme and search expect. */
function permalink(meta: Token['meta'], escapeHtml: (text: string) => string): string {
  const label = escapeHtml(`Link to ${meta?.text}`);
  return ` <a class="header-anchor" href="#${encodeURIComponent(String(meta?.anchor))}" aria-label="${label}">&#8203;</a>`;
}

function follow(tokens: readonly Token[], index: number, resolveLink: ResolveLink): void {
  const token = at(tokens, index);
  const target = resolveLink(String(token.attrGet('href')));
  if (target.kind === 'text') {
    token.tag = 'span';
    token.attrs = null;
    // Links don't nest: the next end of one is this one's.
    const close = tokens.slice(index).find(({ type }) => type === 'link_close');
    if (close) close.tag = 'span';
    return;
  }
  token.attrSet('href', target.href);
  if (!target.external) return;
  token.attrSet('target', '_blank');
  token.attrSet('rel', 'noreferrer');
}

/** In the form that VitePress's theme styles, with the button for its script. */
function codeBlock(code: string, info: string, highlight: Highlight): string {
  const { language, html } = highlight(code, info.trim().split(/\s/)[0] ?? '');
  const button = '<button title="Copy the code" class="copy"></button>';
  return `<div class="language-${language} vp-adaptive-theme">${button}<span class="lang">${language}</span>${html}</div>\n`;
}
