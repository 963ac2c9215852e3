import type { RawUniversalConfig } from '@redocly/openapi-core';
import { type Json, parsePointer } from '../../schema/index.js';
import type { SourceFile } from '../places/source-file.js';

/** What to lint, and with which rules. */
export interface Subject {
  readonly rules: NonNullable<RawUniversalConfig['rules']>;
  readonly root: SourceFile;
  /** The only files that exist for the linter. */
  readonly files: readonly SourceFile[];
}

export interface LintProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warn';
  readonly message: string;
  /** What was probably meant. */
  readonly suggest: readonly string[];
  /** The id of the file. */
  readonly file: string;
  readonly tokens: readonly string[];
}

/** Runs Redocly's linter, without access to files or the network. Rethrows its errors. */
export async function runLinter({ rules, root, files }: Subject): Promise<readonly LintProblem[]> {
  // Loaded on demand: loading the linter is slow.
  const { BaseResolver, createConfig, lintDocument, ResolveError, Source } = await import('@redocly/openapi-core');
  const values = new Map(files.map(({ id, value }) => [id, withMarkedNames(value)]));
  const texts = new Map(files.map(({ id, text }) => [id, text]));

  class ReadFilesOnly extends BaseResolver {
    override async loadExternalRef(id: string): Promise<InstanceType<typeof Source>> {
      const text = texts.get(id);
      if (text === undefined) throw new ResolveError(new Error('not read'));
      return new Source(id, text);
    }

    override parseDocument(source: InstanceType<typeof Source>): { source: typeof source; parsed: unknown } {
      return { source, parsed: values.get(source.absoluteRef) };
    }
  }

  const config = await createConfig({ rules, extends: [] });
  const problems = await withStrayErrors(() =>
    lintDocument({
      document: { source: new Source(root.id, root.text), parsed: values.get(root.id) },
      config: config.styleguide,
      externalRefResolver: new ReadFilesOnly(),
    }),
  );
  return problems.map(({ ruleId, severity, message, suggest, location: [location] }) => {
    const pointer = withoutMarks(location?.pointer ?? '').replace(/^#/, '');
    const tokens = pointer === '/' ? [] : (parsePointer(pointer) ?? []);
    const file = location?.source.absoluteRef ?? root.id;
    return { rule: ruleId, severity, message: withoutMarks(message), suggest, file, tokens };
  });
}

/** Throws the errors of promises that the linter does not wait for, such as those of circular references: they would end the process. */
async function withStrayErrors<Result>(act: () => Promise<Result>): Promise<Result> {
  const stray: unknown[] = [];
  const keep = (error: unknown): void => void stray.push(error);
  process.on('unhandledRejection', keep);
  try {
    const [result] = await Promise.allSettled([act()]);
    // Node reports them when all that is ready has run.
    await new Promise((resolve) => setImmediate(resolve));
    if (result.status === 'rejected') throw result.reason;
    if (stray.length > 0) throw stray[0];
    return result.value;
  } finally {
    process.off('unhandledRejection', keep);
  }
}

/** Members of `Object.prototype`: the linter confuses names in a spec with them. */
const names = Object.getOwnPropertyNames(Object.prototype).join('|');

/** A JSON string that is such a name, or a token of a pointer that is. */
const WHOLE = new RegExp(`"(${names})"`, 'g');
const TOKEN = new RegExp(`/(${names})(?=["/])`, 'g');

/** Invisible in a message. */
const MARK = '\u2060';

/** A copy, of objects with a prototype, in which these names are marked: as keys, strings and in references. */
function withMarkedNames(value: Json): Json {
  const text = JSON.stringify(value).replace(WHOLE, `"$1${MARK}"`).replace(TOKEN, `/$1${MARK}`);
  return JSON.parse(text);
}

function withoutMarks(text: string): string {
  return text.replaceAll(MARK, '');
}
