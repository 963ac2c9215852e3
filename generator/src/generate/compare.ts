import type { Config } from '../config/index.js';
import { type Comparison, compareModels, type Version } from '../diff/index.js';
import { credentialNamesOf } from '../render/client/credentials.js';
import { inputTypes } from '../render/types/request-schemas.js';
import { type Prepared, prepare, together } from './prepare.js';

export type ComparedVersion = Prepared & Version;

/** Two versions of an OpenAPI document, read as `generate` would, and what changed from one to the other. */
export interface ComparedDescriptions {
  readonly old: ComparedVersion;
  readonly next: ComparedVersion;
  readonly comparison: Comparison;
}

/**
 * Reads two versions of an OpenAPI document and compares them by meaning.
 *
 * @throws {ProblemsError} with the problems of both when one of them cannot be read.
 */
export async function compareDescriptions(old: Config, next: Config): Promise<ComparedDescriptions> {
  const [before, after] = await together(versionOf(old), versionOf(next));
  return { old: before, next: after, comparison: compareModels(before, after) };
}

async function versionOf(config: Config): Promise<ComparedVersion> {
  const prepared = await prepare(config);
  const { model, names, addons } = prepared;
  return { ...prepared, inputTypes: inputTypes(model, names), credentials: credentialNamesOf(model, addons) };
}
