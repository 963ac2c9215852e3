import type { Config } from '../config/index.js';
import { type Change, type Comparison, compareModels, type Version } from '../diff/index.js';
import type { Location } from '../load/document.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import { credentialNamesOf } from '../render/client/credentials.js';
import { inputTypes } from '../render/types/input-types.js';
import { type Prepared, prepare } from './prepare.js';

export type ComparedVersion = Prepared & Version;

/** Two versions of a description, read as `generate` would, and what changed from one to the other. */
export interface ComparedDescriptions {
  readonly old: ComparedVersion;
  readonly next: ComparedVersion;
  readonly comparison: Comparison;
}

/**
 * Reads two versions of a description and compares them by meaning.
 *
 * @throws {ProblemsError} with the problems of both when one of them cannot be read.
 */
export async function compareDescriptions(old: Config, next: Config): Promise<ComparedDescriptions> {
  const sides: ComparedVersion[] = [];
  const problems: Problem[] = [];
  for (const config of [old, next]) {
    try {
      sides.push(versionOf(await prepare(config)));
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
  }
  const [before, after] = sides;
  if (before === undefined || after === undefined) throw new ProblemsError(problems);
  return { old: before, next: after, comparison: compareModels(before, after) };
}

function versionOf(prepared: Prepared): ComparedVersion {
  const { model, names, addons } = prepared;
  return { ...prepared, inputTypes: inputTypes(model, names), credentials: credentialNamesOf(model, addons) };
}

/** Where a change stands in the files of either side. */
export function locateChange(
  { old, next }: ComparedDescriptions,
  change: Change,
): { readonly old: Location | undefined; readonly next: Location | undefined } {
  return {
    old: change.old === undefined ? undefined : old.document.locate(change.old),
    next: change.next === undefined ? undefined : next.document.locate(change.next),
  };
}
