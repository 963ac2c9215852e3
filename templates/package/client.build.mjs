// Builds dist/: the entry points as ES modules, in dist/cjs as CommonJS, both bundled, with a declaration file per source.
import { spawn } from 'node:child_process';
import { copyFile, cp, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const commonjs = join(dist, 'cjs');
const require = createRequire(import.meta.url);
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const dependencies = Object.keys(manifest.dependencies);
/** ESM only: part of the CommonJS build, because older test runners and bundlers cannot require it. */
const bundled = 'ky';
/** ky creates a `TextEncoder` when it is loaded, which jest's jsdom environment does not have. */
const textEncoder = 'var TextEncoder = globalThis.TextEncoder ?? class { encode(text) { return Array.from(text); } };';

const link = await findLink();
if (link === undefined) {
  await mkdir(commonjs, { recursive: true });
  const [isCompiled, ...bundles] = await Promise.all([compile(), bundle(dist, 'esm', dependencies), bundleCommonJs()]);
  if (isCompiled) await removeOthers([...(await declarations()), ...bundles.flat()]);
  else process.exitCode = 1;
} else {
  console.error(`${link} is a symbolic link: the build would write and delete in its target. Remove it.`);
  process.exitCode = 1;
}

/** Returns the path of dist, or a file in it, that is a symbolic link. */
async function findLink() {
  const kind = await lstat(dist).catch(() => undefined);
  if (kind?.isSymbolicLink()) return dist;
  const entries = kind ? await readdir(dist, { recursive: true, withFileTypes: true }) : [];
  const found = entries.find((entry) => entry.isSymbolicLink());
  return found && join(found.parentPath, found.name);
}

/** Compiles the sources and prints errors; returns whether there were none. */
function compile() {
  const program = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const compiler = spawn(process.execPath, [program, '-p', root], { stdio: 'inherit' });
  return new Promise((resolve) => {
    compiler.on('close', (code) => resolve(code === 0));
  });
}

async function bundleCommonJs() {
  const external = dependencies.filter((name) => name !== bundled);
  const written = await bundle(commonjs, 'cjs', external, { js: textEncoder });
  const kind = join(commonjs, 'package.json');
  await writeFile(kind, '{ "type": "commonjs" }\n');
  const license = join(commonjs, `LICENSE-${bundled}`);
  await copyFile(join(dirname(require.resolve(bundled)), '..', 'license'), license);
  return [...written, kind, license];
}

/**
 * Writes one file per entry point plus shared chunks: few files load faster, and an error thrown by one entry is an instance of
 * the class exported by another. esbuild splits only ES modules, so each file is converted to the format afterwards.
 */
async function bundle(outdir, format, external, banner) {
  const files = Object.values(manifest.exports).flatMap((entry) => entry.import?.default ?? []);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => file.replace(/^\.\/dist\/(.+)\.js$/, 'src/$1.ts')),
    outdir,
    external,
    banner,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    sourcemap: 'inline',
    write: false,
    logLevel: 'warning',
  });
  return (await Promise.all(outputFiles.map(({ path, text }) => writeModule(path, text, format)))).flat();
}

/** Returns the paths of the written files. */
async function writeModule(path, text, format) {
  const name = basename(path);
  const settings = { format, platform: 'node', target: 'es2022', sourcemap: 'external', sourcefile: name };
  const { code, map } = await transform(text, settings);
  const { sources, ...rest } = JSON.parse(map);
  // A file that only re-exports others has no source map.
  const isMapped = sources.some((source) => source !== name);
  await writeFile(path, isMapped ? `${code}//# sourceMappingURL=${name}.map\n` : code);
  if (!isMapped) return [path];
  // Sources of bundled packages are listed by package name, not by their path on the build machine.
  const inside = sources.map((source) => source.replace(/^.*\/(?=node_modules\/)/, ''));
  await writeFile(`${path}.map`, JSON.stringify({ ...rest, sources: inside }));
  return [path, `${path}.map`];
}

/** The compiled declarations. They are copied next to dist/cjs/package.json, which makes them CommonJS. */
async function declarations() {
  const sources = (await readdir(join(root, 'src'), { recursive: true })).filter((path) => path.endsWith('.ts'));
  const names = sources.map((path) => path.replace(/\.ts$/, '.d.ts'));
  for (const name of names) await cp(join(dist, name), join(commonjs, name));
  return names.flatMap((name) => [join(dist, name), join(commonjs, name)]);
}

/** Removes the files of earlier builds last, so that running programs can still load theirs. */
async function removeOthers(paths) {
  const written = new Set(paths);
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path)) await rm(path);
  }
}
