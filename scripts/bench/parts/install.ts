import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPack } from '../../common/npm-pack.js';
import { must } from '../../common/process.js';
import { type Figures, interleave } from '../figures.js';
import { takeSnapshot } from '../measure.js';
import { emptyFolder } from '../peers.js';

const PACKAGES = ['packages/chat-types', 'packages/chat-client'];

/** `npm install` of a client in an empty folder, from npm's cache once the first round has filled it. */
export async function install(figures: Figures, runs: number): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync('scripts/bench/package.json', 'utf8'));
  const pinned = (name: string): string[] => [`${name}@${dependencies[name]}`];
  const contestants = Object.entries({
    ours: await packOwn(),
    'bare ky': pinned('ky'),
    "vendor's SDK": pinned('@stream-io/node-sdk'),
    openai: pinned('openai'),
    'openapi-fetch': pinned('openapi-fetch'),
  });
  await interleave(contestants, runs, async ([contestant, packages], counts) => {
    const turn = { part: 'install', subject: 'npm install', contestant };
    await figures.attempt(turn, async () => {
      const folder = emptyFolder('install');
      writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
      const begun = performance.now();
      await must('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], { cwd: folder });
      const time = (performance.now() - begun) / 1_000;
      const files = [...takeSnapshot(join(folder, 'node_modules')).values()];
      const written = files.reduce((sum, { text }) => sum + text.length, 0) / 1024;
      if (counts) figures.add(turn, { time, files: files.length, written });
    });
  });
}

/** @returns the paths of the tarballs. */
async function packOwn(): Promise<string[]> {
  const destination = emptyFolder('tarballs');
  const tarballs: string[] = [];
  for (const folder of PACKAGES) {
    tarballs.push((await npmPack(folder, destination)).tarball);
  }
  return tarballs;
}
