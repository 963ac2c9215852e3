import { hasErrors, type Problem } from '../problems/index.js';
import type { BundledDocument } from './document.js';
import { findDuplicateKeys } from './lint/duplicate-keys.js';
import { findLeftOpen } from './lint/left-open.js';
import { lint, withoutKnown } from './lint/lint.js';
import { type LoadOptions, problemsOf, readDescription } from './load.js';
import type { Finding } from './places/findings.js';

/** Problems that generating only warns about, but that OpenAPI forbids. */
const demanded: ReadonlySet<string> = new Set([
  'info-incomplete',
  'info-missing',
  'operation-id-duplicate',
  'operation-id-invalid',
  'parameter-duplicate',
  'parameter-invalid',
  'parameter-outdated',
  'path-parameter-optional',
  'path-parameter-undeclared',
  'path-parameter-unused',
  'path-without-slash',
  'paths-missing',
  'response-outdated',
  'responses-missing',
  'schema-keyword-ignored',
  'security-undefined',
  'structure-ignored',
]);

/** The problems of a spec, and the spec as far as it can be read. */
export interface Checked {
  /** All problems, sorted by file and line; empty for a valid spec. */
  readonly problems: readonly Problem[];
  /** Absent if no packages could be generated from it. */
  readonly document: BundledDocument | undefined;
}

/**
 * Checks whether a spec is valid OpenAPI, including its examples. Style is not checked.
 *
 * @param source A path (relative to `options.cwd` or absolute) or an http(s) URL.
 */
export async function checkDescription(source: string, options: LoadOptions): Promise<Checked> {
  const loading = await readDescription(source, options);
  const { root, document, bundle, inputs } = loading;
  const found = loading.findings.map(
    (finding): Finding => (demanded.has(finding.code) ? { ...finding, severity: 'error' } : finding),
  );
  for (const input of inputs) found.push(...findDuplicateKeys(input), ...findLeftOpen(input));
  if (root === undefined || bundle === undefined) return { problems: problemsOf(loading, found), document: undefined };
  const linted = withoutKnown(await lint(root, inputs, bundle), found);
  const isReadable = !hasErrors([...loading.findings, ...loading.problems]);
  return { problems: problemsOf(loading, [...found, ...linted]), document: isReadable ? document : undefined };
}
