// Builds dist/: ES modules with one declaration file per source, and CommonJS bundles with declarations in dist/cjs.
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
/** ESM only: bundled into the CommonJS build, because older test runners and bundlers cannot require it. */
const bundled = 'ky';
/** ky creates a `TextEncoder` when it is loaded, which jest's jsdom environment does not have. */
const textEncoder = 'var TextEncoder = globalThis.TextEncoder ?? class { encode(text) { return Array.from(text); } };';

const link = await findLink();
if (link === undefined) {
  await mkdir(commonjs, { recursive: true });
  const [compiled, bundles] = await Promise.all([compile(), bundleCommonJs()]);
  if (compiled) await removeOthers([...(await builtFromSources()), ...bundles]);
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

/**
 * One file per entry point plus shared chunks, so that an error thrown by one entry is an instance of the class exported by
 * another. esbuild splits only ES modules, so each file is converted to CommonJS afterwards.
 */
async function bundleCommonJs() {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(manifest.exports),
    outdir: commonjs,
    external: Object.keys(manifest.dependencies).filter((name) => name !== bundled),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    sourcemap: 'inline',
    banner: { js: textEncoder },
    write: false,
    logLevel: 'warning',
  });
  const written = await Promise.all(outputFiles.map(({ path, text }) => writeCommonJs(path, text)));
  const kind = join(commonjs, 'package.json');
  await writeFile(kind, '{ "type": "commonjs" }\n');
  const license = join(commonjs, `LICENSE-${bundled}`);
  await copyFile(join(dirname(require.resolve(bundled)), '..', 'license'), license);
  return [...written.flat(), kind, license];
}

/** The source modules of the entry points. */
function entryPoints(exports) {
  const files = Object.values(exports).flatMap((entry) => entry.import?.default ?? []);
  return files.map((file) => file.replace(/^\.\/dist\/(.+)\.js$/, 'src/$1.ts'));
}

/** Returns the paths of the written files. */
async function writeCommonJs(path, text) {
  const name = basename(path);
  const settings = { format: 'cjs', platform: 'node', target: 'es2022', sourcemap: 'external', sourcefile: name };
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

/** The compiled files of the sources. Their declarations are copied next to dist/cjs/package.json, which makes them CommonJS. */
async function builtFromSources() {
  const sources = (await readdir(join(root, 'src'), { recursive: true })).filter((path) => path.endsWith('.ts'));
  const modules = sources.map((path) => path.slice(0, -'.ts'.length));
  for (const module of modules) await cp(join(dist, `${module}.d.ts`), join(commonjs, `${module}.d.ts`));
  const endings = ['.js', '.js.map', '.d.ts'];
  return modules.flatMap((module) => [
    join(commonjs, `${module}.d.ts`),
    ...endings.map((ending) => join(dist, module + ending)),
  ]);
}

/** Removes the files of earlier builds last, so that running programs can still load theirs. */
async function removeOthers(paths) {
  const written = new Set(paths);
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path)) await rm(path);
  }
}
