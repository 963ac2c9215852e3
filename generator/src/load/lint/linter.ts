import type { NormalizedProblem, RawUniversalConfig } from '@redocly/openapi-core';
import { parsePointer } from '../../schema/index.js';
import type { Place, SourceFile } from '../places/source-file.js';
import { withoutMarks } from './prototype-names.js';

export type LintProblem = NormalizedProblem;

export type RuleSet = NonNullable<RawUniversalConfig['rules']>;

/** What is linted, and with which rules. */
export interface Subject {
  readonly rules: RuleSet;
  readonly root: SourceFile;
  /** By id: the only files that exist for the linter. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Where a place that the linter tells was written. */
  placeOf(id: string, tokens: readonly string[]): Place;
}

/** Runs the linter, which can neither read nor fetch anything. Throws what the linter throws. */
export async function runLinter(subject: Subject): Promise<readonly NormalizedProblem[]> {
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

/** The tokens of the pointer at which a problem is told. */
export function tokensOf(problem: LintProblem): readonly string[] {
  const pointer = withoutMarks(problem.location[0]?.pointer ?? '').replace(/^#/, '');
  return pointer === '/' ? [] : (parsePointer(pointer) ?? []);
}
