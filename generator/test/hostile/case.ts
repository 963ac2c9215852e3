import type { Written } from '../load/temporary.js';

/** A malicious or broken document, and the expected result. */
export interface HostileCase {
  /** Files by path; the first is the spec. An object is written as JSON. */
  readonly given: Written;
  /** The same with harmless texts: its output must have the same syntax trees. */
  readonly twin?: Written;
  /** Safe output, or the code of the expected error. */
  readonly want: 'output' | { readonly problem: string };
  /** Flags of the command line beside the spec, the output folder, the scope and the name. */
  readonly flags?: readonly string[];
  /** Needs seconds or much memory: runs in a separate process. */
  readonly isHeavy?: true;
}

export type HostileTable = readonly (readonly [name: string, hostile: HostileCase])[];

/** Results in output of the same shape as that of the harmless texts; all begin with the prefix. */
export function safe(place: (texts: readonly string[]) => object, texts: readonly string[], prefix = ''): HostileCase {
  const harmless = texts.map((_, index) => `${prefix}plain${index}`);
  return {
    given: { 'api.json': place(texts.map((text) => prefix + text)) },
    twin: { 'api.json': place(harmless) },
    want: 'output',
  };
}

/** Results in output of any shape. */
export function accepted(given: string | Uint8Array | object): HostileCase {
  return { given: { 'api.json': given }, want: 'output' };
}

/** Results in an error with this code. */
export function refused(problem: string, given: string | Uint8Array | object, file = 'api.json'): HostileCase {
  return { given: { [file]: given }, want: { problem } };
}
