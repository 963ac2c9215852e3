import { join } from 'node:path';
import { type BuildFailure, build } from 'esbuild';
import { type PackageManifest, readJson } from './expected-files.js';

/**
 * Bundles each entry point for a browser, by `import` and by `require`: one that is not for browsers must fail with a message
 * that names the right one, and all others must not need Node's built-ins.
 */
export async function bundleFaults(folder: string): Promise<readonly string[]> {
  const { name, exports }: PackageManifest = readJson(join(folder, 'package.json'));
  const faults: string[] = [];
  for (const [key, entry] of Object.entries(exports)) {
    if (typeof entry === 'string' || entry.import.default === undefined) continue;
    const path = `${name}${key.slice(1)}`;
    for (const code of [`export * from ${JSON.stringify(path)}`, `module.exports = require(${JSON.stringify(path)})`]) {
      const errors = await errorsOf(code, folder);
      const isExplained = errors.some((text) => text.includes(`${path} needs the API secret and Node.js`));
      if (entry.import.browser === undefined) faults.push(...errors.map((text) => `${path} for browsers: ${text}`));
      else if (!isExplained) faults.push(`${path} for browsers fails without a message about it: ${errors.join('; ')}`);
    }
  }
  return faults;
}

async function errorsOf(contents: string, resolveDir: string): Promise<readonly string[]> {
  const settings = { bundle: true, format: 'esm', platform: 'browser', write: false, logLevel: 'silent' } as const;
  try {
    await build({ stdin: { contents, resolveDir }, ...settings });
    return [];
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return error.errors.map(({ text }) => text);
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error;
}
