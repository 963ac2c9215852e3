import { type ImpactResult, impact, type MigrateResult, migrate } from '../generate/impact.js';
import { counted, printable } from '../problems/index.js';
import type { CommandLine } from './arguments.js';
import { exitCodeFor, printWarnings } from './diff.js';
import { asJson } from './print.js';

/** Runs `sdkgen impact`: lists the lines of a project that are affected by changes. */
export async function runImpact({
  words: [old = '', next = ''],
  flags,
  values,
  switches,
}: CommandLine): Promise<number> {
  const result = await impact(old, next, { cwd: process.cwd(), flags }, { project: projectOf(values) });
  printWarnings(result, old, next);
  printLacking(result.lacking);
  process.stdout.write(await impactText(result, switches));
  return exitCodeFor(result.uses, values);
}

async function impactText({ bump, uses }: ImpactResult, switches: ReadonlySet<string>): Promise<string> {
  if (switches.has('json')) return asJson({ bump, uses });
  const { renderUses, renderUsesMarkdown } = await import('../impact/print.js');
  if (switches.has('markdown')) return renderUsesMarkdown(uses);
  return renderUses(uses).split('\n').map(printable).join('\n');
}

/** Runs `sdkgen migrate`: rewrites what is safe, and lists the rest. */
export async function runMigrate({
  words: [old = '', next = ''],
  flags,
  values,
  switches,
}: CommandLine): Promise<number> {
  const dryRun = switches.has('dry-run');
  const options = { project: projectOf(values), dryRun, force: switches.has('force') };
  const result = await migrate(old, next, { cwd: process.cwd(), flags }, options);
  printWarnings(result, old, next);
  printLacking(result.lacking);
  const { files, rewritten, left, diff } = result;
  process.stdout.write(switches.has('json') ? asJson({ files, rewritten, left, diff }) : migrateText(result, dryRun));
  return exitCodeFor(result.left, values);
}

function migrateText({ files, rewritten, left, diff }: MigrateResult, dryRun: boolean): string {
  const rest = left.map(({ file, line, column, message, reason, advice }) => {
    return printable(`${file}:${line}:${column}  left: ${message} ${reason} ${advice}`);
  });
  const verb = dryRun ? 'would be rewritten' : 'rewritten';
  const sum = `${counted(rewritten, 'use')} ${verb} in ${counted(files.length, 'file')}, ${counted(left.length, 'use')} left.`;
  return [...(dryRun && diff !== '' ? [diff] : []), ...(rest.length > 0 ? [...rest, ''] : []), sum, ''].join('\n');
}

function printLacking([first, ...others]: readonly string[]): void {
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and ${counted(others.length, 'other operation')}`;
  process.stderr.write(`${printable(`The installed packages are not of OLD: they lack ${first}${more}.`)}\n`);
}

function projectOf(values: CommandLine['values']): string {
  return values.get('project')?.[0] ?? 'tsconfig.json';
}
