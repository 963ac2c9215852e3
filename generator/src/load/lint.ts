import type { Severity } from '../problems/index.js';
import type { BundledDescription } from './bundled-description.js';
import { oneWayNames } from './directions.js';
import { type Finding, Findings } from './findings.js';
import { type LintProblem, runLinter, type Subject, tokensOf } from './linter.js';
import { mergeMissing } from './missing-properties.js';
import { existingTokens, formatPointer } from './pointer.js';
import { withMarkedNames, withoutMarks } from './prototype-names.js';
import type { SourceFile } from './source-file.js';

/** What OpenAPI demands and loading does not check. Rules of style have no place here: the description may be anyone's. */
const structureRules = {
  struct: 'error',
  'no-example-value-and-externalValue': 'error',
  'no-identical-paths': 'error',
  'path-declaration-must-exist': 'error',
  'path-not-include-query': 'warn',
  'no-undefined-server-variable': 'error',
  'no-server-variables-empty-enum': 'error',
  'spec-components-invalid-map-name': 'error',
  'security-defined': 'error',
  'no-enum-type-mismatch': 'warn',
  'no-schema-type-mismatch': 'warn',
} as const;

/** Undocumented properties are allowed unless the schema says otherwise: the rules' own default is stricter. */
const exampleRules = {
  'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
  'no-invalid-schema-examples': { severity: 'error', allowAdditionalProperties: true },
  'no-invalid-parameter-examples': { severity: 'error', allowAdditionalProperties: true },
} as const;

/** Reports of those rules that are about style, or that loading knows better. */
const unwanted: readonly RegExp[] = [/^Every operation should have security/, /^Can't resolve \$ref/];

/** Unknown fields do no harm: they are ignored. */
const harmless: readonly RegExp[] = [
  / is not expected here\.$/,
  /^The `type` field must be defined when the `nullable`/,
];

/**
 * Lints a description with Redocly's rules. Nothing is read or fetched: only what loading has read exists for the linter.
 *
 * The structure is checked in the files as they were written; examples against the schemas of the bundled document, which
 * are all JSON Schema 2020-12.
 */
export async function lint(
  root: SourceFile,
  inputs: readonly SourceFile[],
  bundled: BundledDescription,
): Promise<readonly Finding[]> {
  const findings = new Findings();
  const files = new Map(inputs.map((file) => [file.id, file]));
  const marked = new Map(inputs.map((file) => [file.id, { ...file, value: withMarkedNames(file.value) }]));
  const written: Subject = {
    rules: structureRules,
    root: marked.get(root.id) ?? root,
    files: marked,
    placeOf: (id, tokens) => ({ file: files.get(id) ?? root, tokens }),
  };
  // The linter expects objects with a prototype.
  const value = withMarkedNames({ ...bundled.root, openapi: '3.1.0' });
  const whole: SourceFile = { ...root, value };
  const raised: Subject = {
    rules: exampleRules,
    root: whole,
    files: new Map([[whole.id, whole]]),
    placeOf: (_, tokens) => bundled.placeOf(tokens),
  };
  const names = oneWayNames(value);
  for (const subject of [written, raised]) {
    try {
      for (const problem of mergeMissing(await runLinter(subject), names)) addFinding(problem, subject, findings);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const what = subject === written ? 'the structure' : 'the examples';
      const message = `The linter could not complete its checks of ${what} (${reason}).`;
      findings.warning('lint-incomplete', { file: root, tokens: [] }, message, 'Everything else was checked.');
    }
  }
  return findings.all;
}

function addFinding(problem: LintProblem, subject: Subject, findings: Findings): void {
  if (unwanted.some((pattern) => pattern.test(problem.message))) return;
  const location = problem.location[0];
  const place = subject.placeOf(location?.source.absoluteRef ?? subject.root.id, tokensOf(problem));
  // What an extension holds is its owner's business.
  if (place.tokens.some((token) => token.startsWith('x-')) && isHarmless(problem)) return;
  const mild = problem.severity === 'warn' || isHarmless(problem);
  const severity: Severity = mild ? 'warning' : 'error';
  const hint = problem.suggest.length > 0 ? `Did you mean ${problem.suggest.slice(0, 5).join(', ')}?` : undefined;
  findings.add({
    code: codeOf(problem.ruleId),
    severity,
    message: withoutMarks(problem.message),
    // A report about something that is missing points to where it should be.
    place: { file: place.file, tokens: existingTokens(place.file.value, place.tokens) },
    ...(hint === undefined ? {} : { hint }),
  });
}

function isHarmless(problem: LintProblem): boolean {
  return harmless.some((pattern) => pattern.test(problem.message));
}

const codes: { readonly [rule: string]: string } = {
  struct: 'structure',
  'no-invalid-media-type-examples': 'example-invalid',
  'no-invalid-schema-examples': 'example-invalid',
  'no-invalid-parameter-examples': 'example-invalid',
  'security-defined': 'security-undefined',
  'spec-components-invalid-map-name': 'component-name-invalid',
};

function codeOf(rule: string): string {
  return Object.hasOwn(codes, rule) ? (codes[rule] ?? rule) : rule;
}

/** What both loading and the linter found counts once, as loading told it. */
export function withoutKnown(lintFindings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const places = new Set(known.map(placeKey));
  return lintFindings.filter((finding) => finding.code !== 'structure' || !places.has(placeKey(finding)));
}

function placeKey(finding: Finding): string {
  return `${finding.place.file.id}\n${formatPointer(finding.place.tokens)}`;
}
