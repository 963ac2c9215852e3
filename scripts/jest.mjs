// Runs Jest on the project's tests: `node scripts/jest.mjs ARGUMENT ...`
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
// Jest's workers inherit flags of the command line only.
const flags = ['--require', resolve('../generator/bin/v8-flags.cjs'), '--experimental-vm-modules', '--no-warnings'];
const { status } = spawnSync(process.execPath, [...flags, resolve('jest/bin/jest'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
