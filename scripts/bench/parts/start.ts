import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { must } from '../../common/process.js';
import { withRegistry } from '../../common/registry.js';
import { type PublishedGenerator, publishGenerator } from '../../pack/generator.js';
import { type Figures, interleave } from '../figures.js';
import { ownDocument } from '../synthetic.js';

/**
 * From an empty folder to checked packages, packages installed from npm's cache. Ours: `sdkgen init`, install, generate, build and
 * test. hey-api's: install, generate and compile, since it writes no tests.
 */
export async function start(figures: Figures, runs: number): Promise<void> {
  const document = await ownDocument();
  await withRegistry('bench-start', async (work, url) => {
    const generator = await publishGenerator(work, url);
    const contestants = { ours: startOurs, 'hey-api, fetch': startHeyApi };
    await interleave(Object.entries(contestants), runs, async ([contestant, act], counts) => {
      const turn = { part: 'start', subject: 'from an empty folder', contestant };
      await figures.attempt(turn, async () => {
        const begun = performance.now();
        // Outside of the project: npm uses the settings of the nearest workspace.
        await act(mkdtempSync(join(work, 'folder-')), document, generator);
        if (counts) figures.add(turn, { time: (performance.now() - begun) / 1_000 });
      });
    });
  });
}

async function startOurs(
  folder: string,
  document: string,
  { name, version, settings }: PublishedGenerator,
): Promise<void> {
  writeFileSync(join(folder, '.npmrc'), `${settings}prefer-offline=true\naudit=false\nfund=false\n`);
  const init = ['init', '--spec', document, '--scope', '@bench', '--name', 'bench', '--package-manager', 'npm'];
  for (const line of [
    ['npx', '--yes', `${name}@${version}`, ...init],
    ['npm', 'install'],
    ['npm', 'run', 'generate'],
    ['npm', 'test'],
  ]) {
    await inFolder(folder, line);
  }
}

async function startHeyApi(folder: string, document: string): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const { dependencies } = JSON.parse(readFileSync(resolve('scripts/bench/package.json'), 'utf8'));
  const packages = ['@hey-api/openapi-ts', 'typescript'].map((name) => `${name}@${dependencies[name]}`);
  const compile = ['--noEmit', '--strict', '--module', 'preserve', '--target', 'es2022', '--skipLibCheck'];
  for (const line of [
    ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', ...packages],
    ['npx', 'openapi-ts', '-s', '-i', document, '-o', 'src', '-c', '@hey-api/client-fetch', '--no-log-file'],
    ['npx', 'tsc', ...compile, 'src/index.ts'],
  ]) {
    await inFolder(folder, line);
  }
}

async function inFolder(cwd: string, [command = '', ...args]: readonly string[]): Promise<void> {
  await must(command, args, { cwd, environment: { CI: '' } });
}
