import { parseArgs } from 'node:util';

/** The steps that may fail without ending the update, when the command line says so. */
export const FORCEABLE = ['test'] as const;
export type Forceable = (typeof FORCEABLE)[number];

export interface Options {
  /** The new description; absent where the project's own was edited in place. */
  readonly spec: string | undefined;
  /** The commit that has the description to compare with, where it was edited in place. */
  readonly against: string;
  readonly dryRun: boolean;
  readonly force: ReadonlySet<Forceable>;
  /** A file that the Markdown is appended to. */
  readonly summary: string | undefined;
}

export const USAGE = `Takes a new version of the API's description into the project: checks it, compares it with the present one, generates
and tests the packages, and writes the changelog. Nothing is changed unless all of it succeeds.

Usage: npm run update -- [NEW_SPEC] [flags]

  NEW_SPEC         The new description, a file; its other files lie in its folder. Without it, the project's own is
                   the new one, and is compared with that of a commit.
  --against REV    That commit. Default: HEAD.
  --dry-run        Do and show all of it, and change nothing.
  --force STEP     Go on when this step fails: ${FORCEABLE.join(' or ')}. Repeatable.
  --summary FILE   Append what changed to this file, as Markdown.
  --help           Print this text.

Exit codes: 0 done, 1 a step failed, 2 wrong usage, 130 interrupted.
`;

/** The command line cannot be understood. */
export class UsageError extends Error {}

/** @throws {UsageError} with one sentence. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [spec, surplus] = positionals;
  if (surplus !== undefined) throw new UsageError(`${surplus} is one word too many.`);
  if (spec !== undefined && /^[a-z][a-z0-9+.-]+:\/\//i.test(spec)) {
    throw new UsageError('NEW_SPEC is a file: what is taken over is kept in the project. Download it first.');
  }
  if (spec !== undefined && values.against !== undefined) {
    throw new UsageError('--against is for a description that was edited in place; leave it out, or NEW_SPEC.');
  }
  if (values.against?.startsWith('-') === true) throw new UsageError(`--against ${values.against} is no commit.`);
  const force = (values.force ?? []).map((step) => {
    const known = FORCEABLE.find((name) => name === step);
    if (known === undefined) throw new UsageError(`--force ${step} is unknown: give ${FORCEABLE.join(' or ')}.`);
    return known;
  });
  return {
    spec,
    against: values.against ?? 'HEAD',
    dryRun: values['dry-run'] === true,
    force: new Set(force),
    summary: values.summary,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        against: { type: 'string' },
        'dry-run': { type: 'boolean' },
        force: { type: 'string', multiple: true },
        summary: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
