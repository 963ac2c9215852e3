import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../src/cli/arguments.js';
import { COMMANDS, type Command } from '../../src/cli/commands.js';

const commands = new Map<string, Command>(Object.entries(COMMANDS));

/** A resolved command line without its defaults. */
function line(command: string, given: object = {}): object {
  return { command, words: [], flags: {}, switches: new Set(), ...given };
}

describe('a command line', () => {
  test.each([
    ['generate', line('generate')],
    [
      'generate --spec a.yaml --out=o --scope @acme --name chat --templates t --config c.json',
      line('generate', {
        flags: { spec: 'a.yaml', out: 'o', scope: '@acme', name: 'chat', templates: 't', config: 'c.json' },
      }),
    ],
    [
      'generate --addon a --addon b --allow-ref x --allow-ref https://example.com/',
      line('generate', { flags: { addons: ['a', 'b'], allowRefs: ['x', 'https://example.com/'] } }),
    ],
    ['generate a.yaml', line('generate', { words: ['a.yaml'], flags: { spec: 'a.yaml' } })],
    ['validate --config c.yaml', line('validate', { flags: { config: 'c.yaml' } })],
    ['templates eject client/client.ts.hbs', line('templates', { words: ['eject', 'client/client.ts.hbs'] })],
    ['generate --out=-o', line('generate', { flags: { out: '-o' } })],
    ['generate --check --json', line('generate', { switches: new Set(['check', 'json']) })],
    ['generate --build --watch', line('generate', { switches: new Set(['build', 'watch']) })],
    ['validate a.yaml', line('validate', { words: ['a.yaml'], flags: { spec: 'a.yaml' } })],
    [
      'validate --json --allow-ref .. a.yaml',
      line('validate', {
        words: ['a.yaml'],
        flags: { spec: 'a.yaml', allowRefs: ['..'] },
        switches: new Set(['json']),
      }),
    ],
    ['validate -- --odd.yaml', line('validate', { words: ['--odd.yaml'], flags: { spec: '--odd.yaml' } })],
    [
      'diff a.yaml b.yaml --fail-on warning --no-prove',
      line('diff', {
        words: ['a.yaml', 'b.yaml'],
        values: new Map([['fail-on', ['warning']]]),
        switches: new Set(['no-prove']),
      }),
    ],
    ['mock', line('mock')],
    [
      'mock a.yaml --port 8080 --replies complete',
      line('mock', {
        words: ['a.yaml'],
        flags: { spec: 'a.yaml' },
        values: new Map([
          ['port', ['8080']],
          ['replies', ['complete']],
        ]),
      }),
    ],
    ['--version', { command: 'version' }],
    ['version', { command: 'version' }],
  ])('%s', (text, want) => {
    expect(parseArguments(text.split(' '))).toMatchObject(want);
  });

  test.each([
    [
      '',
      'No command given.',
      'Commands: init, generate, validate, diff, impact, migrate, adopt, mock, templates, explain.',
    ],
    ['generat', 'Unknown command: generat.', 'Did you mean sdkgen generate?'],
    ['frobnicate', 'Unknown command: frobnicate.', 'See sdkgen --help.'],
    ['constructor', 'Unknown command: constructor.', 'See sdkgen --help.'],
    ['--json', 'Unknown flag: --json.', 'See sdkgen --help.'],
    ['generate --speck a', 'sdkgen generate has no flag --speck.', 'Did you mean --spec?'],
    ['generate --dryrun', 'sdkgen generate has no flag --dryrun.', 'Did you mean --dry-run?'],
    ['generate --port 1', 'sdkgen generate has no flag --port.', 'See sdkgen generate --help.'],
    ['generate -x', 'sdkgen generate has no flag -x.', 'See sdkgen generate --help.'],
    ['generate --__proto__ x', 'sdkgen generate has no flag --__proto__.', 'See sdkgen generate --help.'],
    ['generate --spec', '--spec requires a value.', 'Use --spec FILE|URL.'],
    ['generate --spec --check', '--spec requires a value.', 'Use --spec FILE|URL.'],
    ['generate --spec a --spec b', '--spec was given twice.', 'Use it once.'],
    ['generate --check=yes', '--check takes no value.', 'Use --check alone.'],
    ['generate --check --dry-run', '--check and --dry-run cannot be combined.', 'Remove one of them.'],
    ['generate --build --dry-run', '--dry-run and --build cannot be combined.', 'Remove one of them.'],
    ['generate --watch --json', '--watch and --json cannot be combined.', 'Remove one of them.'],
    ['diff a.yaml', 'sdkgen diff requires NEW.', 'Usage: sdkgen diff OLD NEW [flags]'],
    ['generate a.yaml b', 'Unexpected argument: b.', 'Usage: sdkgen generate [SPEC] [flags]'],
    ['generate a.yaml --spec b.yaml', 'SPEC and --spec cannot be combined.', 'Remove one of them.'],
    ['adopt', 'sdkgen adopt requires VENDOR_FILE.', 'Usage: sdkgen adopt VENDOR_FILE [flags]'],
    ['validate a b', 'Unexpected argument: b.', 'Usage: sdkgen validate [SPEC] [flags]'],
    ['mock --port 65536', '--port 65536 is not a port.', 'Use a number from 0 (any free port) to 65535.'],
    ['mock --port 1e3', '--port 1e3 is not a port.', 'Use a number from 0 (any free port) to 65535.'],
    ['mock --replies exmaple', '--replies exmaple is not a valid value.', 'Did you mean example?'],
    ['mock --replies all', '--replies all is not a valid value.', 'Use example or complete.'],
  ])('"%s" results in one sentence and a hint', (text, message, hint) => {
    const parse = (): unknown => parseArguments(text === '' ? [] : text.split(' '));
    expect(parse).toThrow(expect.objectContaining({ name: 'UsageError', message, hint }));
  });
});

describe('help', () => {
  const textOf = (words: string): string => {
    const parsed = parseArguments(words.split(' '));
    return 'text' in parsed ? parsed.text : '';
  };

  test.each(['--help', '-h', 'help'])('%s lists every command', (line) => {
    for (const name of commands.keys()) expect(textOf(line)).toContain(`\n  ${name}`);
  });

  test.each([...commands.keys()])('of %s lists each of its flags, however it is requested', (name) => {
    const text = textOf(`${name} --help`);
    for (const flag of commands.get(name)?.flags ?? []) expect(text).toContain(`\n  --${flag}`);
    expect(textOf(`${name} -h`)).toBe(text);
    expect(textOf(`help ${name}`)).toBe(text);
  });

  test.each([...commands.keys()])('of %s fits the width of a terminal', (name) => {
    expect(
      Math.max(
        ...textOf(`help ${name}`)
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(100);
  });
});
