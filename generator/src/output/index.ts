export { checkOutput, outputHash } from './check.js';
export { passedBefore } from './manifest.js';
export { outputProblem } from './output-problems.js';
export { createFileSet, type PackageOutput } from './package-output.js';
export { type WriteOptions, writeOutput } from './write.js';
