import { createRequire } from 'node:module';

type OpenapiTypescript = Pick<
  typeof import('openapi-typescript'),
  'astToString' | 'resolveRef' | 'transformComponentsObject'
> & {
  /** The compiler of the syntax trees that it takes and gives. */
  readonly ts: typeof import('typescript');
};

/**
 * `import` of a CommonJS package has Node search its text for the names of what it exports. A compiler is nine megabytes of
 * text: the search takes longer than all that is done with it.
 */
const load = createRequire(import.meta.url);

/**
 * What turns schemas into syntax trees: the parts of openapi-typescript that do it, without those that read descriptions,
 * and all of Redocly with them.
 */
export async function loadOpenapiTypescript(): Promise<OpenapiTypescript> {
  try {
    const { default: transformComponentsObject } = load('openapi-typescript/dist/transform/components-object.cjs');
    const { astToString } = load('openapi-typescript/dist/lib/ts.cjs');
    const { resolveRef } = load('openapi-typescript/dist/lib/utils.cjs');
    return { astToString, resolveRef, transformComponentsObject, ts: loadCompiler() };
  } catch {
    // They require ES modules, which Node cannot before 22.12, and jest cannot either.
    const { astToString, resolveRef, transformComponentsObject } = await import('openapi-typescript');
    const { default: ts } = await import('typescript');
    return { astToString, resolveRef, transformComponentsObject, ts };
  }
}

/** What decides which text a schema becomes, beside our own code. */
export function compilerVersions(): readonly string[] {
  return ['openapi-typescript', 'typescript'].map((name) => String(load(`${name}/package.json`).version));
}

/** What openapi-typescript asks to be configured with, and does not use for schemas. */
export function loadRedoclyConfig(): Pick<typeof import('@redocly/openapi-core'), 'Config'> {
  return load('@redocly/openapi-core/lib/config/config.js');
}

/** The compiler that openapi-typescript works with as well: a second one would cost a tenth of a small run's time. */
export function loadCompiler(): typeof import('typescript') {
  return load('typescript');
}

/** Reads TypeScript at a tenth of a compiler's cost; none on a machine that it is not built for. */
export function loadOxc(): Pick<typeof import('oxc-transform'), 'transformSync'> | undefined {
  try {
    return load('oxc-transform');
  } catch {
    return undefined;
  }
}
