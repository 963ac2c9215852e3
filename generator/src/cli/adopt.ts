import { displayPath } from '../config/index.js';
import { type Adopted, adopt } from '../generate/adopt.js';
import { counted, printable } from '../problems/index.js';
import type { CommandLine } from './arguments.js';
import { asJson, printStep } from './print.js';

const TITLES = {
  added: 'Added, with placeholders for texts',
  changed: 'Changed',
  back: 'Back',
  removed: 'Removed',
  kept: "Absent from the vendor's file: marked with x-absent",
  decide: 'To decide',
} as const;

/** Runs `sdkgen adopt`: updates the spec to the facts of a vendor's file. */
export async function runAdopt({ words: [file = ''], flags, switches }: CommandLine): Promise<number> {
  const dryRun = switches.has('dry-run');
  const cwd = process.cwd();
  printStep(`Reading ${file}`);
  const result = await adopt(file, { cwd, flags, dryRun });
  const { version, notes } = result;
  const written = result.written.map((path) => displayPath(cwd, path));
  process.stdout.write(switches.has('json') ? asJson({ version, written, notes }) : summary(result, written, dryRun));
  return 0;
}

function summary({ version, notes }: Adopted, written: readonly string[], dryRun: boolean): string {
  const lines: string[] = [];
  for (const [kind, title] of Object.entries(TITLES)) {
    const texts = notes.filter((note) => note.kind === kind).map(({ text }) => text);
    if (texts.length > 0) lines.push(`${title} (${texts.length})`, ...texts.map((text) => `  ${printable(text)}`), '');
  }
  const verb = dryRun ? 'would be written' : 'written';
  const files =
    written.length === 0 ? 'nothing to write' : `${counted(written.length, 'file')} ${verb}: ${written.join(', ')}`;
  return `${[...lines, `Version ${version}: ${files}`].join('\n')}\n`;
}
