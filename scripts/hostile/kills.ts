import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Output, readOutput } from '../../generator/test/hostile/judge.js';

const sdkgen = resolve('generator/bin/sdkgen.js');
const KILLS = 50;
const PAIRS = 5;
const packages = ['pets-types', 'pets-client'] as const;

/** A description of two versions: most files of both packages differ between them. */
function description(name: string): string {
  const schema = { type: 'object', properties: { [name]: { type: 'string' } } };
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
  const get = { operationId: `get${name}`, tags: [name], responses: { 200: { description: 'Done.', content } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: `The ${name} service`, version: '1' },
    paths: { '/a': { get } },
    components: { schemas: { [name]: schema } },
  });
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

function generate(folder: string, version: string): Run {
  const parameters = ['generate', '--spec', `${version}.json`, '--out', 'out', '--scope', '@pets', '--name', 'pets'];
  const child = spawn(process.execPath, [sdkgen, ...parameters], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stderr }));
  });
  return { child, ended };
}

interface Versions {
  readonly old: Output;
  readonly new: Output;
}

/** The package's files, without what builds leave. `away`: a run was killed between the two renames of a swap. */
async function stateOf(folder: string, name: string, versions: Versions): Promise<'old' | 'new' | 'away' | 'broken'> {
  const found = await readOutput(join(folder, 'out', name));
  if (found.size === 0) return 'away';
  const isSame = (version: Output): boolean => {
    const wanted = [...version].filter(([path]) => path.startsWith(`${name}/`));
    return (
      wanted.length === found.size && wanted.every(([path, text]) => found.get(path.slice(name.length + 1)) === text)
    );
  };
  if (isSame(versions.old)) return 'old';
  return isSame(versions.new) ? 'new' : 'broken';
}

const statesOf = (folder: string, versions: Versions) =>
  Promise.all(packages.map((name) => stateOf(folder, name, versions)));

/** Ends the run after so many milliseconds, counted from its start or from the first trace that it is writing. */
async function kill({ child, ended }: Run, folder: string, after: number, once: 'started' | 'writing'): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const isWriting = async () => (await readdir(join(folder, 'out'))).some((name) => name.startsWith('.sdkgen'));
  while (once === 'writing' && !isOver && !(await isWriting())) await wait(1);
  if (after > 0) await wait(after);
  child.kill('SIGKILL');
  await ended;
}

async function main(): Promise<number> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kills-')));
  try {
    for (const version of ['old', 'new']) await writeFile(join(folder, `${version}.json`), description(version));
    const started = performance.now();
    await generate(folder, 'new').ended;
    const duration = performance.now() - started;
    const fresh = await readOutput(join(folder, 'out'));
    await rm(join(folder, 'out'), { recursive: true });
    await generate(folder, 'old').ended;
    const versions: Versions = { old: await readOutput(join(folder, 'out')), new: fresh };
    await cp(join(folder, 'out'), join(folder, 'kept'), { recursive: true });
    const faults = [...(await killAll(folder, versions, duration)), ...(await runPairs(folder, versions))];
    for (const fault of faults) process.stdout.write(`FAILED  ${fault}\n`);
    return faults.length > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function restoreOld(folder: string): Promise<void> {
  await rm(join(folder, 'out'), { recursive: true, force: true });
  await cp(join(folder, 'kept'), join(folder, 'out'), { recursive: true });
}

/** Half of the kills come at any moment of a run, half while it writes. */
async function killAll(folder: string, versions: Versions, duration: number): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  let mended = 0;
  for (let turn = 0; turn < KILLS; turn += 1) {
    await restoreOld(folder);
    const once = turn % 2 === 0 ? 'started' : 'writing';
    const after = Math.random() * (once === 'started' ? duration : 40);
    await kill(generate(folder, 'new'), folder, after, once);
    const states = (await statesOf(folder, versions)).join(' ');
    seen.set(states, (seen.get(states) ?? 0) + 1);
    const place = `killed ${after.toFixed(1)} ms after it had ${once}, ${states}`;
    if (states.includes('broken')) faults.push(`${place}: a package is neither the old nor the new one`);
    const next = await generate(folder, 'new').ended;
    const [first, second] = states.split(' ');
    if (next.stderr.includes('output-mended')) mended += 1;
    else if (first !== second) faults.push(`${place}: the next run says nothing of it`);
    if (next.code !== 0) faults.push(`${place}: the next run ended with ${next.code}: ${next.stderr}`);
    if ((await statesOf(folder, versions)).join(' ') !== 'new new') faults.push(`${place}: the next run mends nothing`);
    const left = (await readdir(join(folder, 'out'))).filter((name) => name.startsWith('.sdkgen'));
    if (left.length > 0) faults.push(`${place}: ${left.join(', ')} is left`);
  }
  const counts = [...seen].map(([states, count]) => `${states} ${count}`).join(', ');
  process.stdout.write(
    `${KILLS} runs killed (types and client: ${counts}); ${mended} told and mended by the next run\n`,
  );
  return faults;
}

/** Two runs at once, of the same version and of two: one of them may be refused, and what is there is one run's. */
async function runPairs(folder: string, versions: Versions): Promise<string[]> {
  const faults: string[] = [];
  const codes: string[] = [];
  for (let turn = 0; turn < PAIRS; turn += 1) {
    await restoreOld(folder);
    const runs = [generate(folder, 'new'), generate(folder, turn % 2 === 0 ? 'new' : 'old')];
    const ends = await Promise.all(runs.map(({ ended }) => ended));
    codes.push(ends.map(({ code }) => code).join('+'));
    const states = (await statesOf(folder, versions)).join(' ');
    if (states !== 'new new' && states !== 'old old') faults.push(`two runs at once left ${states}`);
    for (const { code, stderr } of ends) {
      if (code === 0 || (code === 1 && /error output-[a-z-]+/.test(stderr))) continue;
      faults.push(`one of two runs at once ended with ${code}: ${stderr}`);
    }
  }
  process.stdout.write(`${PAIRS} pairs of runs at once (exit codes ${codes.join(', ')})\n`);
  return faults;
}

process.exitCode = await main();
