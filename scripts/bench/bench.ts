import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { runScript, UsageError } from '../common/script.js';
import { Figures, judge, quantile, verdictTable } from './figures.js';
import { CACHE } from './measure.js';
import { calls, imports, loopback } from './parts/calls.js';
import { diff } from './parts/diff.js';
import { generation, rerun } from './parts/generation.js';
import { install } from './parts/install.js';
import { start } from './parts/start.js';
import { size, types } from './parts/weight.js';
import { installPeers, pinnedNode } from './peers.js';
import { runQuick } from './quick.js';

const PARTS: Readonly<Record<string, (figures: Figures, runs: number) => Promise<void>>> = {
  generation,
  rerun,
  diff,
  calls,
  loopback,
  size,
  import: imports,
  install,
  start,
  types,
};

const LEAST_RUNS = 5;

const USAGE = `Compares the generator, the client and its costs for users with alternatives. Prints tables, writes
.cache/bench/figures.json (with --only, the parts' names follow), and fails if a budget of scripts/bench/budgets.json is exceeded.

Usage: npm run bench -- [--only PART ...] [--runs N] | --quick [--store]

  --only PART  One part: ${Object.keys(PARTS).join(', ')}. Repeatable.
  --runs N     Number of measurements of each process, at least ${LEAST_RUNS}.
  --quick      Only ours, against ky and openapi-typescript in the same run.
  --store      Store the ratios of the quick form as the reference for later runs.
`;

const FLAGS = {
  only: { type: 'string', multiple: true },
  runs: { type: 'string', default: String(LEAST_RUNS) },
  quick: { type: 'boolean' },
  store: { type: 'boolean' },
} as const;

await runScript(USAGE, FLAGS, async ({ flags: { only, quick, store, ...flags } }) => {
  const unknown = only.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new UsageError(`Unknown part: ${unknown.join(', ')}.`);
  const runs = Number(flags.runs);
  if (!Number.isInteger(runs) || runs < LEAST_RUNS)
    throw new UsageError(`--runs ${flags.runs}: must be at least ${LEAST_RUNS}.`);
  if (store && !quick) throw new UsageError('--store requires --quick.');
  if (quick) return runQuick(store);
  await installPeers();
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: pinnedNode().version,
    currentNode: process.versions.node,
  };
  console.log(machine);
  const figures = new Figures();
  const parts = Object.entries(PARTS).filter(([name]) => only.length === 0 || only.includes(name));
  for (const [name, part] of parts) {
    console.error(`${name}: measuring ...`);
    const before = loadavg()[0];
    await part(figures, runs);
    console.log(`\n## ${name}\nload of the machine: ${before} before, ${loadavg()[0]} after\n\n${figures.table(name)}`);
  }
  const budgets = JSON.parse(readFileSync('scripts/bench/budgets.json', 'utf8'));
  const verdicts = judge(
    budgets,
    figures,
    parts.map(([name]) => name),
  );
  console.log(`\n## Targets\n\n${verdictTable(verdicts)}`);
  const all = figures.all.map((figure) => ({ ...figure, median: quantile(figure.samples, 0.5) }));
  const report = { machine, figures: all, absences: figures.absences, verdicts };
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, `${['figures', ...only].join('-')}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  return verdicts.every(({ isKept }) => isKept);
});
