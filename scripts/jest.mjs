// Runs Jest on the project's tests: `node scripts/jest.mjs ARGUMENT ...`
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { V8_FLAGS } from '../generator/bin/v8-flags.js';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
// Jest's workers inherit flags of the command line only.
const flags = [...V8_FLAGS, '--experimental-vm-modules', '--no-warnings'];
const { status } = spawnSync(process.execPath, [...flags, jest, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
