export { ProblemCollector } from './collector.js';
export { errorCode, isKnown } from './errors.js';
export { type FormatOptions, formatProblem } from './format.js';
export { Lines, type Position } from './lines.js';
export { printable } from './printable.js';
export { type Problem, ProblemsError, type Severity } from './problem.js';
export type { ProblemCode } from './problem-code.js';
export { asProblems } from './stack.js';
