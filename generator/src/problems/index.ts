export type { ProblemCode } from './codes.js';
export { ProblemCollector } from './collector.js';
export { type FormatOptions, formatProblem } from './format.js';
export { codeFrame, printable } from './frame.js';
export { type Problem, ProblemsError, type Severity } from './problem.js';
export { asProblems } from './stack.js';
