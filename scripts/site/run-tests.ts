import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { must } from '../common/process.js';
import { siteFolder } from './build.js';
import { environmentFor, type SiteOptions } from './options.js';

/**
 * Checks the types of the site's own code, which needs the site's dependencies, and runs its tests in a browser.
 *
 * @param chromium the path of the browser.
 * @returns the exit code.
 * @throws {CommandError} with the errors of the compiler.
 */
export async function runBrowserTests(options: SiteOptions, chromium: string): Promise<number> {
  const { project } = options;
  const folder = siteFolder(project);
  const compiler = join(project, 'node_modules', 'typescript-7', 'bin', 'tsc');
  await must(process.execPath, [compiler, '-p', folder], { cwd: project });
  const jest = join(project, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, '--rootDir', folder], {
    cwd: folder,
    env: { ...process.env, ...environmentFor(options), CHROMIUM: chromium },
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
