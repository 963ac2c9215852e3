import { createHash } from 'node:crypto';
import { compilerVersions } from '../compilers.js';
import { type Declaration, type DeclarationRequest, printDeclarations } from './declarations.js';

/** One text that a run leaves for the next one. */
export interface TypesMemory {
  /** What the last run left, and then what this one leaves. */
  text: string | undefined;
}

interface Remembered {
  readonly hash: string;
  readonly byKey: readonly (readonly [string, Declaration])[];
}

/**
 * Turns schemas into declarations, by the keys of the requests. Where the memory holds what the same requests gave, no compiler
 * is loaded: most changes of a description are of texts that no type has.
 * @param locals what all declared types are called in the file, by their keys
 */
export function declareTypes(
  requests: readonly DeclarationRequest[],
  locals: ReadonlyMap<string, string>,
  memory?: TypesMemory,
): ReadonlyMap<string, Declaration> {
  if (memory === undefined) return printDeclarations(requests, locals);
  const hash = hashOf(requests, locals);
  const remembered = memory.text === undefined ? undefined : parse(memory.text);
  if (remembered?.hash === hash) return new Map(remembered.byKey);
  const byKey = printDeclarations(requests, locals);
  const kept: Remembered = { hash, byKey: [...byKey] };
  memory.text = JSON.stringify(kept);
  return byKey;
}

function hashOf(requests: readonly DeclarationRequest[], locals: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(compilerVersions().join());
  for (const request of requests) hash.update(`\n${JSON.stringify(request)}`);
  return hash.update(`\n${JSON.stringify([...locals])}`).digest('hex');
}

/** It is written by us alone, and only saves time: what cannot be read is left. */
function parse(text: string): Remembered | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
