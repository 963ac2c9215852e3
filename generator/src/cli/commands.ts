import { SETTINGS } from '../config/index.js';

/** A flag of the command line. */
export interface Flag {
  /** The placeholder of the value in the help, such as `FILE`; absent for a switch. */
  readonly value?: string;
  readonly isList?: true;
  readonly about: string;
  /** The allowed values, if not all are. */
  readonly choices?: readonly string[];
  readonly isPort?: true;
}

export interface Command {
  readonly about: string;
  /** The positional arguments; those in brackets are optional. */
  readonly words: readonly string[];
  /** Besides `help`, which all commands have. */
  readonly flags: readonly string[];
  /** Flag -> flags that cannot be combined with it. */
  readonly exclusive?: Readonly<Record<string, readonly string[]>>;
  readonly notes: readonly string[];
}

/** The flags that are not settings. */
const SWITCHES = {
  check: { about: 'Write nothing; exit 1 if the packages are not up to date.' },
  'dry-run': { about: 'Write nothing; print what would be written.' },
  build: { about: 'Build the packages as well.' },
  watch: { about: 'Keep running, and write again whenever an input changes.' },
  json: { about: 'Print JSON on standard output.' },
  markdown: { about: 'Print a section of a changelog.' },
  annotations: { about: 'Print breaking changes and warnings as GitHub annotations.' },
  'fail-on': {
    value: 'breaking|warning',
    choices: ['breaking', 'warning'],
    about: 'Exit 1 if there is a change of this severity or a worse one.',
  },
  accept: { value: 'RULE:POINTER', about: 'Note in sdkgen.accepted.yaml that this change is fine.' },
  reason: { value: 'TEXT', about: 'Why the change is fine.' },
  'no-prove': { about: 'Do not compile code for OLD against NEW; use only the rules.' },
  project: {
    value: 'TSCONFIG',
    about: 'The TypeScript project that uses OLD. Default: tsconfig.json.',
  },
  force: { about: 'Write although the git working tree has changes.' },
  port: { value: 'NUMBER', isPort: true, about: 'Listen on this port. Default: a free one, which is printed.' },
  replies: {
    value: 'example|complete',
    choices: ['example', 'complete'],
    about: 'Respond with the examples, or with all fields.',
  },
  'package-manager': {
    value: 'npm|pnpm|yarn',
    choices: ['npm', 'pnpm', 'yarn'],
    about: 'The package manager. Default: that of the lock file.',
  },
  yes: { about: 'Do not prompt; use the defaults for missing options.' },
  help: { about: 'Print this help.' },
} as const satisfies Readonly<Record<string, Flag>>;

const SETTING_FLAGS = SETTINGS.flatMap((setting) => ('flag' in setting ? [setting] : []));
type FlagName = (typeof SETTING_FLAGS)[number]['flag'] | keyof typeof SWITCHES;

export const FLAGS: ReadonlyMap<string, Flag> = new Map<string, Flag>([
  ...SETTING_FLAGS.map((setting) => [setting.flag, setting] as const),
  ...Object.entries(SWITCHES),
]);

/** How a document is read. */
const READ_FLAGS = ['config', 'overlay', 'allow-ref', 'select', 'exclude'] as const;
/** The same, and the names of the packages. */
const COMPARED_FLAGS = ['scope', 'name', 'templates', 'addon', ...READ_FLAGS] as const;

