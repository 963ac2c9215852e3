import type { Model } from '../model/model.js';
import { NameAllocator } from './allocate.js';

export interface PageName {
  readonly title: string;
  /** The file name without extension. */
  readonly slug: string;
}

export function allocatePages(model: Model, nameOf: (tag: string) => string): Map<string | undefined, PageName> {
  const slugs = new NameAllocator(['index', 'types', 'README'], true);
  const pages = new Map<string | undefined, PageName>();
  for (const { name } of model.tags) {
    const slug = slugs.take([nameOf(name).replace(/[^\p{L}\p{N}_-]/gu, '') || 'tag']);
    pages.set(name, { title: name.trim() === '' ? slug : name, slug });
  }
  if (model.operations.some((operation) => operation.tag === undefined)) {
    const title = model.tags.length === 0 ? 'Operations' : 'Other';
    pages.set(undefined, { title, slug: slugs.take([title.toLowerCase()]) });
  }
  return pages;
}
