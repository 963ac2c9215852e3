import { createRequire } from 'node:module';

/**
 * `import` of a CommonJS package has Node search its text for the names of what it exports. A compiler is nine megabytes of
 * text, and openapi-typescript imports one of them: `require` loads both in half the time.
 */
const load = createRequire(import.meta.url);

/** Turns schemas into syntax trees of {@link loadTypeScript}'s compiler. */
export function loadOpenapiTypescript(): typeof import('openapi-typescript') {
  return load('openapi-typescript');
}

/** The compiler of openapi-typescript. */
export function loadTypeScript(): typeof import('typescript') {
  return load('typescript');
}

/** What openapi-typescript brings with it. */
export function loadRedocly(): typeof import('@redocly/openapi-core') {
  return load('@redocly/openapi-core');
}

/** Brings another compiler, as `ts`: no node of the one may be handed to the other. */
export function loadTsMorph(): typeof import('ts-morph') {
  return load('ts-morph');
}
