import type { Problem, ProblemCode } from '../problems/index.js';

/** Device names on Windows, with any extension. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
const LONGEST_SEGMENT_BYTES = 255;

/** Why a path segment is not a valid file name on every system; undefined if it is. */
function segmentFault(segment: string): string | undefined {
  if (segment === '') return 'has an empty segment';
  if (segment === '.' || segment === '..') return `has the segment "${segment}"`;
  if (/[. ]$/.test(segment)) return 'has a segment that ends with a dot or a space';
  if (/[<>:"|?*\u0000-\u001f\u007f]/.test(segment)) return 'has a character that not all file systems support';
  if (DEVICE_NAME.test(segment)) return `has a segment that is a device name on Windows ("${segment}")`;
  if (Buffer.byteLength(segment) > LONGEST_SEGMENT_BYTES)
    return `has a segment longer than ${LONGEST_SEGMENT_BYTES} bytes`;
  return undefined;
}

/** Why `path` is not a relative POSIX path that every file system supports; undefined if it is. */
export function pathFault(path: string): string | undefined {
  if (path.includes('\\')) return 'has a backslash';
  if (path.startsWith('/')) return 'is absolute';
  return path
    .split('/')
    .map(segmentFault)
    .find((fault) => fault !== undefined);
}

/** Every folder above `path`, outermost first: `a`, `a/b` for `a/b/c`. */
export function foldersAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** All reasons why the paths cannot be in one folder on every file system. */
export function pathProblems(paths: Iterable<string>): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, file: string, message: string): void => {
    const hint = 'File names come from names in the spec and from the naming templates: change one of them.';
    problems.push({ code, severity: 'error', message, file, hint });
  };
  const known = new Map<string, { readonly spelling: string; readonly isFile: boolean }>();
  const claim = (spelling: string, isFile: boolean, path: string): void => {
    // Some file systems ignore case or Unicode normalization.
    const folded = spelling.normalize('NFC').toUpperCase().toLowerCase();
    const other = known.get(folded);
    if (other === undefined) known.set(folded, { spelling, isFile });
    else if (other.spelling !== spelling)
      report('file-path-case', path, `"${path}" and "${other.spelling}" differ only in case.`);
    else if (other.isFile !== isFile)
      report('file-path-folder', path, `"${spelling}" would be both a file and a folder.`);
    else if (isFile) report('file-path-twice', path, `"${path}" is written twice.`);
  };
  for (const path of paths) {
    const fault = pathFault(path);
    if (fault !== undefined) {
      report('file-path-invalid', path, `The path ${JSON.stringify(path)} ${fault}.`);
      continue;
    }
    for (const folder of foldersAbove(path)) claim(folder, false, path);
    claim(path, true, path);
  }
  return problems;
}
