export { checkOutput } from './check.js';
export { isCurrent } from './current.js';
export { createFileSet, type FileSet } from './file-set.js';
export type { FileSystem } from './file-system.js';
export { MANIFEST_NAME } from './manifest.js';
export { readNote, writeNote } from './note.js';
export { notAFolderProblem } from './output-problems.js';
export type { OutHolds, OutputOptions, PackageOutput } from './package-output.js';
export { type WriteOptions, type WriteResult, writeOutput } from './write.js';
