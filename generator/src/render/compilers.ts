import { createRequire } from 'node:module';
import type { GlobalContext } from 'openapi-typescript';
import type Compiler from 'typescript';
import type { Json } from '../schema/index.js';

type Needed = 'discriminators' | 'emptyObjectsUnknown' | 'injectFooter' | 'resolve' | 'silent';

/** openapi-typescript's configuration; `redoc` is for reading specs, which we do ourselves. */
export type TransformContext = Pick<GlobalContext, Needed> & Partial<Omit<GlobalContext, Needed | 'redoc'>>;

interface OpenapiTypescript extends Pick<typeof import('openapi-typescript'), 'astToString' | 'tsPropertyIndex'> {
  readonly transformSchemaObject: (schema: Json, options: { readonly ctx: TransformContext }) => Compiler.TypeNode;
  /** Its compiler of syntax trees. */
  readonly ts: typeof Compiler;
}

/**
 * When importing a CommonJS package, Node searches its text for exported names. A compiler has nine megabytes of text: the search
 * takes longer than all its work here.
 */
const load = createRequire(import.meta.url);

/** The parts of openapi-typescript that convert schemas to syntax trees, without those that read specs, and without Redocly. */
export function loadOpenapiTypescript(): OpenapiTypescript {
  const { default: transformSchemaObject } = load('openapi-typescript/dist/transform/schema-object.cjs');
  const { astToString, tsPropertyIndex } = load('openapi-typescript/dist/lib/ts.cjs');
  return { astToString, tsPropertyIndex, transformSchemaObject, ts: loadCompiler() };
}

/** The versions that determine the text of a schema's type, besides our own code. */
export function compilerVersions(): readonly string[] {
  return ['openapi-typescript', 'typescript'].map((name) => String(load(`${name}/package.json`).version));
}

/** The compiler that openapi-typescript uses too: a second one would take a tenth of a small run's time. */
export function loadCompiler(): typeof Compiler {
  return load('typescript');
}

/** Parses TypeScript ten times faster than a compiler; `undefined` if its native binary is missing or may not be loaded. */
export async function loadOxc(): Promise<Pick<typeof import('oxc-transform'), 'transformSync'> | undefined> {
  try {
    return await import('oxc-transform');
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Cannot find native binding')) return undefined;
    throw error;
  }
}
