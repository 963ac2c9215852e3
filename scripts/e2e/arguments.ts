import { parseArgs } from 'node:util';

export interface Options {
  /** Consumers whose line in the table it finds are run. */
  readonly only: RegExp;
  /** The consumers' folder is left where it is. */
  readonly keep: boolean;
}

export const USAGE = `Publishes both packages to a registry on loopback, installs them into fresh projects, and has each project try what it got
against sdkgen mock.

Usage: npm run e2e -- [flags]

  --only PATTERN   Run those whose line in the table this regular expression finds, in whatever case.
  --keep           Leave the projects where they are, and print where.
  --help           Print this text.

Exit codes: 0 all passed, and at most one can't run here; 1 one failed, or more can't run here; 2 wrong usage; 130 interrupted.
`;

/** The command line cannot be understood. */
export class UsageError extends Error {}

/** @throws {UsageError} with one sentence. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parse(args);
  if (values.help === true) return 'help';
  return { only: patternOf(values.only ?? ''), keep: values.keep === true };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new UsageError(`--only ${text} is no regular expression.`);
  }
}
