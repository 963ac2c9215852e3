import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type Handlebars from 'handlebars';

type TemplateSpecification = Parameters<typeof Handlebars.template>[0];

const load = createRequire(import.meta.url);
let specifications: ReadonlyMap<string, TemplateSpecification> | undefined;

/** A template that the build has compiled, by its text: one of ours. Nothing for any other text. */
export function readyTemplate(text: string): TemplateSpecification | undefined {
  specifications ??= loadSpecifications();
  return specifications.get(text);
}

/** Beside the built generator; the sources use what the last build has compiled. */
function loadSpecifications(): ReadonlyMap<string, TemplateSpecification> {
  const places = ['templates.cjs', '../../dist/templates.cjs'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const file = places.find((place) => existsSync(place));
  return file === undefined ? new Map() : load(file);
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
