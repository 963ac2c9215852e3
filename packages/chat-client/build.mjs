// Builds dist/: ECMAScript modules with their declarations, one for each source, and in dist/cjs CommonJS bundles with theirs.
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
/** ESM only: CommonJS carries it inside, since test runners and bundlers that are not new cannot require it. */
const bundled = 'ky';
/** ky makes a `TextEncoder` while it is loaded: jest's jsdom environment has none. */
const textEncoder = 'var TextEncoder = globalThis.TextEncoder ?? class { encode(text) { return Array.from(text); } };';

const link = await findLink();
if (link === undefined) {
  await mkdir(commonjs, { recursive: true });
  const [compiled, bundles] = await Promise.all([compile(), bundleCommonJs()]);
  if (compiled) await removeOthers([...(await builtFromSources()), ...bundles]);
  else process.exitCode = 1;
} else {
  console.error(`${link} is a symbolic link: the build would write and delete where it leads to. Remove it.`);
  process.exitCode = 1;
}

/** The path of dist, or of something in it, when it is a link. */
async function findLink() {
  const kind = await lstat(dist).catch(() => undefined);
  if (kind?.isSymbolicLink()) return dist;
  const entries = kind ? await readdir(dist, { recursive: true, withFileTypes: true }) : [];
  const found = entries.find((entry) => entry.isSymbolicLink());
  return found && join(found.parentPath, found.name);
}

/** Whether the sources compile; what is wrong with them is printed. */
function compile() {
  const compiler = spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', root], { stdio: 'inherit' });
  return new Promise((resolve) => {
    compiler.on('close', (code) => resolve(code === 0));
  });
}

/**
 * One file for each entry point, and for what several of them share, so that an error thrown by one entry is an instance of the
 * class that another one exports. Only ECMAScript modules can be cut like this: each file is turned into CommonJS afterwards.
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

/** The sources of the modules that can be imported. */
function entryPoints(exports) {
  const files = Object.values(exports).flatMap((entry) => entry.import?.default ?? []);
  return files.map((file) => file.replace(/^\.\/dist\/(.+)\.js$/, 'src/$1.ts'));
}

/** Gives the paths of what was written. */
async function writeCommonJs(path, text) {
  const name = basename(path);
  const settings = { format: 'cjs', platform: 'node', target: 'es2022', sourcemap: 'external', sourcefile: name };
  const { code, map } = await transform(text, settings);
  const { sources, ...rest } = JSON.parse(map);
  // What only passes on the exports of other files comes from no source.
  const isMapped = sources.some((source) => source !== name);
  await writeFile(path, isMapped ? `${code}//# sourceMappingURL=${name}.map\n` : code);
  if (!isMapped) return [path];
  // A package that is carried inside is named, not looked for where it was installed when this was built.
  const inside = sources.map((source) => source.replace(/^.*\/(?=node_modules\/)/, ''));
  await writeFile(`${path}.map`, JSON.stringify({ ...rest, sources: inside }));
  return [path, `${path}.map`];
}

/** What the compiler has made of each source; its declarations are copied: beside dist/cjs/package.json they are CommonJS. */
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

/** Removes what an earlier build has left, last of all: who uses the package meanwhile finds what is yet to be loaded. */
async function removeOthers(paths) {
  const written = new Set(paths);
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path)) await rm(path);
  }
}
