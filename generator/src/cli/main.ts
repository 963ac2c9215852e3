import { asProblems, ProblemsError } from '../problems/index.js';
import { parseArguments, UsageError } from './arguments.js';
import { printProblems } from './print.js';
import { ownPackage } from './version.js';

/** The command line: the only module that prints and sets an exit code (0 success, 1 problems found, 2 usage error). */
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
    case 'adopt':
      return (await import('./adopt.js')).runAdopt(parsed);
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
    case 'templates':
      return (await import('./templates.js')).runTemplates(parsed);
    case 'explain':
      return (await import('./explain.js')).runExplain(parsed);
  }
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
