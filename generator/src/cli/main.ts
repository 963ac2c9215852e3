import { asProblems, ProblemsError } from '../problems/index.js';
import { parseArguments, UsageError } from './arguments.js';
import { printProblems } from './print.js';
import { ownPackage } from './version.js';

/** The command line: the one place that prints and that sets an exit code (0 fine, 1 problems found, 2 wrong usage). */
async function main(parameters: readonly string[]): Promise<number> {
  const parsed = parseArguments(parameters);
  switch (parsed.command) {
    case 'help':
      process.stdout.write(`${parsed.text}\n`);
      return 0;
    case 'version':
      process.stdout.write(`${ownPackage().version}\n`);
      return 0;
    case 'generate':
      return (await import('./generate.js')).runGenerate(parsed);
    case 'validate':
      return (await import('./validate.js')).runValidate(parsed);
    case 'diff':
      return (await import('./diff.js')).runDiff(parsed);
    case 'impact':
      return (await import('./impact.js')).runImpact(parsed);
    case 'migrate':
      return (await import('./impact.js')).runMigrate(parsed);
    case 'mock':
      return (await import('./mock.js')).runMock(parsed);
    case 'init':
      return (await import('./init.js')).runInit(parsed);
    case 'explain':
      return (await import('./explain.js')).runExplain(parsed);
  }
}

// A reader may close its end early, as `head` does: the work goes on, and its exit code counts.
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
    // A fault of ours; the stack helps to find it.
    throw error;
  }
}
