import { isKnown, type ProblemCode, type Severity } from '../../problems/index.js';
import { formatPointer } from '../../schema/index.js';
import type { BundledDescription } from '../bundle/bundled-description.js';
import { type Finding, Findings } from '../places/findings.js';
import { existingPlace, type SourceFile } from '../places/source-file.js';
import { oneWayNames } from './directions.js';
import { type LintProblem, runLinter, type Subject, tokensOf } from './linter.js';
import { mergeMissing } from './missing-properties.js';
import { withMarkedNames, withoutMarks } from './prototype-names.js';

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
    const found = await runLinter(subject).catch((error: unknown): readonly LintProblem[] => {
      // Its rules read a broken document as if it were whole.
      if (!isKnown(error, /^(?:Error|TypeError|RangeError)$/)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      const what = subject === written ? 'the structure' : 'the examples';
      const message = `The linter could not complete its checks of ${what} (${reason}).`;
      findings.warning('lint-incomplete', { file: root, tokens: [] }, message, 'Everything else was checked.');
      return [];
    });
    for (const problem of mergeMissing(found, names)) addFinding(problem, subject, findings);
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
  const hint =
    problem.suggest.length > 0 ? `Did you mean ${problem.suggest.slice(0, 5).join(', ')}?` : hintOf(problem.ruleId);
  findings.add({
    code: codeOf(problem.ruleId),
    severity,
    message: withoutMarks(problem.message),
    // A report about something that is missing points to where it should be.
    place: existingPlace(place),
    hint,
  });
}

function isHarmless(problem: LintProblem): boolean {
  return harmless.some((pattern) => pattern.test(problem.message));
}

type Rule = keyof typeof structureRules | keyof typeof exampleRules;

/** Our code for what a rule reports, and what to do about it. */
const reports: Readonly<Record<Rule, readonly [code: ProblemCode, hint: string]>> = {
  struct: ['structure', 'See the specification of OpenAPI for what may stand here.'],
  'no-invalid-media-type-examples': ['example-invalid', 'Correct the example, or the schema if the example is right.'],
  'no-invalid-schema-examples': ['example-invalid', 'Correct the example, or the schema if the example is right.'],
  'no-invalid-parameter-examples': ['example-invalid', 'Correct the example, or the schema if the example is right.'],
  'security-defined': ['security-undefined', 'Define the scheme in `components.securitySchemes`, or correct its name.'],
  'spec-components-invalid-map-name': ['component-name-invalid', 'Use letters, digits, `.`, `_` and `-` only.'],
  'no-example-value-and-externalValue': ['no-example-value-and-externalValue', 'Remove one of them.'],
  'no-identical-paths': ['no-identical-paths', 'Put the operations of both under one path.'],
  'path-declaration-must-exist': ['path-declaration-must-exist', 'Give the parameter a name.'],
  'path-not-include-query': ['path-not-include-query', 'Describe the query as parameters with `in: query`.'],
  'no-undefined-server-variable': ['no-undefined-server-variable', 'Add the variable with its `default`.'],
  'no-server-variables-empty-enum': ['no-server-variables-empty-enum', 'List the values, the default among them.'],
  'no-enum-type-mismatch': ['no-enum-type-mismatch', 'Correct the value or the type.'],
  'no-schema-type-mismatch': ['no-schema-type-mismatch', 'Correct the `type`, or remove the keywords.'],
};

function isRule(rule: string): rule is Rule {
  return Object.hasOwn(reports, rule);
}

function codeOf(rule: string): ProblemCode {
  return isRule(rule) ? reports[rule][0] : 'structure';
}

function hintOf(rule: string): string {
  return reports[isRule(rule) ? rule : 'struct'][1];
}

/** What both loading and the linter found counts once, as loading told it. */
export function withoutKnown(lintFindings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const places = new Set(known.map(placeKey));
  return lintFindings.filter((finding) => finding.code !== 'structure' || !places.has(placeKey(finding)));
}

function placeKey(finding: Finding): string {
  return `${finding.place.file.id}\n${formatPointer(finding.place.tokens)}`;
}
