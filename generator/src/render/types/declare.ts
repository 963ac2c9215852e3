import { createHash } from 'node:crypto';
import type { Json } from '../../schema/index.js';
import { compilerVersions } from '../compilers.js';
import { compileSchemas } from './compile.js';
import { type Declaration, type DeclarationRequest, extractDeclarations, type OtherTypes } from './declarations.js';

/** All that the declarations are made from. */
export interface TypesInput {
  readonly entries: readonly { readonly request: DeclarationRequest; readonly schema: Json }[];
  /** The local name of the type of bytes to send. */
  readonly upload: string;
  readonly others: OtherTypes;
}

export interface DeclaredTypes {
  /** By the keys of the requests; none for what gave no type. */
  readonly byKey: ReadonlyMap<string, Declaration>;
  /** Helper types that declarations use, such as `WithRequired`. */
  readonly helpers: readonly string[];
  /** Whether one of them mentions the type of bytes to send. */
  readonly usesUpload: boolean;
}

/** One text that a run leaves for the next one. */
export interface TypesMemory {
  /** What the last run left, and then what this one leaves. */
  text: string | undefined;
}

interface Remembered {
  readonly hash: string;
  readonly byKey: readonly (readonly [string, Declaration])[];
  readonly helpers: readonly string[];
  readonly usesUpload: boolean;
}

/**
 * Turns schemas into declarations. Where the memory holds what the same input gave, no compiler is loaded: most changes of a
 * description are of texts that no type has.
 */
export async function declareTypes(input: TypesInput, memory?: TypesMemory): Promise<DeclaredTypes> {
  const hash = memory && hashOf(input);
  const remembered = memory?.text === undefined ? undefined : parse(memory.text);
  if (remembered !== undefined && remembered.hash === hash) {
    return { ...remembered, byKey: new Map(remembered.byKey) };
  }
  const { entries, upload, others } = input;
  const compiled = await compileSchemas(
    entries.map(({ request, schema }) => ({ key: request.key, schema })),
    upload,
  );
  const requests = entries.map(({ request }) => request);
  const { byKey, helpers } = extractDeclarations(compiled, requests, others);
  const usesUpload = usesName(compiled, upload);
  if (memory !== undefined && hash !== undefined) {
    const kept: Remembered = { hash, byKey: [...byKey], helpers, usesUpload };
    memory.text = JSON.stringify(kept);
  }
  return { byKey, helpers, usesUpload };
}

function hashOf({ entries, upload, others }: TypesInput): string {
  const hash = createHash('sha256').update(compilerVersions().join());
  for (const entry of entries) hash.update(`\n${JSON.stringify(entry)}`);
  return hash.update(`\n${JSON.stringify([upload, others.declared, [...others.texts]])}`).digest('hex');
}

/** Whether a text of TypeScript has the name, not as a part of another or in quotes. */
export function usesName(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$"'])${name.replaceAll('$', '\\$')}(?![\\w$"'])`).test(text);
}

/** It is written by us alone, and only saves time: what is no memory is none. */
function parse(text: string): Remembered | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
