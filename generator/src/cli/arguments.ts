import { parseArgs } from 'node:util';
import { type ConfigFlags, closestWord } from '../config/index.js';
import { COMMANDS, type CommandRule, commandHelp, generalHelp } from './commands.js';

/** What to run. Values are as they were typed: whether a scope or a path is any good is told by `resolveConfig`. */
export type ParsedCommand =
  | {
      readonly command: 'generate';
      readonly flags: ConfigFlags;
      readonly mode: 'write' | 'check' | 'dry-run';
      readonly build: boolean;
      readonly watch: boolean;
      readonly json: boolean;
    }
  | {
      readonly command: 'validate';
      readonly flags: ConfigFlags & { readonly spec: string };
      readonly json: boolean;
    }
  | {
      readonly command: 'diff';
      readonly old: string;
      readonly next: string;
      readonly flags: ConfigFlags;
      readonly format: 'table' | 'markdown' | 'json';
      readonly failOn: 'breaking' | 'warning' | 'nothing';
      /** Whether the compiler is asked as well. */
      readonly prove: boolean;
    }
  | {
      readonly command: 'mock';
      /** Without a description: the configured one. */
      readonly flags: ConfigFlags;
      /** Zero: any free port. */
      readonly port: number;
      readonly replies: 'example' | 'complete';
    }
  | {
      readonly command: 'explain';
      /** As it was typed; absent: all codes are listed. */
      readonly code: string | undefined;
      readonly json: boolean;
    }
  | { readonly command: 'help'; readonly text: string }
  | { readonly command: 'version' };

/** The command line cannot be understood: to be printed on standard error, with exit code 2. */
export interface UsageError {
  readonly command: 'usage-error';
  /** One sentence. */
  readonly message: string;
  readonly hint: string;
}

interface Line {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
}

const HIGHEST_PORT = 65_535;

function usageError(message: string, hint: string): UsageError {
  return { command: 'usage-error', message, hint };
}

function isUsageError(value: object): value is UsageError {
  return 'command' in value && value.command === 'usage-error';
}

function unknownFlag(flag: string, name: string, rule: CommandRule): UsageError {
  const meant = flag.startsWith('--') ? closestWord(flag.slice(2), rule.flags.keys()) : undefined;
  const hint = meant === undefined ? `See sdkgen ${name} --help.` : `Did you mean --${meant}?`;
  return usageError(`sdkgen ${name} has no flag ${flag}.`, hint);
}

/** Splits the line by the rules of one command. */
function readLine(name: string, rule: CommandRule, parameters: readonly string[]): Line | UsageError {
  const options = Object.fromEntries(
    [...rule.flags].map(([flag, { value }]) => [
      flag,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...parameters],
    options: { ...options, help: { type: 'boolean', short: 'h', multiple: true } },
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
    const flag = rule.flags.get(token.name);
    if (flag === undefined) return unknownFlag(token.rawName, name, rule);
    if (flag.value === undefined) {
      if (token.value !== undefined)
        return usageError(`--${token.name} takes no value.`, `Write --${token.name} alone.`);
      switches.add(token.name);
      continue;
    }
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))) {
      return usageError(`--${token.name} needs a value.`, `Write --${token.name} ${flag.value}.`);
    }
    const earlier = values.get(token.name) ?? [];
    if (earlier.length > 0 && flag.isRepeatable !== true) {
      return usageError(`--${token.name} is given twice.`, 'Give it once.');
    }
    values.set(token.name, [...earlier, token.value]);
  }
  return { words, values, switches };
}

function first(line: Line, flag: string): string | undefined {
  return line.values.get(flag)?.[0];
}

function configFlags(line: Line): ConfigFlags {
  const texts = (['spec', 'out', 'scope', 'name', 'templates', 'config'] as const).flatMap((flag) => {
    const value = first(line, flag);
    return value === undefined ? [] : [[flag, value] as const];
  });
  return {
    addons: line.values.get('addon') ?? [],
    allowRefs: line.values.get('allow-ref') ?? [],
    overlays: line.values.get('overlay') ?? [],
    ...Object.fromEntries<string>(texts),
  };
}

/** Pairs that contradict each other: both write or not, one document or many, an end or none. */
const CONTRADICTIONS = [
  ['check', 'dry-run'],
  ['check', 'build'],
  ['check', 'watch'],
  ['dry-run', 'build'],
  ['dry-run', 'watch'],
  ['watch', 'json'],
] as const;

