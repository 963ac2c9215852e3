import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { readyTemplate } from './ready-templates.js';

const load = createRequire(import.meta.url);

/** Handlebars with its compiler, which our own templates do not need: the build has compiled them. */
export function loadHandlebars(): typeof Handlebars {
  return load('handlebars');
}

/** What prints some templates: without a compiler where none of them needs one. */
export function createHandlebars(texts: Iterable<string>): typeof Handlebars {
  for (const text of texts) if (!readyTemplate(text)) return loadHandlebars().create();
  return load('handlebars/runtime').create();
}
