// Runs a TypeScript program of this folder on any Node: `node scripts/run.mjs scripts/NAME.ts ARGUMENT ...`
import { mkdir } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import '../generator/bin/v8-flags.cjs';

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
  plugins: [{ name: 'packages', setup: keepPackages }],
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length - 1, file, ...rest);
await import(pathToFileURL(file).href);

/** Packages stay imports, resolved from the importing file: workspaces may have other copies than the root. */
function keepPackages({ onResolve, resolve: locate }) {
  onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...rest }) => {
    if (pluginData === 'located' || rest.kind === 'entry-point' || isBuiltin(path)) return undefined;
    const located = await locate(path, { ...rest, pluginData: 'located' });
    return located.errors.length > 0 ? located : { path: pathToFileURL(located.path).href, external: true };
  });
}
