import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles the generator into `generator/dist`, and compiles its templates. Dynamic imports stay separate files, so that
 * what a command does not need is not loaded; packages stay imports. A file is only written when it differs, and files of an
 * earlier build go last: a generator that runs meanwhile finds the parts it has yet to load.
 */
const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
/** As esbuild names the parts of a bundle: a name, and a hash of the content. */
const PART_NAME = /-[A-Z0-9]{8}\.js(?:\.map)?$/;

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
};

const { outputFiles } = await build({
  ...common,
  entryPoints: { main: join(root, 'src', 'cli', 'main.ts'), index: join(root, 'src', 'index.ts') },
  outdir: dist,
  splitting: true,
  sourcemap: 'linked',
  write: false,
});

/** Modules made of the texts of the templates. */
async function compileTemplates(folder) {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /\.(hbs|ts)$/.test(path)).sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  const compiler = join(dist, `precompile-${process.pid}.mjs`);
  await build({ ...common, entryPoints: [join(root, 'src', 'render', 'precompile.ts')], outfile: compiler });
  try {
    const { precompile } = await import(pathToFileURL(compiler).href);
    const modules = precompile(new Map(paths.map((path, index) => [path.replaceAll(sep, '/'), texts[index]])));
    return Object.entries(modules).map(([name, text]) => ({ path: join(dist, name), contents: Buffer.from(text) }));
  } finally {
    await rm(compiler);
  }
}

const files = [...outputFiles, ...(await compileTemplates(join(dirname(root), 'templates')))];
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
