import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** What finds places in YAML. It is loaded when there is something to tell: a run without problems has no use for it. */
export function loadYaml(): typeof import('yaml') {
  return load('yaml');
}
