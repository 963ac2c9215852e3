import manifest from '../../package.json' with { type: 'json' };
import { runSteps } from './steps.js';

/** Checks that must pass after every change; the script `test` has built the generator before. */
process.exitCode = await runSteps(
  [
    // Jest distributes files to both cores: halves by name would take unequal times.
    { script: 'test:unit', args: '--maxWorkers=2', alone: true },
    { script: 'build' },
    { script: 'lint' },
    { script: 'check' },
    { script: 'test:docs', after: ['build'], args: '--maxWorkers=1' },
    { script: 'typecheck', after: ['build'] },
    { script: 'test:snippets', after: ['build'] },
  ],
  // Without building the generator again.
  { ...manifest.scripts, check: 'sdkgen generate --check' },
);
