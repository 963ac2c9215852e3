import { asProblems, ProblemsError } from '../problems/index.js';
import { type CommandLine, parseArguments, UsageError } from './arguments.js';
import type { CommandName } from './commands.js';
import { printProblems } from './print.js';
import { ownPackage } from './version.js';

/** Each command is loaded when it runs. */
const COMMANDS: Readonly<Record<CommandName, (line: CommandLine) => Promise<number>>> = {
  init: async (line) => (await import('./init.js')).runInit(line),
  generate: async (line) => (await import('./generate.js')).runGenerate(line),
  validate: async (line) => (await import('./validate.js')).runValidate(line),
  diff: async (line) => (await import('./diff.js')).runDiff(line),
  impact: async (line) => (await import('./impact.js')).runImpact(line),
  migrate: async (line) => (await import('./impact.js')).runMigrate(line),
  adopt: async (line) => (await import('./adopt.js')).runAdopt(line),
  mock: async (line) => (await import('./mock.js')).runMock(line),
  templates: async (line) => (await import('./templates.js')).runTemplates(line),
  explain: async (line) => (await import('./explain.js')).runExplain(line),
};

/** The command line: the only module that sets an exit code (0 success, 1 problems found, 2 usage error). */
async function main(parameters: readonly string[]): Promise<number> {
  const parsed = parseArguments(parameters);
  if (parsed.command !== 'help' && parsed.command !== 'version') return COMMANDS[parsed.command](parsed);
  process.stdout.write(`${parsed.command === 'help' ? parsed.text : ownPackage().version}\n`);
  return 0;
}

// A reader such as `head` may close the pipe early: the run continues and sets its exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  const error = asProblems(thrown);
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${error.hint}\n`);
    process.exitCode = 2;
  } else if (error instanceof ProblemsError) {
    printProblems(error.problems, process.argv.includes('--json'));
    process.exitCode = 1;
  } else {
    // An internal error; print its stack.
    throw error;
  }
}
