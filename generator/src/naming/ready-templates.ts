import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';

type TemplateSpecification = Parameters<typeof Handlebars.template>[0];

const load = createRequire(import.meta.url);
let specifications: ReadonlyMap<string, TemplateSpecification> | undefined;

/**
 * A template that the build has compiled, by its text: one of ours, as it was then. None for any other text, or where the
 * generator runs from its sources.
 */
export function readyTemplate(text: string): TemplateSpecification | undefined {
  specifications ??= loadSpecifications();
  return specifications.get(text);
}

function loadSpecifications(): ReadonlyMap<string, TemplateSpecification> {
  try {
    return load('./templates.cjs');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code !== 'MODULE_NOT_FOUND') throw error;
    return new Map();
  }
}
