import manifest from '../../package.json' with { type: 'json' };
import { runSteps } from './steps.js';

/**
 * The longer tests, in addition to those of `npm test`, the longest first. Benchmarks run alone, at the end. Some are shorter
 * than on their own: severities (100 of 500 versions), installations (without Yarn 1), kills (60 of 200), updates (`npm run check`
 * instead of the project's tests).
 */
process.exitCode = await runSteps(
  [
    { script: 'build' },
    { script: 'test:slow', args: '--maxWorkers=1' },
    { script: 'docs:test', after: ['build'] },
    { script: 'e2e', after: ['build'] },
    { script: 'test:update', args: '--quick', after: ['build'] },
    { script: 'test:install', args: '--quick', after: ['e2e'] },
    { script: 'test:release', after: ['e2e'] },
    { script: 'mutants', after: ['build'] },
    { script: 'hostile' },
    { script: 'test:severity', args: '--runs 100 --seed 20261130' },
    { script: 'kills', args: '--runs 60' },
    { script: 'mutated' },
    { script: 'test:naming' },
    { script: 'unused' },
    { script: 'typecheck by 5.9' },
    { script: 'faults', after: ['build'] },
    { script: 'test:snippets', args: '--run', after: ['build'] },
    { script: 'pack:check', after: ['build'] },
    { script: 'size', after: ['build'] },
    { script: 'bench', args: '--quick', after: ['build'], alone: true },
  ],
  // TypeScript 7 checks the sources at every run; the generator runs with 5.9.
  { ...manifest.scripts, 'typecheck by 5.9': 'tsc -p tsconfig.json --noEmit' },
  // Many wait for a browser, a registry, a disk or a process that ends: two would leave a part of two cores idle.
  3,
);
