import type { Problem } from '../problems/index.js';
import { findDuplicateKeys } from './duplicate-keys.js';
import type { Finding } from './findings.js';
import { lint, withoutKnown } from './lint.js';
import { type LoadOptions, problemsOf, readDescription } from './load.js';

/** What generating gets over with a warning, but OpenAPI does not allow. */
const demanded: ReadonlySet<string> = new Set([
  'info-incomplete',
  'info-missing',
  'operation-id-duplicate',
  'operation-id-invalid',
  'parameter-duplicate',
  'path-parameter-optional',
  'path-parameter-undeclared',
  'path-parameter-unused',
  'path-without-slash',
  'paths-missing',
  'responses-missing',
  'schema-keyword-ignored',
  'structure-ignored',
]);

/**
 * Checks a description for everything that OpenAPI demands, its examples against their schemas included. Style is the
 * author's own.
 *
 * @param source A path (relative to `options.cwd` or absolute) or an http(s) URL.
 * @returns All problems, in the order of files and lines; empty for a sound description.
 */
export async function validateDescription(source: string, options: LoadOptions): Promise<readonly Problem[]> {
  const loading = await readDescription(source, options);
  const { root, document, inputs } = loading;
  const found = loading.findings.map(
    (finding): Finding => (demanded.has(finding.code) ? { ...finding, severity: 'error' } : finding),
  );
  for (const input of inputs) found.push(...findDuplicateKeys(input));
  if (root === undefined || document === undefined) return problemsOf(loading, found);
  return problemsOf(loading, [...found, ...withoutKnown(await lint(root, inputs, document), found)]);
}
