import { createContext, Script } from 'node:vm';
import { isKnown } from '../../problems/index.js';

/** A pattern in a spec, which is not trusted: it is tested with a time limit. */
export interface Expression {
  /** Whether it was compiled with the flag `u`. */
  readonly unicode: boolean;
  /** Whether a text that does not match may take too long. */
  readonly risky: boolean;
  /** Whether the text matches; true if the pattern takes too long, since then no text can be rejected. */
  test(text: string): boolean;
  /** The pattern with its flags, such as `/a+/u`; unique. */
  toString(): string;
}

const compiled = new Map<string, Expression | undefined>();
const COMPILED_LIMIT = 2_000;
/** Number of cached results per pattern: a test with a time limit needs a separate context. */
const KNOWN_LIMIT = 1_000;

/** Time limit of one test in milliseconds: a thousand times what a harmless pattern needs, also on a busy machine. */
const LONGEST_TEST = 1_000;
/** After this many slow patterns in a spec, other potentially slow ones are not tested. */
const MOST_SLOW_PATTERNS = 3;
const slow = new Set<RegExp>();

/** Call it before another spec is read: its results must not depend on earlier ones. */
export function forgetSlowPatterns(): void {
  slow.clear();
}

/**
 * Compiles the value of `pattern` as JSON Schema requires (ECMA-262 with the flag `u`), or without the flag for the many patterns
 * that escape more than `u` allows. `undefined` if it is not a regular expression of ECMA-262 (`(?i)...`, `\A...`, `[[:alpha:]]`).
 */
export function regularExpression(pattern: string): Expression | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  const expression = tryCompile(pattern, 'u') ?? tryCompile(pattern, '');
  const risky = expression !== undefined && mayBacktrack(expression.source);
  const bounded = expression && {
    unicode: expression.unicode,
    risky,
    test: risky ? limitedTest(expression) : (text: string) => expression.test(text),
    toString: () => expression.toString(),
  };
  compiled.set(pattern, bounded);
  return bounded;
}

/** Engines reject longer ones, and only on first use. */
const LONGEST_PATTERN = 10_000;
/** POSIX classes, which ECMAScript reads as sets of their characters. */
const POSIX_CLASS = /\[:(?:al(?:num|pha)|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
/** Escaped letters such as `\A` and `\z`, which have a meaning in other dialects and without the flag `u` none in ECMAScript. */
const ESCAPE_OF_OTHERS = /(?<!\\)(?:\\\\)*\\(?:[aeg-jl-moqpyzACE-RT-VX-Z]|u\{)/;

function tryCompile(pattern: string, flags: string): RegExp | undefined {
  if (pattern.length > LONGEST_PATTERN || POSIX_CLASS.test(pattern)) return undefined;
  if (flags === '' && ESCAPE_OF_OTHERS.test(pattern)) return undefined;
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A test with a time limit, whose results are cached. */
function limitedTest(expression: RegExp): (text: string) => boolean {
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
 * Whether it may backtrack exponentially: many repetitions, or one of a whole group. An exact count of an unambiguous part is
 * unambiguous.
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
    // Time or stack limit exceeded.
    if (!isKnown(error, /^(?:ERR_SCRIPT_EXECUTION_TIMEOUT|RangeError)$/)) throw error;
    slow.add(expression);
    return true;
  }
}
