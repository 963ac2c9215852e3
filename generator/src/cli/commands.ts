/** A flag as the command line takes it and the help tells it. */
export interface FlagRule {
  /** What stands for the value in the help, such as `FILE`; absent for a flag that is on or off. */
  readonly value?: string;
  readonly isRepeatable?: true;
  readonly about: string;
}

export interface CommandRule {
  readonly about: string;
  /** How it is called, after `sdkgen`. */
  readonly usage: string;
  /** At most this many words besides the flags. */
  readonly words: number;
  readonly flags: ReadonlyMap<string, FlagRule>;
  readonly notes: readonly string[];
}

const HELP_FLAG: readonly [string, FlagRule] = ['help', { about: 'Print this text.' }];
const JSON_FLAG: readonly [string, FlagRule] = ['json', { about: 'Print one JSON document on standard output.' }];
const ALLOW_REF_FLAG: readonly [string, FlagRule] = [
  'allow-ref',
  { value: 'PLACE', isRepeatable: true, about: 'Let $refs lead to this folder or URL as well.' },
];
const OVERLAY_FLAG: readonly [string, FlagRule] = [
  'overlay',
  { value: 'FILE', isRepeatable: true, about: 'Lay this Overlay document over the description.' },
];

export const COMMANDS: ReadonlyMap<string, CommandRule> = new Map([
  [
    'generate',
    {
      about: 'Write the types package and the client package of a description.',
      usage: 'generate [flags]',
      words: 0,
      flags: new Map([
        ['spec', { value: 'FILE|URL', about: 'The OpenAPI description, 3.0 or 3.1, YAML or JSON.' }],
        ['out', { value: 'FOLDER', about: 'Where the folders of the packages go. Default: packages.' }],
        ['scope', { value: '@SCOPE', about: 'The npm scope of the packages.' }],
        ['name', { value: 'NAME', about: 'They are called @SCOPE/NAME-types and @SCOPE/NAME-client.' }],
        ['templates', { value: 'FOLDER', about: 'Templates that are used before the built-in ones.' }],
        ['config', { value: 'FILE', about: 'A JSON file with these options. Default: package.json, key "sdkgen".' }],
        ['addon', { value: 'NAME', isRepeatable: true, about: 'Switch on an add-on of the templates.' }],
        OVERLAY_FLAG,
        ALLOW_REF_FLAG,
        ['check', { about: 'Write nothing; exit 1 when the packages are not what the inputs give.' }],
        ['dry-run', { about: 'Write nothing; say what would be written.' }],
        ['build', { about: 'Build the packages as well.' }],
        ['watch', { about: 'Go on, and write again whenever an input changes.' }],
        JSON_FLAG,
        HELP_FLAG,
      ]),
      notes: ['Without flags, the options are those in the nearest package.json with the key "sdkgen".'],
    },
  ],
  [
    'validate',
    {
      about: 'Report every problem of a description, and write nothing.',
      usage: 'validate SPEC [flags]',
      words: 1,
      flags: new Map([OVERLAY_FLAG, ALLOW_REF_FLAG, JSON_FLAG, HELP_FLAG]),
      notes: [],
    },
  ],
  [
    'diff',
    {
      about: 'Tell what changed from one version of a description to another, and whom it breaks.',
      usage: 'diff OLD NEW [flags]',
      words: 2,
      flags: new Map([
        ['markdown', { about: 'Print a section of a changelog.' }],
        JSON_FLAG,
        ['fail-on', { value: 'breaking|warning', about: 'Exit 1 when there is such a change, or a worse one.' }],
        ['no-prove', { about: 'Believe the rules: do not compile a user of OLD against NEW.' }],
        ['config', { value: 'FILE', about: 'A JSON file with the options of both. Default: as in generate.' }],
        OVERLAY_FLAG,
        ALLOW_REF_FLAG,
        HELP_FLAG,
      ]),
      notes: ['The options of the nearest package.json hold when OLD or NEW is the description that it configures.'],
    },
  ],
  [
    'mock',
    {
      about: 'Serve the API of a description on this machine, and check each request.',
      usage: 'mock [SPEC] [flags]',
      words: 1,
      flags: new Map([
        ['port', { value: 'NUMBER', about: 'Listen on this port. Default: a free one, which is printed.' }],
        ['replies', { value: 'example|complete', about: 'Reply with the examples, or with every field.' }],
        OVERLAY_FLAG,
        ALLOW_REF_FLAG,
        HELP_FLAG,
      ]),
      notes: ['Without SPEC, the description is the one in the nearest package.json with the key "sdkgen".'],
    },
  ],
  [
    'explain',
    {
      about: 'Tell what the code of a problem means, and how to mend it.',
      usage: 'explain [CODE] [flags]',
      words: 1,
      flags: new Map([JSON_FLAG, HELP_FLAG]),
      notes: ['Without CODE, all codes are listed.'],
    },
  ],
]);

const EXIT_CODES = 'Exit codes: 0 fine, 1 problems found, 2 wrong usage.';

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** The help for all commands: what there is. */
export function generalHelp(): string {
  return [
    'Reads an OpenAPI description and writes a types package and a client package.',
    '',
    'Usage: sdkgen COMMAND [flags]',
    '',
    'Commands:',
    ...table([...COMMANDS].map(([name, { about }]) => [name, about] as const)),
    '',
    'Flags:',
    ...table([
      ['--help', 'Print this text; after a command, the flags of that command.'],
      ['--version', 'Print the version.'],
    ]),
    '',
    EXIT_CODES,
    '',
  ].join('\n');
}

/** The help for one command. */
export function commandHelp({ about, usage, flags, notes }: CommandRule): string {
  const rows = [...flags].map(([name, { value, isRepeatable, about: purpose }]) => {
    const left = value === undefined ? `--${name}` : `--${name} ${value}`;
    return [left, isRepeatable === true ? `${purpose} Repeatable.` : purpose] as const;
  });
  const closing = [...notes, EXIT_CODES].flatMap((note) => ['', note]);
  return [about, '', `Usage: sdkgen ${usage}`, '', 'Flags:', ...table(rows), ...closing, ''].join('\n');
}
