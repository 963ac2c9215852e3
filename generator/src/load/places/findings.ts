import { compareText, type Position, type Problem, type ProblemCode, type Severity } from '../../problems/index.js';
import { formatPointer } from '../../schema/index.js';
import type { Positions } from './positions.js';
import { type Place, placeKey, writtenPlace } from './source-file.js';

/** A problem without its line and column: computing them needs another parse, and only printed problems need it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
}

/** Collects findings; duplicates at the same location are dropped. */
export class Findings {
  readonly #findings = new Map<string, Finding>();

  add(finding: Finding): void {
    const key = `${finding.code}\n${placeKey(finding.place)}\n${finding.message}`;
    if (!this.#findings.has(key)) this.#findings.set(key, finding);
  }

  error(code: ProblemCode, place: Place, message: string, hint: string): void {
    this.add({ code, severity: 'error', message, place, hint });
  }

  warning(code: ProblemCode, place: Place, message: string, hint: string): void {
    this.add({ code, severity: 'warning', message, place, hint });
  }

  get all(): readonly Finding[] {
    return [...this.#findings.values()];
  }
}

/** @param known its position, if already known. */
export function toProblem(finding: Finding, positions: Positions, known?: Position): Problem {
  const { code, severity, message, hint } = finding;
  const { file, tokens } = writtenPlace(finding.place);
  const position = known ?? positions.of(file, tokens);
  const frame = positions.frame(file, position);
  const pointer = formatPointer(tokens);
  const at = { file: file.name, ...position, pointer, ...(frame === undefined ? {} : { frame }) };
  return { code, severity, message, ...at, hint };
}

/** Sorts by file in the order of reading, then by position. */
export function sortProblems(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = (problem: Problem): number => order.get(problem.file ?? '') ?? files.length;
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}
