import { type Config, resolveConfig } from '../config/index.js';
import { type Change, RULES, renderMarkdown, renderTable } from '../diff/index.js';
import { type ComparedDescriptions, compareDescriptions, locateChange } from '../generate/compare.js';
import { proveComparison } from '../generate/prove.js';
import type { Location } from '../load/document.js';
import { printable } from '../problems/index.js';
import type { ParsedCommand } from './arguments.js';
import { counted } from './print.js';

type DiffCommand = Extract<ParsedCommand, { command: 'diff' }>;

/** Of the table, where standard output is no terminal that tells its width. */
const WIDTH = 100;

/** `sdkgen diff`: what changed from one version of a description to another, and whom it breaks. */
export async function runDiff(command: DiffCommand): Promise<number> {
  const [old, next] = await configsOf(command);
  const found = await compareDescriptions(old, next);
  printWarnings(found, command);
  const compared = command.prove ? await prove(found) : found;
  process.stdout.write(textOf(compared, command));
  const failing = command.failOn === 'warning' ? ['breaking', 'warning'] : [command.failOn];
  return compared.comparison.changes.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}

/** The options hold for both sides when one of them is the configured description, or the configuration is named. */
async function configsOf({ old, next, flags }: DiffCommand): Promise<readonly [Config, Config]> {
  const cwd = process.cwd();
  const before = await resolveConfig({ cwd, flags: { ...flags, spec: old } });
  const after = await resolveConfig({ cwd, flags: { ...flags, spec: next } });
  if (after.isOwn && !before.isOwn) return [{ ...after, spec: before.spec }, after];
  if (before.isOwn && !after.isOwn) return [before, { ...before, spec: after.spec }];
  return [before, after];
}

/** Tells what the rules call breaking and breaks nothing; what they missed is among the changes then. */
async function prove(found: ComparedDescriptions): Promise<ComparedDescriptions> {
  const { compared, disagreements } = await proveComparison(found);
  for (const { saidBy, message } of disagreements) {
    if (saidBy !== 'rules') continue;
    const text = `Called breaking, and code for the old version compiles: ${message} A fault of the generator: please report it.`;
    process.stderr.write(`${printable(text)}\n`);
  }
  return compared;
}

function printWarnings({ old, next }: ComparedDescriptions, command: DiffCommand): void {
  for (const [file, { problems }] of [[command.old, old] as const, [command.next, next] as const]) {
    if (problems.length === 0) continue;
    const text = `${file}: ${counted(problems.length, 'warning')}; sdkgen validate tells what is wrong there.`;
    process.stderr.write(`${printable(text)}\n`);
  }
}

function textOf(compared: ComparedDescriptions, { format }: DiffCommand): string {
  const { old, next, comparison } = compared;
  switch (format) {
    case 'json':
      return `${JSON.stringify(jsonOf(compared), null, 2)}\n`;
    case 'markdown':
      return renderMarkdown(comparison, old, next);
    case 'table': {
      const table = renderTable(comparison, old, next, {
        width: process.stdout.columns ?? WIDTH,
        placeOf: (change) => placeOf(compared, change),
      });
      return `${table.split('\n').map(printable).join('\n')}`;
    }
  }
}

function placeOf(compared: ComparedDescriptions, change: Change): string {
  const { old, next } = locateChange(compared, change);
  const textOfPlace = (location: Location | undefined): string[] =>
    location === undefined ? [] : [`${location.file}:${location.line}`];
  return [...textOfPlace(old), ...textOfPlace(next)].join(' -> ');
}

function jsonOf(compared: ComparedDescriptions): object {
  const { bump, changes } = compared.comparison;
  return {
    bump,
    changes: changes.map((change) => {
      const { rule, severity, message, operation, reaches } = change;
      const { old, next } = locateChange(compared, change);
      return {
        rule,
        severity,
        message,
        meaning: RULES[rule].meaning,
        operation: operation ?? null,
        reaches,
        old: sideOf(old),
        new: sideOf(next),
      };
    }),
  };
}

function sideOf(location: Location | undefined): object | null {
  if (location === undefined) return null;
  const { pointer, file, line, column } = location;
  return { pointer, file, line, column };
}
