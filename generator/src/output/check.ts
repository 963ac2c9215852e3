import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorProblem, type Problem, unlessRefused } from '../problems/index.js';
import { findStrays, nodeFileSystem, resolveOutDir } from './folder.js';
import { sha256 } from './manifest.js';
import { outputProblem } from './output-problems.js';
import {
  checkFolders,
  MANIFEST_NAME,
  type OutHolds,
  type OutputOptions,
  type PackageOutput,
} from './package-output.js';
import { type Entry, intactManifest, type PackagePlan, planOutput } from './plan.js';

/**
 * Compares the output folder with what would be written, without changes.
 *
 * @returns an error for each file that differs, is missing, is no longer generated, or is not ours; empty if the folder has
 * exactly these packages.
 * @throws {ProblemsError} if a package's folder name is not portable.
 */
export async function checkOutput(
  outDir: string,
  packages: readonly PackageOutput[],
  { display, outHolds }: OutputOptions,
): Promise<readonly Problem[]> {
  checkFolders(packages);
  const plan = planOutput(nodeFileSystem, resolveOutDir(nodeFileSystem, outDir), packages, outHolds);
  const differences = plan.packages.flatMap((one) =>
    one.entries.flatMap((entry) => problemOf(one, entry, display(join(outDir, one.folder, entry.path)))),
  );
  const strays = plan.strays.map(({ path, kind }) => outputProblem(kind, display(join(outDir, path))));
  return [...differences, ...strays].map((problem) => ({ ...problem, severity: 'error' }));
}

function problemOf({ root, manifest, next, files }: PackagePlan, entry: Entry, file: string): Problem[] {
  const { path, state, differs } = entry;
  if (state === 'unchanged') return [];
  const isManifest = path === MANIFEST_NAME;
  if (state === 'leftover' || (isManifest && !manifest.isFinal)) return [outputProblem('interrupted', file)];
  if (state !== 'outdated' && differs !== true) return [outputProblem(state, file)];
  const found = readFileSync(join(root, path), 'utf8');
  const line = differingLine(found, (isManifest ? next.text : files.get(path)) ?? '');
  const message = `${file} differs from what the inputs produce.`;
  const hint =
    'If the inputs changed, run the generator again; if the file was edited, make the change in a template instead.';
  return [errorProblem('output-changed', { file, line }, message, hint)];
}

/** One-based line of the first difference between two texts. */
function differingLine(left: string, right: string): number {
  const shortest = Math.min(left.length, right.length);
  let line = 1;
  for (let at = 0; at < shortest && left[at] === right[at]; at += 1) {
    if (left[at] === '\n') line += 1;
  }
  return line;
}

/**
 * A hash of the packages in the output folder, if they contain exactly the files of their manifests; undefined otherwise.
 *
 * @param folders the packages' folders within `outDir`.
 */
export function outputHash(outDir: string, folders: readonly string[], outHolds: OutHolds): string | undefined {
  return unlessRefused(() => {
    const fileSystem = nodeFileSystem;
    const realOutDir = resolveOutDir(fileSystem, outDir);
    if (findStrays(fileSystem, realOutDir, folders, outHolds).length > 0) return undefined;
    const texts = folders.map((folder) => intactManifest(fileSystem, join(realOutDir, folder)));
    return texts.includes(undefined) ? undefined : sha256(texts.join(''));
  });
}
