import { SETTINGS } from '../config/index.js';

/** A flag of the command line. */
export interface Flag {
  /** What the help shows in place of the value, such as `FILE`; absent for a switch. */
  readonly value?: string;
  readonly isList?: true;
  readonly about: string;
  /** The only values, when not every one is allowed. */
  readonly choices?: readonly string[];
  readonly isPort?: true;
}

export interface Command {
  readonly about: string;
  /** The arguments besides flags; those in brackets may be left out. */
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, Flag>;
  readonly exclusive?: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
}

/** The flags that are not settings. */
const SWITCHES = {
  check: { about: 'Write nothing; exit 1 when the packages are not up to date.' },
  'dry-run': { about: 'Write nothing; print what would be written.' },
  build: { about: 'Build the packages as well.' },
  watch: { about: 'Keep running, and write again whenever an input changes.' },
  json: { about: 'Print one JSON document on standard output.' },
  markdown: { about: 'Print a section of a changelog.' },
  'fail-on': {
    value: 'breaking|warning',
    choices: ['breaking', 'warning'],
    about: 'Exit 1 when there is such a change, or a worse one.',
  },
  'no-prove': { about: 'Rely on the rules alone: do not compile code for OLD against NEW.' },
  port: { value: 'NUMBER', isPort: true, about: 'Listen on this port. Default: a free one, which is printed.' },
  replies: {
    value: 'example|complete',
    choices: ['example', 'complete'],
    about: 'Reply with the examples, or with every field.',
  },
  help: { about: 'Print this text.' },
} as const satisfies Readonly<Record<string, Flag>>;

type FlagName = Extract<(typeof SETTINGS)[number], { readonly flag: string }>['flag'] | keyof typeof SWITCHES;

const KNOWN: ReadonlyMap<string, Flag> = new Map<string, Flag>([
  ...SETTINGS.flatMap((setting) => ('flag' in setting ? [[setting.flag, setting] as const] : [])),
  ...Object.entries(SWITCHES),
]);

function flags(...names: readonly FlagName[]): ReadonlyMap<string, Flag> {
  return new Map([...names, 'help'].flatMap((name) => [...KNOWN].filter(([known]) => known === name)));
}

export const COMMANDS = {
  generate: {
    about: 'Write the types package and the client package for an OpenAPI document.',
    words: [],
    flags: flags(
      ...SETTINGS.flatMap((setting) => ('flag' in setting ? [setting.flag] : [])),
      ...(['check', 'dry-run', 'build', 'watch', 'json'] as const),
    ),
    exclusive: [
      ['check', 'dry-run'],
      ['check', 'build'],
      ['check', 'watch'],
      ['dry-run', 'build'],
      ['dry-run', 'watch'],
      ['watch', 'json'],
    ],
    notes: ['Without flags, the options are those in the nearest package.json with the key "sdkgen".'],
  },
  validate: {
    about: 'Report every problem of an OpenAPI document, and write nothing.',
    words: ['SPEC'],
    flags: flags('overlay', 'allow-ref', 'json'),
    notes: [],
  },
  diff: {
    about: 'Report what changed between two versions of an OpenAPI document, and who is affected.',
    words: ['OLD', 'NEW'],
    flags: flags('markdown', 'json', 'fail-on', 'no-prove', 'config', 'overlay', 'allow-ref'),
    exclusive: [['json', 'markdown']],
    notes: ['The options of the nearest package.json apply when OLD or NEW is the document that it configures.'],
  },
  mock: {
    about: 'Serve the API of an OpenAPI document on this machine, and check each request.',
    words: ['[SPEC]'],
    flags: flags('port', 'replies', 'overlay', 'allow-ref'),
    notes: ['Without SPEC, the document is the one in the nearest package.json with the key "sdkgen".'],
  },
  explain: {
    about: 'Explain the code of a problem, and how to fix it.',
    words: ['[CODE]'],
    flags: flags('json'),
    notes: ['Without CODE, all codes are listed.'],
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** How a command is called, after `sdkgen`. */
export function usageOf(name: CommandName): string {
  return [name, ...COMMANDS[name].words, '[flags]'].join(' ');
}
