import type { Problem, ProblemCode } from '../problems/index.js';

const RUN_AGAIN = 'Run the generator again.';
const FREE_SPACE = 'Free some space, and run the generator again.';
const OTHER_OUT = 'Choose another --out.';

/** Problems of a path in the output; each sentence follows the path. */
const SENTENCES = {
  edited: [
    'was edited by hand since it was generated; nothing was written.',
    'Everything in this folder is generated. Make the change in a template or in the OpenAPI document, or delete the file.',
  ],
  'in-the-way': [
    'was not written by the generator and is in the place of a generated file; nothing was written.',
    'Move or delete it.',
  ],
  symlink: [
    'is a symbolic link. The generator neither follows nor replaces it; nothing was written.',
    'Remove the link.',
  ],
  manifest: [
    'is not a valid list of generated files, so it is unknown which files may be replaced.',
    'Restore it from version control, or delete the folder of the package.',
  ],
  foreign: ['was not written by the generator. It is kept.', 'Move it out of the output folder.'],
  former: [
    'is a generated package that this run does not write. It is kept.',
    'If the packages were renamed, delete the folder; if it is of another API, use another output folder for one of them.',
  ],
  missing: ['is missing.', RUN_AGAIN],
  obsolete: ['is no longer generated.', RUN_AGAIN],
  interrupted: ['was left by a run that was interrupted or is still in progress.', RUN_AGAIN],
  locked: [
    'was written by another run at the same time and may contain a mix of both.',
    'Wait until the other run has ended, and run the generator again.',
  ],
  'not-a-folder': ['is a file, or is inside one: the packages need a folder.', OTHER_OUT],
} as const;

/** An error, except for what does not belong to this run: that is kept and only a warning. */
export function outputProblem(kind: keyof typeof SENTENCES, file: string): Problem {
  const [sentence, hint] = SENTENCES[kind];
  const severity = kind === 'foreign' || kind === 'former' ? 'warning' : 'error';
  return { code: `output-${kind}`, severity, message: `${file} ${sentence}`, file, hint };
}

const REASONS: ReadonlyMap<string, readonly [code: ProblemCode, what: string, hint: string]> = new Map([
  [
    'EACCES',
    ['output-read-only', 'cannot be written: permission denied', 'Change its permissions, or choose another --out.'],
  ],
  [
    'EPERM',
    [
      'output-read-only',
      'cannot be changed: permission denied',
      'Close the programs that use it, or change its permissions.',
    ],
  ],
  ['EROFS', ['output-read-only', 'is on a read-only disk', OTHER_OUT]],
  ['ENOSPC', ['output-disk-full', 'is on a full disk', FREE_SPACE]],
  ['EDQUOT', ['output-disk-full', 'is over the disk quota', FREE_SPACE]],
  ['EBUSY', ['output-busy', 'is in use by another program', 'Close the program, or unmount the file.']],
  ['ENOTDIR', ['output-not-a-folder', 'is not a folder', OTHER_OUT]],
  ['EEXIST', ['output-not-a-folder', 'is not a folder', OTHER_OUT]],
]);

/** A system error while writing. */
export function failureProblem(file: string, systemCode: string, isUntouched: boolean): Problem {
  const other = ['output-failed', 'could not be written', 'Check the disk, and run the generator again.'] as const;
  const [code, what, hint] = REASONS.get(systemCode) ?? other;
  const state = isUntouched
    ? 'the previous output is unchanged'
    : 'some files are already updated, and the next run completes the update';
  return { code, severity: 'error', message: `${file} ${what} (${systemCode}); ${state}.`, file, hint };
}
