export { errorCode, isKnown, unlessRefused } from './errors.js';
export { type FormatOptions, formatProblem, formatRepeated } from './format.js';
export { Lines, type Position } from './lines.js';
export { printable } from './printable.js';
export { asProblems, type Problem, ProblemsError, type Severity } from './problem.js';
export type { ProblemCode } from './problem-code.js';
