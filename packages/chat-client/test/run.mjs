// Tests every documented example against a mock server: a running one (SDKGEN_MOCK_URL, from `sdkgen mock SPEC --replies
// complete`), or one started here with the spec in SDKGEN_SPEC.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

const runner = require.resolve('jest/bin/jest');
let mock;
const url = process.env.SDKGEN_MOCK_URL || (await startMock().catch(fail));
const flags = ['--experimental-vm-modules', '--no-warnings', runner, '--passWithNoTests'];
const jest = spawn(process.execPath, [...flags, ...process.argv.slice(2)], {
  cwd: packageFolder,
  stdio: 'inherit',
  env: { ...process.env, SDKGEN_MOCK_URL: url },
});
jest.on('close', (code) => {
  mock?.kill();
  process.exitCode = code ?? 1;
});

/** Without SDKGEN_SPEC the mock serves the spec configured in the nearest package.json. */
function startMock() {
  const spec = process.env.SDKGEN_SPEC;
  const args = ['mock', ...(spec ? [spec] : []), '--port', '0', '--replies', 'complete'];
  mock = spawn(findSdkgen(packageFolder), args, {
    cwd: spec ? process.cwd() : packageFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    mock.stdout.setEncoding('utf8').on('data', (text) => {
      printed = (printed + text).slice(-10_000);
      const found = /listening on (\S+)/.exec(printed);
      if (found) resolve(found[1]);
    });
    mock.on('error', () =>
      reject(
        new Error(
          'sdkgen was not found: install it, or set SDKGEN_MOCK_URL to a running `sdkgen mock SPEC --replies complete`.',
        ),
      ),
    );
    mock.on('exit', () => reject(new Error('The mock server exited before it was listening.')));
  });
}

/** @param {Error} error */
function fail(error) {
  console.error(error.message);
  process.exit(1);
}

/**
 * Package managers differ in whether the binaries of a workspace root are on the path of its packages.
 * @param {string} folder
 */
function findSdkgen(folder) {
  const command = join(folder, 'node_modules', '.bin', 'sdkgen');
  if (existsSync(command)) return command;
  return dirname(folder) === folder ? 'sdkgen' : findSdkgen(dirname(folder));
}
