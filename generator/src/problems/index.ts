export { ProblemCollector } from './collector.js';
export { type Problem, ProblemsError, type Severity } from './problem.js';
