import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { layOut } from '../common/script.js';
import { weigh } from '../size/bundles.js';
import { compareRatios, Figures, interleave, type Ratios } from './figures.js';
import { bundleProgram, CACHE, measureProgram } from './measure.js';
import { samplesOf } from './parts/calls.js';
import { emptyFolder, ownArguments } from './peers.js';
import { ownDocument } from './synthetic.js';

const STORE = 'scripts/bench/ratios.json';

/**
 * Measures ours against ky and openapi-typescript, on which ours is based, in the same run, and compares the ratios
 * with those stored for this version of Node, or for the newest one. Times are CPU times, which depend least on the
 * load of the machine.
 *
 * @param store whether to store the ratios as the reference for later runs.
 * @returns whether no ratio has become worse.
 */
export async function runQuick(store: boolean): Promise<boolean> {
  const measured: Ratios = { ...(await generationRatios()), ...(await callRatios()), ...(await sizeRatios()) };
  const rounded = Object.entries(measured).map(([title, ratio]) => [title, Math.round(ratio * 100) / 100]);
  const stored: Readonly<Record<string, Ratios>> = JSON.parse(readFileSync(STORE, 'utf8'));
  // What ours is based on is of different speed on each version of Node.
  const [version = ''] = process.versions.node.split('.');
  const all = store ? { ...stored, [version]: Object.fromEntries(rounded) } : stored;
  if (store) writeFileSync(STORE, `${JSON.stringify(all, undefined, 2)}\n`);
  const verdicts = compareRatios(measured, all[version] ?? Object.values(all).at(-1) ?? {});
  const rows = verdicts.map(({ title, ratio, limit, isKept }) => {
    return [title, ratio.toFixed(2), limit.toFixed(2), isKept ? 'kept' : 'WORSE'];
  });
  console.log(layOut([['ours / its dependencies', 'now', 'stored', ''], ...rows]));
  return verdicts.every(({ isKept }) => isKept);
}

async function generationRatios(): Promise<Ratios> {
  const document = await ownDocument();
  const manifest = createRequire(resolve('generator/package.json')).resolve('openapi-typescript/package.json');
  const out = join(CACHE, 'out', 'quick');
  const types = [join(dirname(manifest), 'bin/cli.js'), document, '-o', join(out, 'api.ts')];
  const figures = new Figures();
  const turn = { part: 'generation', subject: 'own' };
  await interleave(Object.entries({ ours: ownArguments(document, out), types }), 5, async ([name, args], counts) => {
    emptyFolder('out', 'quick');
    for (const contestant of name === 'ours' ? ['ours', 'again'] : [name]) {
      const { processor } = await measureProgram(process.execPath, args);
      if (counts) figures.add({ ...turn, contestant }, { processor });
    }
  });
  return {
    'everything generated / openapi-typescript': figures.ratio('generation / own / processor', 'ours', 'types'),
    'nothing changed / openapi-typescript': figures.ratio('generation / own / processor', 'again', 'types'),
  };
}

async function callRatios(): Promise<Ratios> {
  const program = await bundleProgram('scripts/bench/programs/basic.ts', 'basic');
  const figures = new Figures();
  for (let started = 0; started < 3; started += 1) {
    for (const { subject, contestant, ...measured } of await samplesOf(process.execPath, [program, 'time'])) {
      figures.add({ part: 'calls', subject, contestant }, measured);
    }
  }
  return {
    'a POST / bare ky': figures.ratio('calls / POST / work', 'ours', 'bare ky'),
    'a GET of 100 users / bare ky': figures.ratio('calls / GET 100 users / work', 'ours', 'bare ky'),
  };
}

async function sizeRatios(): Promise<Ratios> {
  const gzip = async (code: string): Promise<number> => (await weigh({ code, platform: 'browser' }, '.')).gzip;
  const ky = await gzip("export { default } from 'ky'");
  return { 'the whole client, gzip / bare ky': (await gzip("export * from '@scope/chat-client'")) / ky };
}
