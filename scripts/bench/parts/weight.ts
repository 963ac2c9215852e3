import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../common/script.js';
import { type Program, weigh } from '../../size/bundles.js';
import { checkTypes } from '../../size/type-cost.js';
import { type Figures, interleave } from '../figures.js';
import { CACHE, PROGRAMS } from '../measure.js';
import { folderName, generatePeers, peerFile, pinnedNode } from '../peers.js';

const SOURCES = resolve('scripts/bench/programs');

/** Bundles with all their imports: of a program that makes one call, and of everything exported. */
export async function size(figures: Figures): Promise<void> {
  await generatePeers();
  mkdirSync(PROGRAMS, { recursive: true });
  const contestants: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    readFileSync('scripts/bench/bundles.json', 'utf8'),
  );
  for (const [contestant, { platform, ...subjects }] of Object.entries(contestants)) {
    for (const [subject, code] of Object.entries(subjects)) {
      const turn = { part: 'size', subject, contestant };
      const program: Program = { code, platform: platform === 'node' ? 'node' : 'browser' };
      await figures.attempt(turn, async () => figures.add(turn, await weigh(program, PROGRAMS)));
    }
  }
}

/** Ten operations, by contestant: a program of `programs/consumers`, and texts to replace in it. */
const CONSUMERS: Readonly<Record<string, readonly [program: string, changes?: Readonly<Record<string, string>>]>> = {
  ours: ['ours'],
  "vendor's SDK": [
    'ours',
    {
      "{ ChatClient } from '@scope/chat-client'": "{ StreamClient } from '@stream-io/node-sdk'",
      "ChatClient({ apiKey: 'key', token: 'token' })": "StreamClient('key', 'secret')",
    },
  ],
  'hey-api, fetch': ['hey-api-fetch'],
  'hey-api, ky': ['hey-api-fetch', { '/generated/hey-api-fetch/': '/generated/hey-api-ky/' }],
  'openapi-fetch': ['openapi-fetch'],
};

const COMPILERS = { 'tsc 5.9': 'typescript', 'tsc 7': 'typescript-7' };

const KIBIBYTES_PER_MEGABYTE = 1e6 / 1024;

/** A user's compiler checks ten operations. */
export async function types(figures: Figures, runs: number): Promise<void> {
  await generatePeers();
  // The project's type check excludes these programs, because it runs without the peers.
  const programs = readdirSync(SOURCES).filter((name) => name.endsWith('.ts'));
  await check(
    'typescript',
    programs.map((name) => join(SOURCES, name)),
  );
  const consumers = Object.keys(CONSUMERS).map((contestant) => ({ contestant, file: writeConsumer(contestant) }));
  const pairs = Object.entries(COMPILERS).flatMap(([subject, compiler]) =>
    consumers.map((consumer) => ({ subject, compiler, ...consumer })),
  );
  await interleave(pairs, runs, async ({ subject, compiler, contestant, file }, counts) => {
    const turn = { part: 'types', subject, contestant };
    await figures.attempt(turn, async () => {
      const figure = await check(compiler, [file]);
      if (!counts) return;
      const memory = figure('Memory used') / KIBIBYTES_PER_MEGABYTE;
      figures.add(turn, { check: figure('Check time'), instantiations: figure('Instantiations'), compiler: memory });
    });
  });
}

/** @returns the path of the program in the cache, from which it can import the peers. */
function writeConsumer(contestant: string): string {
  const [program, changes = {}] = CONSUMERS[contestant] ?? [contestant];
  let text = readFileSync(join(SOURCES, 'consumers', `${program}.ts`), 'utf8').replaceAll(
    '../../../../.cache/bench',
    '..',
  );
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Failure(`${program}.ts does not contain ${from}.`);
    text = text.replaceAll(from, to);
  }
  const file = join(CACHE, 'types', `${folderName(contestant)}.ts`);
  mkdirSync(join(CACHE, 'types'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** With the settings of a user with a bundler, who does not check the declarations of packages. */
function check(compiler: string, programs: readonly string[]): Promise<(name: string) => number> {
  const typeRoots = [peerFile('@types', '')];
  const settings = { module: 'esnext', moduleResolution: 'bundler', types: ['node'], typeRoots, skipLibCheck: true };
  const command = [pinnedNode().command, peerFile(compiler, 'bin/tsc')] as const;
  return checkTypes(command, join(CACHE, 'types'), settings, programs);
}
