import Module, { createRequire } from 'node:module';

type OpenapiTypescript = Pick<
  typeof import('openapi-typescript'),
  'astToString' | 'resolveRef' | 'transformComponentsObject'
>;

/**
 * `import` of a CommonJS package has Node search its text for the names of what it exports. A compiler is nine megabytes of
 * text: the search takes longer than all that is done with it.
 */
const load = createRequire(import.meta.url);

/**
 * What turns schemas into syntax trees of {@link loadTypeScript}'s compiler: the parts of openapi-typescript that do it,
 * without those that read descriptions, and all of Redocly with them.
 */
export async function loadOpenapiTypescript(): Promise<OpenapiTypescript> {
  try {
    shareCompiler();
    const { default: transformComponentsObject } = load('openapi-typescript/dist/transform/components-object.cjs');
    const { astToString } = load('openapi-typescript/dist/lib/ts.cjs');
    const { resolveRef } = load('openapi-typescript/dist/lib/utils.cjs');
    return { astToString, resolveRef, transformComponentsObject };
  } catch {
    // They require ES modules, which Node cannot before 22.12, and jest cannot either.
    return import('openapi-typescript');
  }
}

/** What decides which text a schema becomes, beside our own code. */
export function compilerVersions(): readonly string[] {
  return ['openapi-typescript', 'typescript', 'ts-morph'].map((name) => String(load(`${name}/package.json`).version));
}

/** The compiler of openapi-typescript. */
export function loadTypeScript(): typeof import('typescript') {
  return load('typescript');
}

/** What openapi-typescript asks to be configured with, and does not use for schemas. */
export function loadRedoclyConfig(): Pick<typeof import('@redocly/openapi-core'), 'Config'> {
  return load('@redocly/openapi-core/lib/config/config.js');
}

/** Brings a compiler of its own, as `ts`: no node of another may be handed to it. */
export function loadTsMorph(): typeof import('ts-morph') {
  return load('ts-morph');
}

/** Reads TypeScript at a tenth of a compiler's cost; none on a machine that it is not built for. */
export function loadOxc(): Pick<typeof import('oxc-transform'), 'transformSync'> | undefined {
  try {
    return load('oxc-transform');
  } catch {
    return undefined;
  }
}

/** Lets openapi-typescript work with ts-morph's compiler: a second one would cost 40 MB, and a tenth of a small run's time. */
function shareCompiler(): void {
  const path = load.resolve('typescript');
  if (load.cache[path] !== undefined) return;
  const shared = new Module(path);
  shared.exports = loadTsMorph().ts;
  shared.loaded = true;
  load.cache[path] = shared;
}
