import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { formatProblem, generate, ProblemsError } from '../../generator/src/index.js';
import { type Output, readOutput } from '../../generator/test/hostile/judge.js';
import { type Run, start } from '../common/process.js';
import { runScript, Tally } from '../common/script.js';
import { inTemporaryFolder } from '../common/temporary.js';

const USAGE = `Kills runs at random moments: each file must be the old or the new one, and the next run, with either document, must
complete the output. Also runs several at once in the same folder.

Usage: npm run kills -- [--runs N]

  --runs N  Number of killed runs. Default: 200.
`;

const FLAGS = { runs: { type: 'string', default: '200' } } as const;
const PAIRS = 5;
const sdkgen = resolve('generator/bin/sdkgen.js');
/** Written by every run, or not compared. */
const OWN = /(^|\/)\.sdkgen[^/]*$/;

type Version = 'old' | 'new';
type Versions = Readonly<Record<Version, Output>>;

/** A spec. Most files of both packages differ between the two versions. */
function specOf(name: Version): string {
  const schema = { type: 'object', properties: { [name]: { type: 'string' } } };
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
  const get = { operationId: `get_${name}`, tags: [name], responses: { 200: { description: 'Done.', content } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: `The ${name} service`, version: '1' },
    paths: { '/a': { get } },
    components: { schemas: { [name]: schema } },
  });
}

/** A run in another process. */
function run(folder: string, version: Version, signal?: AbortSignal): Promise<Run> {
  const parameters = ['generate', '--spec', `${version}.json`, '--out', 'out', '--scope', '@pets', '--name', 'pets'];
  return start(process.execPath, [sdkgen, ...parameters], { cwd: folder, signal }).ended;
}

/** Kills a run to the new version after some milliseconds, counted from its start or from its first write. */
async function killRun(folder: string, after: number, since: 'start' | 'writing'): Promise<void> {
  const before = await readManifest(folder);
  const ending = new AbortController();
  let isRunning = true;
  const ended = run(folder, 'new', ending.signal).finally(() => {
    isRunning = false;
  });
  while (since === 'writing' && isRunning && (await readManifest(folder)) === before) await wait(1);
  await wait(after);
  ending.abort();
  await ended;
}

function readManifest(folder: string): Promise<string> {
  return readFile(join(folder, 'out/pets-types/.sdkgen.json'), 'utf8');
}

/** Paths that differ from all of the outputs. */
async function differences(folder: string, ...wanted: readonly Output[]): Promise<readonly string[]> {
  const found = await readOutput(join(folder, 'out'));
  const paths = new Set([found, ...wanted].flatMap((output) => [...output.keys()]));
  return [...paths].filter((path) => !wanted.some((output) => output.get(path) === found.get(path)));
}

/** A run in this process, which has already loaded the generator; returns the faults. */
async function complete(folder: string, version: Version): Promise<readonly string[]> {
  try {
    const { problems } = await generate({
      cwd: folder,
      spec: `${version}.json`,
      out: 'out',
      scope: '@pets',
      name: 'pets',
    });
    return problems.map((problem) => formatProblem(problem));
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map((problem) => formatProblem(problem));
  }
}

await runScript(USAGE, FLAGS, ({ flags }) =>
  inTemporaryFolder('kills', async (folder) => {
    for (const version of ['old', 'new'] as const) await writeFile(join(folder, `${version}.json`), specOf(version));
    const started = performance.now();
    await run(folder, 'new');
    const duration = performance.now() - started;
    const fresh = await readOutput(join(folder, 'out'));
    await rm(join(folder, 'out'), { recursive: true });
    await complete(folder, 'old');
    const versions: Versions = { old: await readOutput(join(folder, 'out')), new: fresh };
    await cp(join(folder, 'out'), join(folder, 'kept'), { recursive: true });
    const tally = new Tally();
    const seen = { old: 0, mixed: 0, new: 0 };
    const faults = await killAll(folder, versions, { runs: Number(flags.runs), duration }, seen);
    tally.add(`${flags.runs} runs killed`, faults, JSON.stringify(seen));
    tally.add(`${PAIRS} pairs of runs at once`, await runPairs(folder, versions));
    return tally.end();
  }),
);

async function restoreOld(folder: string): Promise<void> {
  await rm(join(folder, 'out'), { recursive: true, force: true });
  await cp(join(folder, 'kept'), join(folder, 'out'), { recursive: true });
}

/** Half of the kills happen at any moment of a run, half while it writes. */
async function killAll(
  folder: string,
  versions: Versions,
  { runs, duration }: { readonly runs: number; readonly duration: number },
  seen: Record<'old' | 'mixed' | 'new', number>,
): Promise<string[]> {
  const faults: string[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    await restoreOld(folder);
    const since = turn % 2 === 0 ? 'start' : 'writing';
    const after = Math.random() * (since === 'start' ? duration : 30);
    await killRun(folder, after, since);
    const place = `killed ${after.toFixed(1)} ms after its ${since}`;
    const broken = (await differences(folder, versions.old, versions.new)).filter((path) => !OWN.test(path));
    if (broken.length > 0) faults.push(`${place}: ${broken.join(', ')} neither old nor new`);
    const isSame = async (output: Output) => (await differences(folder, output)).length === 0;
    seen[(await isSame(versions.old)) ? 'old' : (await isSame(versions.new)) ? 'new' : 'mixed'] += 1;
    const next = turn % 4 < 2 ? 'new' : 'old';
    for (const fault of await complete(folder, next)) faults.push(`${place}: the next run: ${fault}`);
    const left = await differences(folder, versions[next]);
    if (left.length > 0) faults.push(`${place}: the next run leaves ${left.join(', ')}`);
  }
  return faults;
}

/** Two concurrent runs, of the same version and of two: the result must be that of one of them. */
async function runPairs(folder: string, versions: Versions): Promise<string[]> {
  const faults: string[] = [];
  for (let turn = 0; turn < PAIRS; turn += 1) {
    await restoreOld(folder);
    const runs = [run(folder, 'new'), run(folder, turn % 2 === 0 ? 'new' : 'old')];
    for (const { code, stderr } of await Promise.all(runs)) {
      if (code !== 0) faults.push(`one of two runs at once ended with ${code}: ${stderr}`);
    }
    const left = await Promise.all([versions.new, versions.old].map((output) => differences(folder, output)));
    if (left.every((paths) => paths.length > 0)) faults.push(`two runs at once left ${left.flat().join(', ')}`);
  }
  return faults;
}
