import manifest from '../../package.json' with { type: 'json' };
import { runSteps } from './steps.js';

/** What must hold after every change; the script `test` has built the generator before. */
process.exitCode = await runSteps(
  [
    // Two halves at a time: each keeps one core busy.
    { script: 'test:unit', args: '--maxWorkers=1 --shard=1/2' },
    { script: 'test:unit', args: '--maxWorkers=1 --shard=2/2' },
    { script: 'build' },
    { script: 'test:docs', after: ['build'], args: '--maxWorkers=1' },
    { script: 'test:snippets', after: ['build'] },
    { script: 'typecheck' },
    { script: 'lint' },
    { script: 'check' },
  ],
  manifest.scripts,
);
