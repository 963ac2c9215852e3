import { join } from 'node:path';
import type { Problem } from '../problems/index.js';
import { type FileSystem, kindAt } from './file-system.js';
import { retirePackage } from './retire.js';
import { discardStaged, findLeftovers, removeStagingFolder, type Stage, stagePath } from './staging.js';

function mendedProblem(file: string, outcome: string): Problem {
  return {
    code: 'output-mended',
    severity: 'warning',
    message: `The last run was interrupted while it wrote ${file}: ${outcome}.`,
    file,
    hint: 'There is nothing left to do.',
  };
}

function mendPackage(
  fileSystem: FileSystem,
  outDir: string,
  folder: string,
  stages: ReadonlySet<Stage>,
  name: (path: string) => string,
): Problem[] {
  const current = join(outDir, folder);
  const old = stagePath(outDir, folder, 'old');
  const file = name(folder);
  const retire = (): Problem[] => retirePackage(fileSystem, old, current, (path) => name(`${folder}/${path}`));

  if (!stages.has('old')) {
    discardStaged(fileSystem, outDir, folder);
    return [mendedProblem(file, 'it had not been replaced, and what was prepared is discarded')];
  }
  if (kindAt(fileSystem, current) !== undefined) {
    const problems = retire();
    discardStaged(fileSystem, outDir, folder);
    return [mendedProblem(file, 'it had been replaced, and the rest of the old one is cleared away'), ...problems];
  }
  if (stages.has('new')) {
    fileSystem.renameSync(stagePath(outDir, folder, 'new'), current);
    return [mendedProblem(file, 'the new one is put in its place'), ...retire()];
  }
  fileSystem.renameSync(old, current);
  discardStaged(fileSystem, outDir, folder);
  return [mendedProblem(file, 'the old one is put back')];
}

/**
 * Ends or undoes what a killed run left behind, so that each package is whole again. Call it only under the lock.
 *
 * @param name tells a path within the output folder as the user knows it.
 * @returns a warning for each package that was mended.
 */
export function mendOutput(fileSystem: FileSystem, outDir: string, name: (path: string) => string): Problem[] {
  const problems: Problem[] = [];
  for (const [folder, stages] of findLeftovers(fileSystem, outDir)) {
    problems.push(...mendPackage(fileSystem, outDir, folder, stages, name));
  }
  removeStagingFolder(fileSystem, outDir);
  return problems;
}
