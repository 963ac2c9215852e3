import { dirname, sep } from 'node:path';
import type { Config } from '../config/index.js';

/** Editors save in several steps; a run starts when nothing has happened for this long, in milliseconds. */
const quiet = 100;

/**
 * Calls `run` after each change below the folders of the description and of the templates, one run at a time, until the
 * process is interrupted. Folders are watched, not files: editors replace files.
 */
export async function watchInputs(config: Config, ownTemplates: string, run: () => Promise<void>): Promise<void> {
  const { watch } = await import('chokidar');
  const isFile = !/^https?:/.test(config.spec);
  const folders = [
    ...(isFile ? [dirname(config.spec)] : []),
    ownTemplates,
    ...(config.templates ? [config.templates] : []),
    ...config.overlays.map((path) => dirname(path)),
  ];
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let running = Promise.resolve();
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(run);
      }, quiet);
    };
    const watcher = watch(folders, {
      ignoreInitial: true,
      ignored: (path, stats) => isOutput(path, config.out) || (stats?.isFile() === true && !isInput(path)),
    }).on('all', changed);
    const stop = (): void => {
      clearTimeout(timer);
      Promise.all([running, watcher.close()]).then(() => resolve());
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

function isOutput(path: string, out: string): boolean {
  return path === out || path.startsWith(out + sep) || path.split(sep).includes('node_modules');
}

/** A file of the kinds that descriptions and templates are made of. */
function isInput(path: string): boolean {
  return /\.(ya?ml|json|hbs|ts|mjs|md)$/.test(path);
}
