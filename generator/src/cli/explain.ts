import { closestWord } from '../config/index.js';
import { CODE_GROUPS, CODES, isProblemCode, type ProblemCode } from '../problems/codes.js';
import type { ParsedCommand } from './arguments.js';

type ExplainCommand = Extract<ParsedCommand, { command: 'explain' }>;

/** `sdkgen explain`: what a code means, or all codes there are; exit code 2 for one that does not exist. */
export async function runExplain({ code, json }: ExplainCommand): Promise<number> {
  if (code === undefined) {
    process.stdout.write(json ? asJson(CODES) : listing());
    return 0;
  }
  if (!isProblemCode(code)) {
    const meant = closestWord(code, Object.keys(CODES));
    const hint = meant === undefined ? 'sdkgen explain lists them all.' : `Did you mean ${meant}?`;
    process.stderr.write(`There is no code ${code}.\n${hint}\n`);
    return 2;
  }
  process.stdout.write(json ? asJson({ code, ...CODES[code] }) : explanation(code));
  return 0;
}

function explanation(code: ProblemCode): string {
  const { title, meaning, reason, example, remedy } = CODES[code];
  const indented = example.replace(/^(?=.)/gm, '    ');
  return `${code}: ${title}

${meaning}
${reason}

Example:

${indented}

What to do: ${remedy}
`;
}

function listing(): string {
  const width = Math.max(...Object.keys(CODES).map((code) => code.length));
  const groups = CODE_GROUPS.map(({ title, codes }) => {
    const rows = Object.entries(codes).map(([code, about]) => `  ${code.padEnd(width)}  ${about.title}`);
    return `${title}:\n${rows.join('\n')}\n`;
  });
  return `${groups.join('\n')}\nsdkgen explain CODE tells more about each.\n`;
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
