import { createRequire } from 'node:module';
import type { GlobalContext } from 'openapi-typescript';
import type Compiler from 'typescript';
import type { Json } from '../schema/index.js';

type Needed = 'discriminators' | 'emptyObjectsUnknown' | 'injectFooter' | 'resolve' | 'silent';

/** What openapi-typescript is configured with; `redoc` is for reading specs, which we do ourselves. */
export type TransformContext = Pick<GlobalContext, Needed> & Partial<Omit<GlobalContext, Needed | 'redoc'>>;

interface OpenapiTypescript extends Pick<typeof import('openapi-typescript'), 'astToString' | 'tsPropertyIndex'> {
  readonly transformSchemaObject: (schema: Json, options: { readonly ctx: TransformContext }) => Compiler.TypeNode;
  /** The compiler of the syntax trees that it takes and gives. */
  readonly ts: typeof Compiler;
}

/**
 * `import` of a CommonJS package has Node search its text for the names of what it exports. A compiler is nine megabytes of
 * text: the search takes longer than all that is done with it.
 */
const load = createRequire(import.meta.url);

/**
 * What turns schemas into syntax trees: the parts of openapi-typescript that do it, without those that read descriptions,
 * and all of Redocly with them.
 */
export function loadOpenapiTypescript(): OpenapiTypescript {
  const { default: transformSchemaObject } = load('openapi-typescript/dist/transform/schema-object.cjs');
  const { astToString, tsPropertyIndex } = load('openapi-typescript/dist/lib/ts.cjs');
  return { astToString, tsPropertyIndex, transformSchemaObject, ts: loadCompiler() };
}

/** What decides which text a schema becomes, beside our own code. */
export function compilerVersions(): readonly string[] {
  return ['openapi-typescript', 'typescript'].map((name) => String(load(`${name}/package.json`).version));
}

/** The compiler that openapi-typescript works with as well: a second one would cost a tenth of a small run's time. */
export function loadCompiler(): typeof Compiler {
  return load('typescript');
}

/** Reads TypeScript at a tenth of a compiler's cost; `undefined` where its native binary is missing or may not be loaded. */
export async function loadOxc(): Promise<Pick<typeof import('oxc-transform'), 'transformSync'> | undefined> {
  try {
    return await import('oxc-transform');
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Cannot find native binding')) return undefined;
    throw error;
  }
}
