import type { DefaultTheme } from 'vitepress';
import { addressOf } from './links.js';
import type { Page, PageKind } from './pages.js';

/** The parts of the sidebar: first steps, guides, the operations by resource, and pages for maintainers. */
export function sidebar(pages: readonly Page[]): DefaultTheme.SidebarItem[] {
  const groups: DefaultTheme.SidebarItem[] = [
    { text: 'Start', items: (['home', 'start', 'types'] as const).flatMap((kind) => items(pages, kind)) },
    { text: 'Guides', items: items(pages, 'guide') },
    { text: 'Operations', items: pages.filter(({ kind }) => kind === 'resource').map(resourceItem) },
    { text: 'Maintaining', items: items(pages, 'maintainer') },
  ];
  return groups.filter((group) => group.items && group.items.length > 0);
}

function items(pages: readonly Page[], kind: PageKind): DefaultTheme.SidebarItem[] {
  return pages
    .filter((page) => page.kind === kind)
    .map((page) => ({ text: kind === 'home' ? 'Overview' : asHtml(page.title), link: addressOf(page, '/') }));
}

function resourceItem(page: Page): DefaultTheme.SidebarItem {
  return {
    text: asHtml(page.title),
    link: addressOf(page, '/'),
    collapsed: true,
    items: page.sections.map(({ title, anchor }) => ({ text: asHtml(title), link: addressOf(page, '/', anchor) })),
  };
}

/** VitePress treats texts of its navigation as HTML; ours are plain text. */
export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
