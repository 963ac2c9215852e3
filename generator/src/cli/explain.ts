import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { didYouMean } from '../config/index.js';
import type { CommandLine } from './arguments.js';
import { asJson } from './print.js';

/** The sections of a code's page: when it is reported, why it matters, an example, and the fix. */
export type Explanation = Readonly<Record<'title' | 'meaning' | 'reason' | 'example' | 'remedy', string>>;

/** The docs of the generator, relative to the built file, or to this source file. */
export const docs = ['../docs/', '../../docs/']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(new URL('problems/', folder)));

const PAGE =
  /^# (?<code>\S+): (?<title>.+)\n\n(?<meaning>.+)\n\n(?<reason>.+)\n\n## Example\n\n```\n(?<example>[\s\S]+)\n```\n\n## What to do\n\n(?<remedy>.+)\n$/;

/** The codes that have a page. */
export function explainedCodes(): readonly string[] {
  if (docs === undefined) throw new Error('The folder docs/problems is missing from this installation.');
  return readdirSync(new URL('problems/', docs))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}

/** @param code one of `explainedCodes()`. */
export function readExplanation(code: string): Explanation {
  const { title, meaning, reason, example, remedy } = PAGE.exec(pageOf(code))?.groups ?? {};
  if (!title || !meaning || !reason || !example || !remedy) {
    throw new Error(`docs/problems/${code}.md does not have the sections of the other pages.`);
  }
  return { title, meaning, reason, example, remedy };
}

function pageOf(code: string): string {
  return readFileSync(new URL(`problems/${code}.md`, docs), 'utf8');
}

/** Runs `sdkgen explain`: explains a code, or lists all codes; exit code 2 for an unknown one. */
export async function runExplain({ words: [code], switches }: CommandLine): Promise<number> {
  const json = switches.has('json');
  const codes = explainedCodes();
  if (code === undefined) {
    const all = codes.map((each) => [each, readExplanation(each)] as const);
    process.stdout.write(json ? asJson(Object.fromEntries(all)) : listing(all));
    return 0;
  }
  if (!codes.includes(code)) {
    const hint = didYouMean(code, codes, 'sdkgen explain lists them all.');
    process.stderr.write(`Unknown code: ${code}.\n${hint}\n`);
    return 2;
  }
  process.stdout.write(json ? asJson({ code, ...readExplanation(code) }) : pageOf(code));
  return 0;
}

function listing(all: readonly (readonly [string, Explanation])[]): string {
  const width = Math.max(...all.map(([code]) => code.length));
  const rows = all.map(([code, { title }]) => `  ${code.padEnd(width)}  ${title}`);
  return `${rows.join('\n')}\n\nsdkgen explain CODE explains one of them.\n`;
}
