import Module, { createRequire } from 'node:module';

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
 * and all of Redocly with them. It works with ts-morph's compiler, where that can be had: one of its own would cost 40 MB,
 * and a tenth of a small run's time.
 */
export async function loadOpenapiTypescript(): Promise<OpenapiTypescript> {
  return withCompiler(loadTsMorph().ts, async () => {
    try {
      const { default: transformComponentsObject } = load('openapi-typescript/dist/transform/components-object.cjs');
      const { astToString } = load('openapi-typescript/dist/lib/ts.cjs');
      const { resolveRef } = load('openapi-typescript/dist/lib/utils.cjs');
      return { astToString, resolveRef, transformComponentsObject, ts: load('typescript') };
    } catch {
      // They require ES modules, which Node cannot before 22.12, and jest cannot either.
      const { astToString, resolveRef, transformComponentsObject } = await import('openapi-typescript');
      const { default: ts } = await import('typescript');
      return { astToString, resolveRef, transformComponentsObject, ts };
    }
  });
}

/** Hands the compiler to what requires `typescript` meanwhile. */
async function withCompiler<T>(compiler: unknown, work: () => Promise<T>): Promise<T> {
  const path = load.resolve('typescript');
  const known = load.cache[path];
  const shared = new Module(path);
  Object.assign(shared, { exports: compiler, loaded: true });
  load.cache[path] = shared;
  try {
    return await work();
  } finally {
    if (known === undefined) Reflect.deleteProperty(load.cache, path);
    else load.cache[path] = known;
  }
}

/** What decides which text a schema becomes, beside our own code. */
export function compilerVersions(): readonly string[] {
  return ['openapi-typescript', 'typescript', 'ts-morph'].map((name) => String(load(`${name}/package.json`).version));
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
