import { parseArgs } from 'node:util';
import { type ConfigFlags, didYouMean, settingsFrom } from '../config/index.js';
import {
  COMMANDS,
  type Command,
  type CommandName,
  commandHelp,
  FLAGS,
  type Flag,
  generalHelp,
  isCommand,
  usageOf,
} from './commands.js';

/** The command to run. `resolveConfig` checks whether scopes and paths are valid. */
export interface CommandLine {
  readonly command: CommandName;
  readonly words: readonly string[];
  /** The flags that are settings; SPEC is one of them. */
  readonly flags: ConfigFlags;
  /** The flags with a value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
}

export type Parsed =
  | CommandLine
  | { readonly command: 'help'; readonly text: string }
  | { readonly command: 'version' };

/** The command line is invalid: printed on standard error, with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * Reads a command line.
 *
 * @param parameters what follows `sdkgen`.
 * @throws {UsageError}
 */
export function parseArguments(parameters: readonly string[]): Parsed {
  const [name, ...rest] = parameters;
  if (!isCommand(name)) return parseWithoutCommand(name, rest[0]);
  const command: Command = COMMANDS[name];
  const { words, values, switches } = splitLine(name, command, rest);
  if (switches.has('help')) return { command: 'help', text: commandHelp(name) };
  const usage = `Usage: sdkgen ${usageOf(name)}`;
  const surplus = words[command.words.length];
  if (surplus !== undefined) throw new UsageError(`Unexpected argument: ${surplus}.`, usage);
  const missing = command.words[words.length];
  if (missing !== undefined && !missing.startsWith('['))
    throw new UsageError(`sdkgen ${name} requires ${missing}.`, usage);
  for (const [one, others] of Object.entries(command.exclusive ?? {})) {
    const other = switches.has(one) ? others.find((candidate) => switches.has(candidate)) : undefined;
    if (other !== undefined) {
      throw new UsageError(`--${one} and --${other} cannot be combined.`, 'Remove one of them.');
    }
  }
  const spec = /^\[?SPEC/.test(command.words[0] ?? '') ? words[0] : undefined;
  if (spec !== undefined && values.has('spec')) {
    throw new UsageError('SPEC and --spec cannot be combined.', 'Remove one of them.');
  }
  const given = settingsFrom((setting) => ('flag' in setting ? values.get(setting.flag) : undefined));
  const flags = { ...given, ...(spec === undefined ? {} : { spec }) };
  return { command: name, words, flags, values, switches };
}

function parseWithoutCommand(word: string | undefined, topic: string | undefined): Parsed {
  const names = Object.keys(COMMANDS);
  if (word === undefined) throw new UsageError('No command given.', `Commands: ${names.join(', ')}.`);
  if (word === '--version' || word === 'version') return { command: 'version' };
  if (word === '--help' || word === '-h' || word === 'help') {
    return { command: 'help', text: isCommand(topic) ? commandHelp(topic) : generalHelp() };
  }
  const kind = word.startsWith('-') ? 'flag' : 'command';
  throw new UsageError(
    `Unknown ${kind}: ${word}.`,
    didYouMean(word, names, 'See sdkgen --help.', (name) => `sdkgen ${name}`),
  );
}

/** Splits the parameters by the flags of one command. */
function splitLine(name: CommandName, { flags }: Command, parameters: readonly string[]) {
  const options = flags.map(
    (flag) => [flag, { type: FLAGS.get(flag)?.value === undefined ? 'boolean' : 'string', multiple: true }] as const,
  );
  const { tokens } = parseArgs({
    args: [...parameters],
    options: { ...Object.fromEntries(options), help: { type: 'boolean', short: 'h', multiple: true } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const values = new Map<string, string[]>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = token.name === 'help' || flags.includes(token.name) ? FLAGS.get(token.name) : undefined;
    if (flag === undefined) {
      const known = token.rawName.startsWith('--') ? flags : [];
      const hint = didYouMean(token.name, known, `See sdkgen ${name} --help.`, (one) => `--${one}`);
      throw new UsageError(`sdkgen ${name} has no flag ${token.rawName}.`, hint);
    }
    if (flag.value === undefined) {
      if (token.value !== undefined)
        throw new UsageError(`--${token.name} takes no value.`, `Use --${token.name} alone.`);
      switches.add(token.name);
      continue;
    }
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))) {
      throw new UsageError(`--${token.name} requires a value.`, `Use --${token.name} ${flag.value}.`);
    }
    checkValue(token.name, flag, token.value);
    const earlier = values.get(token.name) ?? [];
    if (earlier.length > 0 && !flag.isList) throw new UsageError(`--${token.name} was given twice.`, 'Use it once.');
    values.set(token.name, [...earlier, token.value]);
  }
  return { words, values, switches };
}

function checkValue(name: string, { choices, isPort }: Flag, value: string): void {
  if (choices !== undefined && !choices.includes(value)) {
    const hint = didYouMean(value, choices, `Use ${choices.join(' or ')}.`);
    throw new UsageError(`--${name} ${value} is not a valid value.`, hint);
  }
  if (isPort && !(/^[0-9]{1,5}$/.test(value) && Number(value) <= 65_535)) {
    throw new UsageError(`--${name} ${value} is not a port.`, 'Use a number from 0 (any free port) to 65535.');
  }
}
