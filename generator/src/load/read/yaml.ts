import { CORE_SCHEMA, type EventType, load, type State, Type, YAMLException } from 'js-yaml';
import type { ProblemCode } from '../../problems/index.js';
import { MAX_DEPTH, MAX_NODES } from '../limits.js';

/** Why a text could not be parsed. */
export interface ParseFault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** The position as an offset into the text or as the tokens of a pointer; absent for the whole file. */
  readonly offset?: number;
  readonly tokens?: readonly string[];
}

/** `<<`: not part of YAML 1.2's core schema, but common in specs. */
const merge = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text: unknown) => text === '<<' });

/**
 * YAML 1.2's core schema and merge keys: scalars are strings, numbers, booleans or null, and a timestamp is a string.
 * Custom tags and duplicate keys are errors.
 */
const schema = CORE_SCHEMA.extend({ implicit: [merge] });

const options = { schema, maxDepth: MAX_DEPTH + 2, maxTotalMergeKeys: 100_000 };

const hints: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, 'Keys of a mapping must be unique: remove or rename one of the two.'],
  [/tab character/, 'Indent with spaces.'],
  [
    /unknown tag/,
    "Remove the tag: only YAML's core types (strings, numbers, booleans, null, lists, maps) are supported.",
  ],
  [/single document/, 'Use one file per document: remove what follows the `---` line.'],
  [/bad indentation/, 'Check the indentation, and quote strings that contain `: ` or ` #`.'],
];

const USUAL_HINT = 'The mistake is here or just above: look for a missing quote, bracket or colon.';
const tooMany = `The file can't be read: more than ${MAX_NODES} values.`;

export const MANY_HINT = 'Move repeated parts into components, and refer to them with `$ref`.';

class TooManyNodes extends Error {}

/** @param json whether the text is JSON, which allows duplicate keys. */
export function parseYaml(
  text: string,
  listener?: (event: EventType, state: State) => void,
  json = false,
): { readonly value?: unknown; readonly fault?: ParseFault } {
  let nodes = 0;
  const count = (event: EventType, state: State): void => {
    if (event === 'open') nodes += 1;
    if (nodes > 2 * MAX_NODES) throw new TooManyNodes(); // Keys are counted too.
    listener?.(event, state);
  };
  try {
    return { value: load(text, { ...options, json, listener: count }) };
  } catch (error) {
    if (error instanceof YAMLException) return { fault: faultOf(error) };
    if (!(error instanceof TooManyNodes)) throw error;
    return { fault: { code: 'file-too-many-nodes', message: tooMany, hint: MANY_HINT } };
  }
}

function faultOf(error: YAMLException): ParseFault {
  const hint = hints.find(([pattern]) => pattern.test(error.reason))?.[1] ?? USUAL_HINT;
  // A problem of the whole stream, such as a second document, has no position.
  const mark: { readonly position?: number } | undefined = error.mark;
  return {
    code: 'yaml-syntax',
    message: `Invalid YAML: ${error.reason}.`,
    ...(mark?.position === undefined ? {} : { offset: mark.position }),
    hint,
  };
}
