import manifest from '../../package.json' with { type: 'json' };
import { runSteps } from './steps.js';

/** What must hold after every change; the script `test` has built the generator before. */
process.exitCode = await runSteps(
  [
    { script: 'test:unit', args: '--maxWorkers=1' },
    { script: 'build' },
    { script: 'test:docs', after: ['build'], args: '--maxWorkers=1' },
    { script: 'test:snippets', after: ['build'] },
    { script: 'typecheck' },
    { script: 'lint' },
    { script: 'check' },
  ],
  manifest.scripts,
);
