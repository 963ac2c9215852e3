import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type Handlebars from 'handlebars';

type TemplateSpecification = Parameters<typeof Handlebars.template>[0];

const load = createRequire(import.meta.url);
let specifications: ReadonlyMap<string, TemplateSpecification> | undefined;

/** A template that the build has compiled, by its text: one of ours. Nothing for any other text, or when run from the sources. */
export function readyTemplate(text: string): TemplateSpecification | undefined {
  specifications ??= loadSpecifications(fileURLToPath(new URL('templates.cjs', import.meta.url)));
  return specifications.get(text);
}

function loadSpecifications(file: string): ReadonlyMap<string, TemplateSpecification> {
  return existsSync(file) ? load(file) : new Map();
}

/** Handlebars with its compiler, which our own templates do not need: the build has compiled them. */
export function loadHandlebars(): typeof Handlebars {
  return load('handlebars');
}

/** A Handlebars for some templates: without the compiler when none of them needs it. */
export function createHandlebars(texts: Iterable<string>): typeof Handlebars {
  for (const text of texts) if (!readyTemplate(text)) return loadHandlebars().create();
  return load('handlebars/runtime').create();
}
