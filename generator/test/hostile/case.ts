import type { Written } from '../load/temporary.js';

/** A description that means harm or is broken, and how it must end. */
export interface HostileCase {
  /** Files by path; the first is the spec. An object is written as JSON. */
  readonly given: Written;
  /** The same with harmless texts: what comes out must have the same syntax trees. */
  readonly twin?: Written;
  /** Safe output, or the code of the expected error. */
  readonly want: 'output' | { readonly problem: string };
  /** Flags of the command line beside the spec, the output folder, the scope and the name. */
  readonly flags?: readonly string[];
  /** Takes seconds or much memory: gets its own process. */
  readonly isHeavy?: true;
}

export type HostileTable = readonly (readonly [name: string, hostile: HostileCase])[];

/** Ends in output of the same shape as that of the harmless texts; all begin with the prefix. */
export function safe(place: (texts: readonly string[]) => object, texts: readonly string[], prefix = ''): HostileCase {
  const harmless = texts.map((_, index) => `${prefix}plain${index}`);
  return {
    given: { 'api.json': place(texts.map((text) => prefix + text)) },
    twin: { 'api.json': place(harmless) },
    want: 'output',
  };
}

/** Ends in output, whatever its shape. */
export function accepted(given: string | Uint8Array | object): HostileCase {
  return { given: { 'api.json': given }, want: 'output' };
}

/** Ends in an error with this code. */
export function refused(problem: string, given: string | Uint8Array | object, file = 'api.json'): HostileCase {
  return { given: { [file]: given }, want: { problem } };
}
