// Runs a TypeScript program of this folder on any Node: `node scripts/run.mjs scripts/NAME.ts ARGUMENT ...`
import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...rest] = process.argv.slice(2);
const out = fileURLToPath(new URL('../.cache/scripts/', import.meta.url));
const file = join(out, `${basename(entry, '.ts')}.mjs`);
await mkdir(out, { recursive: true });
await build({
  entryPoints: [resolve(entry)],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length - 1, file, ...rest);
await import(pathToFileURL(file).href);
