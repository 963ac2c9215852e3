import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../common/process.js';
import { environmentFor, htmlFolder, type SiteOptions } from './options.js';

/** The folder of VitePress's configuration and theme. */
export function siteFolder(project: string): string {
  return join(project, 'scripts', 'site');
}

/**
 * Builds a site with the installed VitePress, in a separate process.
 *
 * @returns how long it took, in seconds, or what was printed when it failed.
 */
export async function buildSite(
  options: SiteOptions,
): Promise<{ readonly seconds: number } | { readonly failure: string }> {
  rmSync(htmlFolder(options), { recursive: true, force: true });
  const started = performance.now();
  const folder = siteFolder(options.project);
  const program = join(folder, 'node_modules', 'vitepress', 'bin', 'vitepress.js');
  const { ok, output } = await run(process.execPath, [program, 'build', folder], {
    // VitePress searches Vue from here, and would otherwise link it into the project.
    cwd: folder,
    environment: environmentFor(options),
  });
  return ok ? { seconds: (performance.now() - started) / 1000 } : { failure: output };
}