function parseGenerate(line: Line): ParsedCommand | UsageError {
  for (const [one, other] of CONTRADICTIONS) {
    if (line.switches.has(one) && line.switches.has(other)) {
      return usageError(`--${one} and --${other} exclude each other.`, 'Leave one of them out.');
    }
  }
  const isDryRun = line.switches.has('dry-run');
  return {
    command: 'generate',
    flags: configFlags(line),
    mode: line.switches.has('check') ? 'check' : isDryRun ? 'dry-run' : 'write',
    build: line.switches.has('build'),
    watch: line.switches.has('watch'),
    json: line.switches.has('json'),
  };
}

function parseValidate(line: Line): ParsedCommand | UsageError {
  const [spec] = line.words;
  if (spec === undefined) return usageError('sdkgen validate needs a description.', 'Write sdkgen validate SPEC.');
  return { command: 'validate', flags: { ...configFlags(line), spec }, json: line.switches.has('json') };
}

function parseDiff(line: Line): ParsedCommand | UsageError {
  const [old, next] = line.words;
  if (old === undefined || next === undefined) {
    return usageError('sdkgen diff needs two descriptions.', 'Write sdkgen diff OLD NEW.');
  }
  const failOn = first(line, 'fail-on') ?? 'nothing';
  if (failOn !== 'breaking' && failOn !== 'warning' && line.values.has('fail-on')) {
    return usageError(`--fail-on ${failOn} is unknown.`, 'Give breaking or warning.');
  }
  if (line.switches.has('json') && line.switches.has('markdown')) {
    return usageError('--json and --markdown exclude each other.', 'Leave one of them out.');
  }
  return {
    command: 'diff',
    old,
    next,
    flags: configFlags(line),
    format: line.switches.has('json') ? 'json' : line.switches.has('markdown') ? 'markdown' : 'table',
    failOn: failOn === 'breaking' || failOn === 'warning' ? failOn : 'nothing',
    prove: !line.switches.has('no-prove'),
  };
}

function parseMock(line: Line): ParsedCommand | UsageError {
  const [spec] = line.words;
  const port = first(line, 'port') ?? '0';
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > HIGHEST_PORT) {
    return usageError(`--port ${port} is no port.`, `Give a number from 0 (any free port) to ${HIGHEST_PORT}.`);
  }
  const replies = first(line, 'replies') ?? 'example';
  if (replies !== 'example' && replies !== 'complete') {
    const meant = closestWord(replies, ['example', 'complete']);
    const hint = meant === undefined ? 'Give example or complete.' : `Did you mean ${meant}?`;
    return usageError(`--replies ${replies} is unknown.`, hint);
  }
  const flags = { ...configFlags(line), ...(spec === undefined ? {} : { spec }) };
  return { command: 'mock', flags, port: Number(port), replies };
}

function parseExplain(line: Line): ParsedCommand {
  return { command: 'explain', code: line.words[0], json: line.switches.has('json') };
}

type Parser = (line: Line) => ParsedCommand | UsageError;

const PARSERS: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  ['generate', parseGenerate],
  ['validate', parseValidate],
  ['diff', parseDiff],
  ['mock', parseMock],
  ['explain', parseExplain],
]);

/** Words before the command: help, the version, or nothing that can be run. */
function parseWithoutCommand(word: string | undefined, topic: string | undefined): ParsedCommand | UsageError {
  if (word === undefined) return usageError('No command is given.', `Commands: ${[...COMMANDS.keys()].join(', ')}.`);
  if (word === '--version' || word === 'version') return { command: 'version' };
  if (word === '--help' || word === '-h' || word === 'help') {
    const rule = topic === undefined ? undefined : COMMANDS.get(topic);
    return { command: 'help', text: rule === undefined ? generalHelp() : commandHelp(rule) };
  }
  const meant = closestWord(word, COMMANDS.keys());
  const kind = word.startsWith('-') ? 'flag' : 'command';
  const hint = meant === undefined ? 'See sdkgen --help.' : `Did you mean sdkgen ${meant}?`;
  return usageError(`There is no ${kind} ${word}.`, hint);
}

/**
 * Reads a command line.
 *
 * @param parameters what follows `sdkgen`.
 */
export function parseArguments(parameters: readonly string[]): ParsedCommand | UsageError {
  const [name, ...rest] = parameters;
  const rule = name === undefined ? undefined : COMMANDS.get(name);
  const parse = name === undefined ? undefined : PARSERS.get(name);
  if (name === undefined || rule === undefined || parse === undefined) return parseWithoutCommand(name, rest[0]);

  const line = readLine(name, rule, rest);
  if (isUsageError(line)) return line;
  if (line.switches.has('help')) return { command: 'help', text: commandHelp(rule) };
  const surplus = line.words[rule.words];
  if (surplus !== undefined) return usageError(`${surplus} is one word too many.`, `Usage: sdkgen ${rule.usage}`);
  return parse(line);
}
