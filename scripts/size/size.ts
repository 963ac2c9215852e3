import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { layOut, runScript } from '../common/script.js';
import { programs, weigh } from './bundles.js';
import { checkTypes } from './type-cost.js';

const USAGE = `Measures the bundles of the built client, and the work of a user's compiler, against the budgets in
scripts/size/budgets.json. Fails if a figure exceeds its budget, or has none.

Usage: npm run size
`;

interface Row {
  readonly name: string;
  readonly figure: number;
  /** `undefined` for a figure that depends on the machine. */
  readonly budget: number | undefined;
}

interface Budgets {
  readonly bytes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly instantiations: Readonly<Record<string, number>>;
}

const consumer = 'scripts/size/consumer.ts';
const budgets: Budgets = JSON.parse(readFileSync('scripts/size/budgets.json', 'utf8'));
await runScript(USAGE, {}, async () => {
  const rows: Row[] = [];

  for (const [name, program] of Object.entries(programs)) {
    const { gzip, brotli } = await weigh(program, '.');
    const { gzip: gzipBudget = 0, brotli: brotliBudget = 0 } = budgets.bytes[name] ?? {};
    rows.push({ name: `${name}, gzip`, figure: gzip, budget: gzipBudget });
    rows.push({ name: `${name}, brotli`, figure: brotli, budget: brotliBudget });
  }
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  for (const [name, skipLibCheck] of Object.entries({ consumer: true, 'consumer and declarations': false })) {
    const settings = { module: 'nodenext', types: [], skipLibCheck };
    const figure = await checkTypes([process.execPath, compiler], '.cache/size', settings, [consumer]);
    const budget = budgets.instantiations[name] ?? 0;
    rows.push({ name: `${name}, instantiations`, figure: figure('Instantiations'), budget });
    rows.push({ name: `${name}, KiB of memory`, figure: figure('Memory used'), budget: undefined });
    rows.push({ name: `${name}, seconds of checking`, figure: figure('Check time'), budget: undefined });
  }

  const isWithin = ({ figure, budget = figure }: Row): boolean => figure <= budget;
  const text = (figure: number): string => figure.toLocaleString('en');
  const table = rows.map((row): readonly string[] => {
    const { name, figure, budget } = row;
    return [name, text(figure), budget === undefined ? '' : `of ${text(budget)}`, isWithin(row) ? '' : 'too much'];
  });
  console.log(layOut(table));
  return rows.every(isWithin);
});
