import { createContext, Script } from 'node:vm';
import { isKnown } from '../problems/index.js';

/** A pattern of a description, which comes from outside: it is tested within a bound of time. */
export interface Expression {
  /** Whether it was compiled with the flag `u`. */
  readonly unicode: boolean;
  /** Whether the text matches; true when the pattern takes too long, for then no text can be refused for it. */
  test(text: string): boolean;
  /** The pattern with its flags, such as `/a+/u`: two patterns have two texts. */
  toString(): string;
}

const compiled = new Map<string, Expression | undefined>();
const COMPILED_LIMIT = 2_000;
/** So many texts are remembered for a pattern: a test within a bound of time takes a separate context. */
const KNOWN_LIMIT = 1_000;

/** Milliseconds for one test: a thousand times what a pattern without harm needs, on a busy machine too. */
const LONGEST_TEST = 1_000;
/** After so many patterns of a description that took too long, others that could are no longer tried. */
const MOST_SLOW_PATTERNS = 3;
const slow = new Set<RegExp>();

/** Another description begins: what it gives must not depend on those before it. */
export function forgetSlowPatterns(): void {
  slow.clear();
}

/**
 * Compiles the value of `pattern` as JSON Schema demands (ECMA-262 with the flag `u`), or without the flag for the
 * many patterns in the field that escape more than `u` allows. `undefined` for one that is not a regular expression in
 * ECMA-262 (`(?i)...`): nothing can be held to it.
 */
export function regularExpression(pattern: string): Expression | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  const expression = tryCompile(pattern, 'u') ?? tryCompile(pattern, '');
  const bounded = expression && {
    unicode: expression.unicode,
    test: tester(expression),
    toString: () => expression.toString(),
  };
  compiled.set(pattern, bounded);
  return bounded;
}

/** Engines refuse longer ones, and only when they are first used. */
const LONGEST_PATTERN = 10_000;

function tryCompile(pattern: string, flags: string): RegExp | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined;
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tester(expression: RegExp): (text: string) => boolean {
  if (!mayBacktrack(expression.source)) return (text) => expression.test(text);
  const known = new Map<string, boolean>();
  return (text) => {
    if (slow.has(expression) || slow.size >= MOST_SLOW_PATTERNS) return true;
    const before = known.get(text);
    if (before !== undefined) return before;
    const matches = testWithinTime(expression, text);
    if (slow.has(expression)) return true;
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(text, matches);
    return matches;
  };
}

/**
 * Whether there are so many repetitions, or one of a whole group, that their ways to match may multiply. An exact count of what
 * has one way itself has one way.
 */
function mayBacktrack(source: string): boolean {
  const others = source.replace(/\((?:\?:)?[^()|*+?{}]*\)\{\d+\}/g, '');
  const repetitions = others.match(/[*+]|\{\d+,\d*\}/g) ?? [];
  return repetitions.length > 2 || /\)[*+{]/.test(others);
}

const place: { expression: RegExp; text: string } = { expression: /(?:)/, text: '' };
const context = createContext(place);
const script = new Script('expression.test(text)');

function testWithinTime(expression: RegExp, text: string): boolean {
  Object.assign(place, { expression, text });
  try {
    return Boolean(script.runInContext(context, { timeout: LONGEST_TEST }));
  } catch (error) {
    // Out of time, or out of stack.
    if (!isKnown(error, /^(?:ERR_SCRIPT_EXECUTION_TIMEOUT|RangeError)$/)) throw error;
    slow.add(expression);
    return true;
  }
}
