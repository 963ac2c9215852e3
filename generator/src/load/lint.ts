import type { NormalizedProblem, RawUniversalConfig } from '@redocly/openapi-core';
import type { Severity } from '../problems/index.js';
import type { BundledDescription } from './bundled-description.js';
import type { Json } from './document.js';
import { type Finding, Findings } from './findings.js';
import { existingTokens, formatPointer, parsePointer } from './pointer.js';
import type { Place, SourceFile } from './source-file.js';

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
  const written: Subject = {
    rules: structureRules,
    root,
    files,
    placeOf: (id, tokens) => ({ file: files.get(id) ?? root, tokens }),
  };
  // The linter expects objects with a prototype.
  const value: Json = JSON.parse(JSON.stringify({ ...bundled.root, openapi: '3.1.0' }));
  const whole: SourceFile = { ...root, value };
  const raised: Subject = {
    rules: exampleRules,
    root: whole,
    files: new Map([[whole.id, whole]]),
    placeOf: (_, tokens) => bundled.placeOf(tokens),
  };
  for (const subject of [written, raised]) {
    try {
      for (const problem of mergeMissing(await run(subject))) addFinding(problem, subject, findings);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const what = subject === written ? 'the structure' : 'the examples';
      const message = `The linter could not complete its checks of ${what} (${reason}).`;
      findings.warning('lint-incomplete', { file: root, tokens: [] }, message, 'Everything else was checked.');
    }
  }
  return findings.all;
}

type RuleSet = NonNullable<RawUniversalConfig['rules']>;

interface Subject {
  readonly rules: RuleSet;
  readonly root: SourceFile;
  readonly files: ReadonlyMap<string, SourceFile>;
  placeOf(id: string, tokens: readonly string[]): Place;
}

async function run(subject: Subject): Promise<readonly NormalizedProblem[]> {
  // Loading the linter takes a while, and nothing but this needs it.
  const { BaseResolver, createConfig, lintDocument, ResolveError, Source } = await import('@redocly/openapi-core');
  const { root, files, rules } = subject;

  class ReadFilesOnly extends BaseResolver {
    override async loadExternalRef(id: string): Promise<InstanceType<typeof Source>> {
      const file = files.get(id);
      if (file === undefined) throw new ResolveError(new Error('not read'));
      return new Source(file.id, file.text);
    }

    override parseDocument(source: InstanceType<typeof Source>): { source: typeof source; parsed: unknown } {
      return { source, parsed: files.get(source.absoluteRef)?.value };
    }
  }

  const config = await createConfig({ rules, extends: [] });
  return lintDocument({
    document: { source: new Source(root.id, root.text), parsed: root.value },
    config: config.styleguide,
    externalRefResolver: new ReadFilesOnly(),
  });
}

/** An example that lacks many properties is one problem, not many. */
function mergeMissing(problems: readonly NormalizedProblem[]): readonly NormalizedProblem[] {
  const merged = new Map<string, NormalizedProblem & { readonly names: string[] }>();
  const result: NormalizedProblem[] = [];
  for (const problem of problems) {
    const [, start, name] = /^(.*must have required property) '(.*)'\.$/s.exec(problem.message) ?? [];
    if (start === undefined || name === undefined) {
      result.push(problem);
      continue;
    }
    const key = `${problem.location[0]?.source.absoluteRef}\n${problem.location[0]?.pointer}\n${start}`;
    const first = merged.get(key);
    if (first === undefined) {
      const entry = { ...problem, message: start, names: [name] };
      merged.set(key, entry);
      result.push(entry);
    } else if (!first.names.includes(name)) {
      first.names.push(name);
    }
  }
  for (const entry of merged.values()) {
    const shown = entry.names.slice(0, 5).map((name) => `\`${name}\``);
    const more = entry.names.length > 5 ? ` and ${entry.names.length - 5} more` : '';
    entry.message = `${entry.message} ${shown.join(', ')}${more}.`;
  }
  return result;
}

function addFinding(problem: NormalizedProblem, subject: Subject, findings: Findings): void {
  if (unwanted.some((pattern) => pattern.test(problem.message))) return;
  const location = problem.location[0];
  const tokens = parsePointer((location?.pointer ?? '').replace(/^#\/?/, '/').replace(/^\/$/, '')) ?? [];
  const place = subject.placeOf(location?.source.absoluteRef ?? subject.root.id, tokens);
  // What an extension holds is its owner's business.
  if (place.tokens.some((token) => token.startsWith('x-')) && isHarmless(problem)) return;
  const mild = problem.severity === 'warn' || isHarmless(problem);
  const severity: Severity = mild ? 'warning' : 'error';
  const hint = problem.suggest.length > 0 ? `Did you mean ${problem.suggest.slice(0, 5).join(', ')}?` : undefined;
  findings.add({
    code: codeOf(problem.ruleId),
    severity,
    message: problem.message,
    // A report about something that is missing points to where it should be.
    place: { file: place.file, tokens: existingTokens(place.file.value, place.tokens) },
    ...(hint === undefined ? {} : { hint }),
  });
}

function isHarmless(problem: NormalizedProblem): boolean {
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
