import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { lock } from '../common/lock.js';
import { readArguments } from './arguments.js';
import { type Budget, judge } from './budgets.js';
import { Figures } from './figures.js';
import { allParts } from './parts/index.js';
import { runQuick } from './quick.js';
import { summarise } from './statistics.js';
import { figuresTable, verdictTable } from './table.js';
import { CACHE, installPeers, nodeAtHand, pinnedNode } from './tools.js';

/**
 * Measures the generator, the client and what it costs its users against what they would pick instead: `npm run bench`.
 * Prints tables, writes `.cache/bench/figures.json` (with `--only`, the parts' names follow), and exits 1 when a budget of `scripts/bench/budgets.json` is broken.
 */
async function main(): Promise<void> {
  const { only, runs, quick, store } = readArguments(
    process.argv.slice(2),
    allParts.map(({ name }) => name),
  );
  const held = lock(join(CACHE, 'lock'));
  if ('holder' in held)
    throw new Error(`Another run is going on, process ${held.holder}: two would measure each other.`);
  process.on('exit', held.unlock);
  if (quick) {
    if (!(await runQuick(store))) {
      console.error("A ratio is worse than the stored one by more than a quarter, or can't be compared.");
      process.exitCode = 1;
    }
    return;
  }
  await installPeers();
  const machine = describeMachine();
  console.log(machine.text);
  const figures = new Figures();
  const parts = allParts.filter(({ name }) => only.length === 0 || only.includes(name));
  for (const part of parts) {
    const tell = (message: string): void => console.error(`${part.name}: ${message} ...`);
    const load = loadavg();
    tell('measuring');
    await part.run({ runs, figures, tell });
    console.log(
      `\n## ${part.title}\nload of the machine: ${formatLoad(load)} before, ${formatLoad(loadavg())} after\n`,
    );
    console.log(figuresTable(part.name, figures));
  }
  const budgets: readonly Budget[] = JSON.parse(readFileSync('scripts/bench/budgets.json', 'utf8'));
  const verdicts = judge(
    budgets,
    figures,
    parts.map(({ name }) => name),
  );
  console.log(`\n## Bars\n\n${verdictTable(verdicts)}`);
  const all = figures.all.map((figure) => ({ ...figure, ...summarise(figure.samples) }));
  mkdirSync(CACHE, { recursive: true });
  const report = { machine, figures: all, absences: figures.absences, verdicts };
  writeFileSync(join(CACHE, `${['figures', ...only].join('-')}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  if (verdicts.some(({ isKept }) => !isKept)) {
    console.error('A budget is broken: see above.');
    process.exitCode = 1;
  }
}

function describeMachine() {
  const [first] = cpus();
  const facts = {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    node: pinnedNode().version,
    nodeAtHand: nodeAtHand.version,
  };
  return {
    ...facts,
    text: `${facts.cores} cores of ${facts.cpu}; all on Node ${facts.node}, ours on ${facts.nodeAtHand} too`,
  };
}

function formatLoad(load: readonly number[]): string {
  return (load[0] ?? 0).toFixed(1);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
