import { dirname, join } from 'node:path';
import type { Problem } from '../problems/index.js';
import { foldersAbove } from './file-path.js';
import { type FileSystem, kindAt, kindOf } from './file-system.js';
import { MANIFEST_NAME, sha256 } from './manifest.js';
import { readManifest } from './plan.js';

/** Appended to a file that was edited while a run was replacing it. */
const RESCUED = '.kept';

function rescuedProblem(file: string): Problem {
  return {
    code: 'output-rescued',
    severity: 'warning',
    message: `A file was changed while the generator replaced it. Your version is kept as ${file}.`,
    file,
    hint: 'Move the change to templates/ or to the description, then delete the file.',
  };
}

/** Whether two paths are hard links to one file. */
function isSameFile(fileSystem: FileSystem, one: string, other: string): boolean {
  const [mine, theirs] = [fileSystem.lstatSync(one), fileSystem.lstatSync(other)];
  return mine.ino !== 0 && mine.ino === theirs.ino && mine.dev === theirs.dev;
}

/**
 * Takes a replaced package apart: files that the generator wrote are removed, everything else (builds, installed
 * packages, foreign files) is moved to the same place in the new package. A second call ends what a first one began: for
 * that the manifest, which says what is ours, goes last.
 *
 * @param name tells a path within the package as the user knows it.
 */
export function retirePackage(
  fileSystem: FileSystem,
  old: string,
  current: string,
  name: (path: string) => string,
): Problem[] {
  const manifest = readManifest(fileSystem, old) ?? new Map<string, string>();
  const ourFolders = new Set([...manifest.keys()].flatMap(foldersAbove));
  const problems: Problem[] = [];

  /** Nothing is lost without it: the new package has the same bytes there, or it is as a former run wrote it. */
  const isDispensable = (path: string): boolean => {
    const successor = join(current, path);
    const hasSuccessor = kindAt(fileSystem, successor) === 'file';
    if (hasSuccessor && isSameFile(fileSystem, join(old, path), successor)) return true;
    const text = fileSystem.readFileSync(join(old, path));
    return manifest.get(path) === sha256(text) || (hasSuccessor && fileSystem.readFileSync(successor).equals(text));
  };

  const moveAcross = (path: string): void => {
    const from = join(old, path);
    let target = path;
    while (kindAt(fileSystem, join(current, target)) !== undefined) target += RESCUED;
    fileSystem.mkdirSync(dirname(join(current, target)), { recursive: true });
    fileSystem.renameSync(from, join(current, target));
    if (target !== path) problems.push(rescuedProblem(name(target)));
  };

  const clear = (folder: string): void => {
    for (const entry of fileSystem.readdirSync(join(old, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kindOf(entry);
      if (path === MANIFEST_NAME && kind === 'file') continue;
      if (kind === 'folder' && (ourFolders.has(path) || kindAt(fileSystem, join(current, path)) === 'folder')) {
        clear(path);
        fileSystem.rmdirSync(join(old, path));
      } else if (kind === 'file' && isDispensable(path)) {
        fileSystem.unlinkSync(join(old, path));
      } else {
        moveAcross(path);
      }
    }
  };

  clear('');
  if (kindAt(fileSystem, join(old, MANIFEST_NAME)) === 'file') fileSystem.unlinkSync(join(old, MANIFEST_NAME));
  fileSystem.rmdirSync(old);
  return problems;
}
