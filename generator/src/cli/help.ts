import { COMMANDS, type Command, type CommandName, usageOf } from './commands.js';

const EXIT_CODES = 'Exit codes: 0 fine, 1 problems found, 2 wrong usage.';

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** The help for all commands. */
export function generalHelp(): string {
  return [
    'Reads an OpenAPI document and writes a types package and a client package.',
    '',
    'Usage: sdkgen COMMAND [flags]',
    '',
    'Commands:',
    ...table(Object.entries(COMMANDS).map(([name, { about }]) => [name, about])),
    '',
    'Flags:',
    ...table([
      ['--help', 'Print this text; after a command, the flags of that command.'],
      ['--version', 'Print the version.'],
    ]),
    '',
    EXIT_CODES,
  ].join('\n');
}

export function commandHelp(command: CommandName): string {
  const { about, flags, notes }: Command = COMMANDS[command];
  const rows = [...flags].map(([name, { value, isList, about: purpose }]) => {
    const left = value === undefined ? `--${name}` : `--${name} ${value}`;
    return [left, isList ? `${purpose} Repeatable.` : purpose] as const;
  });
  const closing = [...notes, EXIT_CODES].flatMap((note) => ['', note]);
  return [about, '', `Usage: sdkgen ${usageOf(command)}`, '', 'Flags:', ...table(rows), ...closing].join('\n');
}
