import manifest from '../../package.json' with { type: 'json' };
import { runSteps } from './steps.js';

/** What must hold after every change; the script `test` has built the generator before. */
process.exitCode = await runSteps(
  [
    // Jest gives each of both cores the next file: halves by name take unequal times.
    { script: 'test:unit', args: '--maxWorkers=2', alone: true },
    { script: 'build' },
    { script: 'test:docs', after: ['build'], args: '--maxWorkers=1' },
    { script: 'test:snippets', after: ['build'] },
    { script: 'typecheck' },
    { script: 'lint' },
    { script: 'check' },
  ],
  manifest.scripts,
);
