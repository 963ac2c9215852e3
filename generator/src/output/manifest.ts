import { createHash } from 'node:crypto';
import { comparePaths, pathFault } from './file-path.js';
import { createFileSet, type FileSet } from './file-set.js';

/** The file in each package that lists what the generator wrote there. */
export const MANIFEST_NAME = '.sdkgen.json';
const FORMAT = 1;

/** Path -> SHA-256 of the file's bytes, in hexadecimal. */
export type Manifest = ReadonlyMap<string, string>;

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** One line a file, so that a diff shows which files changed and two branches merge. */
function printManifest(files: FileSet): string {
  const lines = [...files].map(([path, text]) => `    ${JSON.stringify(path)}: "${sha256(text)}"`);
  return `{\n  "format": ${FORMAT},\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** The files with the manifest that lists them. */
export function withManifest(files: FileSet): FileSet {
  return createFileSet([...files, [MANIFEST_NAME, printManifest(files)]]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined when the text is not a manifest, or lists a path that could lead out of the package. */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value.format !== FORMAT || !isObject(value.files)) return undefined;
  const entries: (readonly [string, string])[] = [];
  for (const [path, hash] of Object.entries(value.files)) {
    if (pathFault(path) !== undefined || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
    entries.push([path, hash]);
  }
  return new Map(entries.sort(([left], [right]) => comparePaths(left, right)));
}
