import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import Handlebars from 'handlebars';

/**
 * Bundles the generator into `generator/dist`, and compiles its templates. Dynamic imports stay files of their own, so that
 * what a command does not need is not loaded; packages stay imports. A file is only written when it differs, and files of an
 * earlier build go last: a generator that runs meanwhile finds the parts it has yet to load.
 */
const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
/** As esbuild names the parts of a bundle: a name, and a hash of the content. */
const PART_NAME = /-[A-Z0-9]{8}\.js(?:\.map)?$/;

const { outputFiles } = await build({
  entryPoints: { main: join(root, 'src', 'cli', 'main.ts'), index: join(root, 'src', 'index.ts') },
  outdir: dist,
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  splitting: true,
  sourcemap: 'linked',
  write: false,
  logLevel: 'warning',
});

/** A map from the texts of the templates to what Handlebars makes of them. */
async function compileTemplates(folder) {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.hbs')).sort();
  const entries = await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8');
      // A name is made of a template without its last line break.
      const used = path.startsWith('naming') ? text.trimEnd() : text;
      return `[${JSON.stringify(used)}, ${Handlebars.precompile(used, { noEscape: true, strict: true })}],\n`;
    }),
  );
  return Buffer.from(`module.exports = new Map([\n${entries.join('')}]);\n`);
}

const templates = await compileTemplates(join(dirname(root), 'templates'));
const files = [...outputFiles, { path: join(dist, 'templates.cjs'), contents: templates }];
await mkdir(dist, { recursive: true });
await Promise.all(
  files.map(async ({ path, contents }) => {
    const current = await readFile(path).catch(() => undefined);
    if (current === undefined || !current.equals(contents)) await writeFile(path, contents);
  }),
);
const names = new Set(outputFiles.map(({ path }) => basename(path)));
for (const name of await readdir(dist)) {
  if (PART_NAME.test(name) && !names.has(name)) await rm(join(dist, name));
}