export const COMMANDS = {
  init: {
    about: 'Set up a workspace of generated packages, and write them.',
    words: ['[DIR]'],
    flags: ['spec', 'scope', 'name', 'package-manager', 'yes'],
    notes: ['In a project with a package.json, adds the configuration to it. Nothing is overwritten.'],
  },
  generate: {
    about: 'Write the types package and the client package for an OpenAPI document.',
    words: ['[SPEC]'],
    flags: [...SETTING_FLAGS.map(({ flag }) => flag), 'check', 'dry-run', 'build', 'watch', 'json'],
    exclusive: { check: ['dry-run', 'build', 'watch'], 'dry-run': ['build', 'watch'], watch: ['json'] },
    notes: ['Without SPEC, uses that of the nearest sdkgen.config.* or package.json with the key "sdkgen".'],
  },
  validate: {
    about: 'Report all problems of an OpenAPI document; write nothing.',
    words: ['[SPEC]'],
    flags: ['spec', ...READ_FLAGS, 'json'],
    notes: ['Without SPEC, validates the document of the configuration.'],
  },
  diff: {
    about: 'Report the changes between two versions of an OpenAPI document, and who is affected.',
    words: ['OLD', 'NEW'],
    flags: ['markdown', 'json', 'annotations', 'fail-on', 'accept', 'reason', 'no-prove', ...READ_FLAGS],
    exclusive: { json: ['markdown', 'annotations'], markdown: ['annotations'] },
    notes: [
      'OLD and NEW are files, URLs, or git:REV:PATH.',
      'The options of the nearest package.json apply if OLD or NEW is the document that it configures.',
    ],
  },
  impact: {
    about: 'List the lines of a TypeScript project that are affected by the changes between two versions.',
    words: ['OLD', 'NEW'],
    flags: ['project', 'markdown', 'json', 'fail-on', ...COMPARED_FLAGS],
    exclusive: { json: ['markdown'] },
    notes: ['The project has the packages of OLD installed; those of NEW need not exist.'],
  },
  migrate: {
    about: 'Rewrite a TypeScript project for a new version where that is safe, and list the rest.',
    words: ['OLD', 'NEW'],
    flags: ['project', 'dry-run', 'force', 'json', 'fail-on', ...COMPARED_FLAGS],
    notes: ['The project has the packages of OLD installed; install those of NEW afterwards.'],
  },
  adopt: {
    about: "Update the spec to the facts of a vendor's file, keeping texts, examples and layout.",
    words: ['VENDOR_FILE'],
    flags: ['dry-run', 'json', 'spec', ...READ_FLAGS],
    notes: ['The file is read with the configuration that the setting "vendor" names.'],
  },
  mock: {
    about: 'Serve the API of an OpenAPI document locally, and validate each request.',
    words: ['[SPEC]'],
    flags: ['spec', 'port', 'replies', ...READ_FLAGS],
    notes: ['Without SPEC, serves the document of the configuration.'],
  },
  templates: {
    about: 'List the built-in templates, or copy one into your folder of templates, with its data.',
    words: ['[eject]', '[NAME]'],
    flags: ['templates', 'config'],
    notes: ['sdkgen templates eject client/client.ts.hbs copies one. An existing file is kept.'],
  },
  explain: {
    about: 'Explain a problem code, and how to fix the problem.',
    words: ['[CODE]'],
    flags: ['json'],
    notes: ['Without CODE, lists all codes.'],
  },
} as const satisfies Readonly<Record<string, Command & { readonly flags: readonly FlagName[] }>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** The arguments of a command, after `sdkgen`. */
export function usageOf(name: CommandName): string {
  return [name, ...COMMANDS[name].words, '[flags]'].join(' ');
}

const EXIT_CODES = 'Exit codes: 0 success, 1 problems found, 2 usage error.';

/** The help for all commands. */
export function generalHelp(): string {
  return [
    'Reads an OpenAPI document and writes a types package and a client package.',
    '\nUsage: sdkgen COMMAND [flags]',
    '\nCommands:',
    ...table(Object.entries(COMMANDS).map(([name, { about }]) => [name, about])),
    '\nFlags:',
    ...table([
      ['--help', 'Print this help; after a command, the flags of that command.'],
      ['--version', 'Print the version.'],
    ]),
    `\n${EXIT_CODES}`,
  ].join('\n');
}

export function commandHelp(command: CommandName): string {
  const { about, flags, notes }: Command = COMMANDS[command];
  const rows = [...flags, 'help'].map((name) => {
    const { value, isList, about: purpose = '' }: Partial<Flag> = FLAGS.get(name) ?? {};
    const left = value === undefined ? `--${name}` : `--${name} ${value}`;
    return [left, isList ? `${purpose} Repeatable.` : purpose] as const;
  });
  const closing = [...notes, EXIT_CODES].map((note) => `\n${note}`);
  return [about, `\nUsage: sdkgen ${usageOf(command)}`, '\nFlags:', ...table(rows), ...closing].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
