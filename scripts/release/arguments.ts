import { parseArgs } from 'node:util';

export interface Options {
  /** Do all of it but the last step. */
  readonly dryRun: boolean;
  /** The branch that releases are made from. */
  readonly branch: string;
  /** The tag that is checked out: its release is packed, not made. */
  readonly tag: string | undefined;
}

export const USAGE = `Makes a release of both packages: version and changelog from the notes in .changeset/, all checks, the tarballs and a
bill of materials in .cache/release/, a commit and its tag. Publishing is the CI's, when the tag is pushed. Everything is
made in a copy of the project; the project changes in the last step.

Usage: npm run release -- [flags]

  --dry-run        Do and show all of it, without the commit and the tag.
  --branch NAME    The branch that releases are made from. Default: main.
  --tag TAG        Pack the release that is checked out and has this tag, as the CI does. Makes no commit.
  --help           Print this text.

Exit codes: 0 done, 1 stopped, 2 wrong usage, 130 interrupted.
`;

/** The command line cannot be understood. */
export class UsageError extends Error {}

/** @throws {UsageError} with one sentence. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [surplus] = positionals;
  if (surplus !== undefined) throw new UsageError(`${surplus} is one word too many.`);
  for (const name of ['branch', 'tag'] as const) {
    const value = values[name];
    if (value !== undefined && !/^\w[\w./-]*$/.test(value)) throw new UsageError(`--${name} ${value} is no ${name}.`);
  }
  if (values.tag !== undefined && (values.branch !== undefined || values['dry-run'] === true)) {
    throw new UsageError('--tag goes with no other flag: it changes nothing, and looks at no branch.');
  }
  return { dryRun: values['dry-run'] === true, branch: values.branch ?? 'main', tag: values.tag };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        branch: { type: 'string' },
        tag: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
