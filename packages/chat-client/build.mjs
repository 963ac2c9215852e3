// Builds dist/: ECMAScript modules with their declarations, one for each source, and in dist/cjs CommonJS bundles with theirs.
import { spawn } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

await rm(dist, { recursive: true, force: true });
await mkdir(commonjs, { recursive: true });
const [compiled] = await Promise.all([compile(), bundleCommonJs()]);
if (compiled) await copyDeclarations();
else process.exitCode = 1;

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
    write: false,
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(({ path, text }) => writeCommonJs(path, text)));
  await writeFile(join(commonjs, 'package.json'), '{ "type": "commonjs" }\n');
  await copyFile(join(dirname(require.resolve(bundled)), '..', 'license'), join(commonjs, `LICENSE-${bundled}`));
}

/** The sources of the modules that can be imported. */
function entryPoints(exports) {
  const files = Object.values(exports).flatMap((entry) => entry.import?.default ?? []);
  return files.map((file) => file.replace(/^\.\/dist\/(.+)\.js$/, 'src/$1.ts'));
}

async function writeCommonJs(path, text) {
  const name = basename(path);
  const settings = { format: 'cjs', platform: 'node', target: 'es2022', sourcemap: 'external', sourcefile: name };
  const { code, map } = await transform(text, settings);
  const { sources, ...rest } = JSON.parse(map);
  // What only passes on the exports of other files comes from no source.
  if (sources.every((source) => source === name)) return writeFile(path, code);
  // A package that is carried inside is named, not looked for where it was installed when this was built.
  const inside = sources.map((source) => source.replace(/^.*\/(?=node_modules\/)/, ''));
  await writeFile(path, `${code}//# sourceMappingURL=${name}.map\n`);
  return writeFile(`${path}.map`, JSON.stringify({ ...rest, sources: inside }));
}

/** The same declarations: beside dist/cjs/package.json they are those of CommonJS. */
async function copyDeclarations() {
  const declarations = (await readdir(dist, { recursive: true })).filter((path) => path.endsWith('.d.ts'));
  for (const path of declarations) await cp(join(dist, path), join(commonjs, path));
}
