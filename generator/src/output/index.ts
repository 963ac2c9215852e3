export { checkOutput } from './check.js';
export { outputHash } from './current.js';
export { createFileSet, type FileSet } from './file-set.js';
export type { FileSystem } from './file-system.js';
export { MANIFEST_NAME, passedBefore } from './manifest.js';
export { outputProblem } from './output-problems.js';
export type { OutHolds, OutputOptions, PackageOutput } from './package-output.js';
export { type WriteOptions, type WriteResult, writeOutput } from './write.js';
