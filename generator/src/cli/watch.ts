import { watch } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Config } from '../config/index.js';

/** Editors save in several steps; a run starts when nothing has happened for this long, in milliseconds. */
const quiet = 100;

/**
 * Calls `run` after each change below the folders of the description and of the templates, one run at a time, until the
 * process is interrupted. Folders are watched, not files: editors replace files.
 */
export function watchInputs(config: Config, ownTemplates: string, run: () => Promise<void>): Promise<void> {
  const isFile = !/^https?:/.test(config.spec);
  const folders = [
    ...(isFile ? [dirname(config.spec)] : []),
    ownTemplates,
    ...(config.templates ? [config.templates] : []),
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
    const watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, (_event, name) => {
        if (name !== null && isInput(join(folder, name), config.out)) changed();
      }),
    );
    const stop = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      running.then(resolve);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

/** A file of the kinds that descriptions and templates are made of, and none of the output. */
function isInput(path: string, out: string): boolean {
  const fromOut = relative(out, path);
  const isOutput = !fromOut.startsWith(`..${sep}`) && fromOut !== path;
  return !isOutput && /\.(ya?ml|json|hbs|ts|mjs|md)$/.test(path) && !path.split(sep).includes('node_modules');
}
