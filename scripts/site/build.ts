import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../common/process.js';
import { environmentFor, htmlFolder, type SiteOptions } from './options.js';

/** The folder of VitePress's configuration and theme. */
export function siteFolder(project: string): string {
  return join(project, 'scripts', 'site');
}

/**
 * Builds a site with the installed VitePress, in a separate process.
 *
 * @throws {CommandError} with the output of VitePress.
 */
export async function buildSite(options: SiteOptions): Promise<void> {
  rmSync(htmlFolder(options), { recursive: true, force: true });
  const folder = siteFolder(options.project);
  const program = join(folder, 'node_modules', 'vitepress', 'bin', 'vitepress.js');
  // VitePress searches Vue from here, and would otherwise link it into the project.
  await must(process.execPath, [program, 'build', folder], { cwd: folder, environment: environmentFor(options) });
}
