export { errorCode, isKnown, unlessRefused } from './errors.js';
export { type FormatOptions, formatProblem, formatRepeated } from './format.js';
export { Lines, type Position } from './lines.js';
export { printable } from './printable.js';
export {
  asProblems,
  errorProblem,
  hasErrors,
  type Problem,
  type ProblemPlace,
  ProblemsError,
  type Severity,
  warningProblem,
} from './problem.js';
export type { ProblemCode } from './problem-code.js';
export { replaceFiles } from './replace-files.js';
export { addTo, compareText, counted, freeName, isRecord, jsonOf, utf8Text } from './values.js';
