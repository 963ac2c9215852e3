import type { Problem, ProblemCode } from '../problems/index.js';

const MOVE_THE_CHANGE =
  'Everything in this folder is generated. Make the change in templates/ or in the description, or delete the file.';

/** A file that the generator wrote, and somebody changed since. */
export function editedProblem(file: string): Problem {
  return {
    code: 'output-edited',
    severity: 'error',
    message: `${file} was edited by hand since it was generated; nothing was written.`,
    file,
    hint: MOVE_THE_CHANGE,
  };
}

export function inTheWayProblem(file: string): Problem {
  return {
    code: 'output-in-the-way',
    severity: 'error',
    message: `${file} was not written by the generator and stands where a generated file must go; nothing was written.`,
    file,
    hint: 'Move it away, or delete it.',
  };
}

export function linkProblem(file: string): Problem {
  return {
    code: 'output-symlink',
    severity: 'error',
    message: `${file} is a symbolic link. The generator neither follows nor replaces it; nothing was written.`,
    file,
    hint: 'Remove the link.',
  };
}

export function manifestProblem(file: string): Problem {
  return {
    code: 'output-manifest',
    severity: 'error',
    message: `${file} cannot be read as a list of generated files, so it is unknown which files may be replaced.`,
    file,
    hint: 'Restore it from version control, or delete the folder of the package.',
  };
}

export function foreignProblem(file: string): Problem {
  return {
    code: 'output-foreign',
    severity: 'warning',
    message: `${file} was not written by the generator. It is kept.`,
    file,
    hint: 'Move it out of the output folder.',
  };
}

type Reason = readonly [code: ProblemCode, what: string, hint: string];

const REASONS: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['EACCES', ['output-read-only', 'may not be written to', 'Change its permissions, or choose another --out.']],
  ['EPERM', ['output-read-only', 'may not be changed', 'Close the programs that use it, or change its permissions.']],
  ['EROFS', ['output-read-only', 'is on a read-only disk', 'Choose another --out.']],
  ['ENOSPC', ['output-disk-full', 'is on a full disk', 'Make room, and run it again.']],
  ['EDQUOT', ['output-disk-full', 'is over the disk quota', 'Make room, and run it again.']],
  ['EXDEV', ['output-other-disk', 'cannot be moved as a whole', 'It must not be a mount point or an image layer.']],
  ['EBUSY', ['output-busy', 'is in use by another program', 'Close the program, or unmount the folder.']],
  ['ENOTDIR', ['output-not-a-folder', 'is not a folder', 'Choose another --out.']],
  ['EEXIST', ['output-not-a-folder', 'is not a folder', 'Choose another --out.']],
]);

const UNKNOWN_REASON: Reason = ['output-failed', 'could not be written', 'Check the disk, and run it again.'];

export function notAFolderProblem(file: string): Problem {
  return {
    code: 'output-not-a-folder',
    severity: 'error',
    message: `${file} is a file, or lies in one: the packages need a folder.`,
    file,
    hint: 'Choose another --out.',
  };
}

/** A system error while writing. The old output stands as it was. */
export function failureProblem(file: string, code: string): Problem {
  const [name, what, hint] = REASONS.get(code) ?? UNKNOWN_REASON;
  return {
    code: name,
    severity: 'error',
    message: `${file} ${what} (${code}); the old output stands as it was.`,
    file,
    hint,
  };
}

export function unfinishedProblem(file: string, code: string): Problem {
  return {
    code: 'output-unfinished',
    severity: 'warning',
    message: `${file} is written, but what else stood in the folder could not all be moved over (${code}).`,
    file,
    hint: 'Run it again: the next run goes on with it.',
  };
}
