import { closestWord } from '../../config/index.js';
import { isKnown, type ProblemCode } from '../../problems/index.js';
import { get, isObject } from '../../schema/index.js';
import type { Bundle } from '../bundle/bundle.js';
import { type Finding, Findings } from '../places/findings.js';
import { existingPlace, type Place, placeKey, type SourceFile } from '../places/source-file.js';
import { type LintProblem, runLinter } from './linter.js';
import { mergeMissing } from './missing-properties.js';

/** Redocly's rule -> its severity, our code for its reports, and a hint. */
type Rules = { readonly [rule: string]: Report };
type Report = readonly [severity: 'error' | 'warn', code: ProblemCode, hint: string];

const STRUCT: Report = ['error', 'structure', 'See the OpenAPI Specification for what is allowed here.'];

/** Requirements of OpenAPI that loading does not check. Style rules are excluded: the spec may be anyone's. */
const structureRules: Rules = {
  struct: STRUCT,
  'no-example-value-and-externalValue': ['error', 'no-example-value-and-externalValue', 'Remove one of them.'],
  'no-identical-paths': ['error', 'no-identical-paths', 'Put the operations of both under one path.'],
  'path-declaration-must-exist': ['error', 'path-declaration-must-exist', 'Give the parameter a name.'],
  'path-not-include-query': ['warn', 'path-not-include-query', 'Define the query as parameters with `in: query`.'],
  'no-undefined-server-variable': ['error', 'no-undefined-server-variable', 'Add the variable with its `default`.'],
  'no-server-variables-empty-enum': [
    'error',
    'no-server-variables-empty-enum',
    'List the values, the default among them.',
  ],
  'spec-components-invalid-map-name': [
    'error',
    'component-name-invalid',
    'Use letters, digits, `.`, `_` and `-` only.',
  ],
  'no-enum-type-mismatch': ['warn', 'no-enum-type-mismatch', 'Correct the value or the type.'],
  'no-schema-type-mismatch': ['warn', 'no-schema-type-mismatch', 'Correct the `type`, or remove the keywords.'],
};

const exampleRules: Rules = Object.fromEntries(
  ['media-type', 'schema', 'parameter'].map((place) => {
    const hint = 'Correct the example, or the schema if the example is right.';
    return [`no-invalid-${place}-examples`, ['error', 'example-invalid', hint]];
  }),
);

/** Reports of these rules that are about style, or that loading reports better. */
const unwanted: readonly RegExp[] = [
  /^Can't resolve \$ref/,
  /^Example validation errored: can't resolve reference/,
  // Beside an `allOf`, `nullable` is how 3.0 makes a reference nullable.
  /^The `type` field must be defined when the `nullable`/,
];

/** Unknown fields are harmless: they are ignored. */
const harmless = / is not expected here\.$/;

/**
 * Lints a spec with Redocly's rules. Nothing is read or fetched: the linter only uses what was loaded.
 *
 * The structure is checked in the source files; examples against the schemas of the bundled document, which are all JSON Schema
 * 2020-12.
 */
export async function lint(
  root: SourceFile,
  inputs: readonly SourceFile[],
  bundled: Bundle,
): Promise<readonly Finding[]> {
  const findings = new Findings();
  const files = new Map(inputs.map((file) => [file.id, file]));
  const whole: SourceFile = { ...root, value: { ...bundled.root, openapi: '3.1.0' } };
  const start = withTextVersion(root, findings);
  const written = {
    rules: structureRules,
    files: inputs.map((file) => (file === root ? start : file)),
    root: start,
    placeOf: ({ file, tokens }: LintProblem): Place => ({ file: files.get(file) ?? root, tokens }),
  };
  const raised = {
    rules: exampleRules,
    files: [whole],
    root: whole,
    placeOf: ({ tokens }: LintProblem): Place => bundled.origins.placeOf(tokens),
  };
  for (const subject of [written, raised]) {
    // Undocumented properties are allowed unless the schema forbids them: the default of the rules is stricter.
    const rules = Object.entries(subject.rules).map(([rule, [severity]]) => {
      return [rule, { severity, allowAdditionalProperties: true }] as const;
    });
    const found = await runLinter({ ...subject, rules: Object.fromEntries(rules) }).catch((error: unknown) => {
      // The rules fail on invalid documents.
      if (!isKnown(error, /^(?:Error|TypeError|RangeError|URIError)$/)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      const what = subject === written ? 'the structure' : 'the examples';
      const message = `The linter could not complete its checks of ${what} (${reason}).`;
      findings.warning('lint-incomplete', { file: root, tokens: [] }, message, 'Everything else was checked.');
      return [];
    });
    for (const problem of mergeMissing(found, whole.value)) {
      addFinding(problem, subject.placeOf(problem), subject.rules, findings);
    }
  }
  return findings.all;
}

/** YAML reads a version without quotes as a number, which the linter does not support. */
function withTextVersion(root: SourceFile, findings: Findings): SourceFile {
  const { value } = root;
  const version = get(value, 'openapi');
  if (!isObject(value) || typeof version !== 'number') return root;
  const openapi = `${version.toFixed(1)}.0`;
  const place = { file: root, tokens: ['openapi'] };
  findings.error('structure', place, 'The version is a number, not a string.', `Write \`openapi: '${openapi}'\`.`);
  return { ...root, value: { ...value, openapi } };
}

function addFinding(problem: LintProblem, place: Place, rules: Rules, findings: Findings): void {
  const { rule, message, suggest } = problem;
  if (unwanted.some((pattern) => pattern.test(message))) return;
  const isHarmless = harmless.test(message);
  // Extensions are not checked.
  if (isHarmless && place.tokens.some((token) => token.startsWith('x-'))) return;
  const [, code, usualHint] = rules[rule] ?? STRUCT;
  // The linter suggests any field for an unknown one.
  const similar = isHarmless ? [closestWord(place.tokens.at(-1) ?? '', suggest) ?? []].flat() : suggest.slice(0, 5);
  const hint = similar.length > 0 ? `Did you mean ${similar.join(', ')}?` : usualHint;
  const severity = problem.severity === 'warn' || isHarmless ? 'warning' : 'error';
  // A report about something missing points to where it should be.
  findings.add({ code, severity, message, place: existingPlace(place), hint });
}

/** What loading reads in another way than it is written: what the linter reports in it is known. */
const readOtherwise: ReadonlySet<ProblemCode> = new Set([
  'parameter-outdated',
  'response-outdated',
  'schema-keyword-ignored',
]);

/** Problems found both by loading and by the linter are reported once, as by loading. */
export function withoutKnown(lintFindings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const codes = new Map(known.map(({ place, code }) => [placeKey(place), code]));
  return lintFindings.filter(({ code, place, severity }) => {
    const around = codes.get(placeKey({ ...place, tokens: place.tokens.slice(0, -1) }));
    const isRead = around !== undefined && readOtherwise.has(around);
    const isPart = isRead && (severity === 'warning' || around === 'schema-keyword-ignored');
    return code !== 'structure' || !(isPart || codes.has(placeKey(place)));
  });
}
