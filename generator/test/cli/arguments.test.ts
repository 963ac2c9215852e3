import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../src/cli/arguments.js';
import { COMMANDS } from '../../src/cli/commands.js';

const generate = {
  command: 'generate',
  flags: { addons: [], allowRefs: [], overlays: [] },
  mode: 'write',
  build: false,
  watch: false,
  json: false,
};
const mock = { command: 'mock', port: 0, replies: 'example', flags: generate.flags };

describe('a command line', () => {
  test.each([
    ['generate', generate],
    [
      'generate --spec a.yaml --out=o --scope @acme --name chat --templates t --config c.json',
      {
        ...generate,
        flags: {
          spec: 'a.yaml',
          out: 'o',
          scope: '@acme',
          name: 'chat',
          templates: 't',
          config: 'c.json',
          addons: [],
          allowRefs: [],
          overlays: [],
        },
      },
    ],
    [
      'generate --addon a --addon b --allow-ref x --allow-ref https://example.com/',
      { ...generate, flags: { addons: ['a', 'b'], allowRefs: ['x', 'https://example.com/'], overlays: [] } },
    ],
    ['generate --out=-o', { ...generate, flags: { ...generate.flags, out: '-o' } }],
    ['generate --check --json', { ...generate, mode: 'check', json: true }],
    ['generate --dry-run', { ...generate, mode: 'dry-run' }],
    ['generate --build --watch', { ...generate, build: true, watch: true }],
    ['validate a.yaml', { command: 'validate', flags: { ...generate.flags, spec: 'a.yaml' }, json: false }],
    [
      'validate --json --allow-ref .. a.yaml',
      { command: 'validate', flags: { ...generate.flags, spec: 'a.yaml', allowRefs: ['..'] }, json: true },
    ],
    ['validate -- --odd.yaml', { command: 'validate', flags: { ...generate.flags, spec: '--odd.yaml' }, json: false }],
    ['mock', mock],
    [
      'mock a.yaml --port 8080 --replies complete',
      { ...mock, flags: { ...mock.flags, spec: 'a.yaml' }, port: 8080, replies: 'complete' },
    ],
    ['--version', { command: 'version' }],
    ['version', { command: 'version' }],
  ])('%s', (line, want) => {
    expect(parseArguments(line.split(' '))).toEqual(want);
  });

  test.each([
    ['', 'No command is given.', 'Commands: generate, validate, diff, mock, explain.'],
    ['generat', 'There is no command generat.', 'Did you mean sdkgen generate?'],
    ['frobnicate', 'There is no command frobnicate.', 'See sdkgen --help.'],
    ['constructor', 'There is no command constructor.', 'See sdkgen --help.'],
    ['--json', 'There is no flag --json.', 'See sdkgen --help.'],
    ['generate --speck a', 'sdkgen generate has no flag --speck.', 'Did you mean --spec?'],
    ['generate --dryrun', 'sdkgen generate has no flag --dryrun.', 'Did you mean --dry-run?'],
    ['generate --port 1', 'sdkgen generate has no flag --port.', 'See sdkgen generate --help.'],
    ['generate -x', 'sdkgen generate has no flag -x.', 'See sdkgen generate --help.'],
    ['generate --__proto__ x', 'sdkgen generate has no flag --__proto__.', 'See sdkgen generate --help.'],
    ['generate --spec', '--spec needs a value.', 'Write --spec FILE|URL.'],
    ['generate --spec --check', '--spec needs a value.', 'Write --spec FILE|URL.'],
    ['generate --spec a --spec b', '--spec is given twice.', 'Give it once.'],
    ['generate --check=yes', '--check takes no value.', 'Write --check alone.'],
    ['generate --check --dry-run', '--check and --dry-run exclude each other.', 'Leave one of them out.'],
    ['generate --build --dry-run', '--dry-run and --build exclude each other.', 'Leave one of them out.'],
    ['generate --watch --json', '--watch and --json exclude each other.', 'Leave one of them out.'],
    ['generate a.yaml', 'a.yaml is one word too many.', 'Usage: sdkgen generate [flags]'],
    ['validate', 'sdkgen validate needs a description.', 'Write sdkgen validate SPEC.'],
    ['validate a b', 'b is one word too many.', 'Usage: sdkgen validate SPEC [flags]'],
    ['mock --port 65536', '--port 65536 is no port.', 'Give a number from 0 (any free port) to 65535.'],
    ['mock --port 1e3', '--port 1e3 is no port.', 'Give a number from 0 (any free port) to 65535.'],
    ['mock --replies exmaple', '--replies exmaple is unknown.', 'Did you mean example?'],
    ['mock --replies all', '--replies all is unknown.', 'Give example or complete.'],
  ])('"%s" is answered with one sentence and a hint', (line, message, hint) => {
    const parameters = line === '' ? [] : line.split(' ');
    expect(parseArguments(parameters)).toEqual({ command: 'usage-error', message, hint });
  });
});

describe('help', () => {
  const textOf = (line: string): string => {
    const parsed = parseArguments(line.split(' '));
    return parsed.command === 'help' ? parsed.text : '';
  };

  test.each(['--help', '-h', 'help'])('%s names every command', (line) => {
    for (const name of COMMANDS.keys()) expect(textOf(line)).toContain(`\n  ${name}`);
  });

  test.each([...COMMANDS.keys()])('of %s names each of its flags, however it is asked for', (name) => {
    const text = textOf(`${name} --help`);
    for (const flag of COMMANDS.get(name)?.flags.keys() ?? []) expect(text).toContain(`\n  --${flag}`);
    expect([textOf(`${name} -h`), textOf(`help ${name}`), textOf(`${name} --json --help`)]).toContain(text);
    expect(textOf(`help ${name}`)).toBe(text);
  });

  test.each([...COMMANDS.keys()])('of %s fits a terminal', (name) => {
    expect(
      Math.max(
        ...textOf(`help ${name}`)
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(100);
  });
});
