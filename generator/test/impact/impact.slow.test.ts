import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { renderUses } from '../../src/impact/print.js';
import { type ImpactResult, impact, ProblemsError } from '../../src/index.js';
import { documentOf, names, root, writeProject, writeVersions } from './project.js';

let folder = '';

let result: ImpactResult;

beforeAll(async () => {
  await writeVersions('old');
  folder = writeProject('user', 'old');
  result = await run();
});

const run = (more: object = {}) =>
  impact(documentOf('old'), documentOf('new'), { cwd: folder, project: 'tsconfig.json', ...names, ...more });

/** `file:line rule` for each rule in the markers of the sample: as often as the line has such a use. */
function expected(): string[] {
  const files = readdirSync(join(folder, 'src')).filter((file) => /\.[jt]sx?$/.test(file));
  return files.flatMap((file) => {
    const lines = readFileSync(join(folder, 'src', file), 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      const [, next, rules = ''] = /\/\/ impact( next)?: (.*)$/.exec(line) ?? [];
      const at = index + (next === undefined ? 1 : 2);
      return rules === '' ? [] : rules.split(' ').map((rule) => `src/${file}:${at} ${rule}`);
    });
  });
}

describe('impact', () => {
  test('finds all uses of what changes in a service of many styles, and nothing else', () => {
    const { uses } = result;
    const found = uses.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
    expect(found.sort()).toEqual(expected().sort());
    expect(found.length).toBeGreaterThan(60);
  });

  test('reports the location, severity, change and advice', () => {
    const { uses, bump, worst } = result;
    expect({ bump, worst }).toEqual({ bump: 'major', worst: 'breaking' });
    expect(uses.find(({ file, rule }) => file === 'src/handlers.ts' && rule === 'property-removed')).toEqual({
      file: 'src/handlers.ts',
      line: 20,
      column: 43,
      severity: 'breaking',
      rule: 'property-removed',
      change: 'property-removed:/components/schemas/Room/properties/beds',
      message: '`Room.beds` was removed (received).',
      advice: 'Remove the code that uses it.',
    });
  });

  test('proposes a new name only where it is one', () => {
    const names = result.uses.flatMap(({ message, advice }) => {
      const [, name] = /^Write `(.*)`\./.exec(advice) ?? [];
      return name === undefined ? [] : `${/`(.*?)`/.exec(message)?.[1]} -> ${name}`;
    });
    expect([...new Set(names)].sort()).toEqual([
      'BookingStatusInput -> cancelled',
      'Guest -> Visitor',
      'Room.seat_count -> seats_count',
      'Room.state -> under_repair',
      'RoomRequest.seat_count -> seats_count',
      'RoomRequestInput -> RoomRequestInput',
      'city -> city_name',
      'createBooking -> BookRoomArguments',
      'createBooking -> bookRoom',
      'filter.min_seats -> minimum_seats',
      'side -> north-side',
      'side -> southside',
      'sort[].order -> sort_order',
      'stamp -> seal',
      'state -> under_repair',
    ]);
  });

  test('warns only, where a type stays that of responses', () => {
    const split = result.uses.filter(({ rule }) => rule === 'type-split');
    const severities = (word: string) =>
      new Set(split.flatMap((use) => (use.message.includes(word) ? use.severity : [])));
    expect([severities('Visitor'), severities('RoomRequest')]).toEqual([new Set(['warning']), new Set(['breaking'])]);
  });

  test('prints the lines of its page', () => {
    const page = readFileSync(join(root, '../../generator/docs/impact.md'), 'utf8');
    const [, shown = ''] = /## Which lines are listed\n\n```\n([\s\S]*?)\n```/.exec(page) ?? [];
    const text = renderUses(result.uses.filter(({ file, line }) => file === 'src/handlers.ts' && line < 60));
    expect(shown.split('\n')).toEqual(text.trimEnd().split('\n'));
  });

  test.each([
    ['a project that is not there', { project: 'nowhere.json' }, 'project-unreadable', 'nowhere.json cannot be read'],
    ['packages of another name', { name: 'halls' }, 'project-packages-missing', 'No file of the project imports'],
  ])('reports %s', async (_name, more, code, message) => {
    const error = await run(more).catch((thrown: unknown) => thrown);
    if (!(error instanceof ProblemsError)) throw new Error('There is no problem.');
    expect(error.problems).toMatchObject([{ code, severity: 'error' }]);
    expect(error.message).toContain(message);
  });

  test('reports packages that are imported and not installed', async () => {
    const bare = writeProject('bare', 'old');
    rmSync(join(bare, 'node_modules'), { recursive: true });
    await expect(run({ cwd: bare })).rejects.toThrow(
      /The project imports @acme\/rooms-(client|types), which is not installed/,
    );
  });
});
