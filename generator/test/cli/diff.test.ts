import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { drop, edited, lay, put } from '../diff/edit.js';
import { SERVICE } from '../diff/service.js';
import { newFolder } from '../folder.js';
import { runCommand, sdkgen } from './command.js';

const folder = newFolder('diff');
const diff = (...parameters: readonly string[]) => runCommand(folder, 'diff', ...parameters);
/** Without compiling, which takes a second and does not affect how changes are printed. */
const unproved = (...parameters: readonly string[]) => diff('--no-prove', ...parameters);

beforeAll(() => {
  const write = (file: string, description: object): void =>
    writeFileSync(join(folder, file), JSON.stringify(description, null, 2));
  write('old.json', SERVICE);
  write('same.json', SERVICE);
  write('more.json', edited(put('components > schemas > Poll > properties > kind > enum > -', 'secret')));
  write(
    'new.json',
    edited(
      lay('info', { version: '2.0.0' }),
      drop('components > schemas > Poll > properties > votes'),
      put('paths > /users > put > deprecated', true),
      put('components > schemas > PollRequest > properties > color', { type: 'string' }),
    ),
  );
  const ownServer = put('paths > /users > put > servers', [{ url: 'https://users.example.com' }]);
  write('server.json', edited(ownServer));
  write('server-new.json', edited(ownServer, put('paths > /polls > get > operationId', 'findPolls')));
  write('broken.json', edited(put('paths > /users > put > requestBody', { $ref: '#/components/nothing' })));
});

describe('sdkgen diff', () => {
  test('prints a table, the worst first, with the locations on both sides', async () => {
    const { code, stdout, stderr } = await diff('old.json', 'new.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^breaking \(1\)\n {2}property-removed {6}`Poll\.votes` was removed \(received\)\. Remove the code that uses it\./,
    );
    expect(stdout).toMatch(/\n {24}`listPolls`, `createPoll` and `getPoll`\.\n {24}old\.json:\d+\n\nwarning \(1\)\n/);
    expect(stdout).toMatch(/old\.json:\d+ -> new\.json:\d+/);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '1 breaking change, 1 warning, 2 compatible changes. Version bump: major.',
    );
  });

  test('exits with its usual code when the reader closes the pipe', async () => {
    const child = spawn(
      process.execPath,
      [sdkgen, 'diff', 'old.json', 'new.json', '--no-prove', '--fail-on', 'breaking'],
      {
        cwd: folder,
      },
    );
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('reports only what differs if another operation has its own server', async () => {
    const { stdout } = await diff('server.json', 'server-new.json', '--json');
    expect(JSON.parse(stdout).changes.map(({ rule }: { rule: string }) => rule)).toEqual(['operation-renamed']);
  });

  test('prints a section of a changelog by resource', async () => {
    const { stdout } = await unproved('old.json', 'new.json', '--markdown');
    expect(stdout).toBe(`1 breaking change, 1 warning, 2 compatible changes.

### The service

- The spec is version \`2.0.0\`, was \`1.0.0\`.

### Polls

- **Breaking:** \`Poll.votes\` was removed (received). Remove the code that uses it. Affects \`listPolls\`, \`createPoll\` and \`getPoll\`.
- \`PollRequest.color\` was added (sent). Affects \`createPoll\`.

### Users

- **Warning:** \`updateUser\` is deprecated. Editors strike the method through.
`);
  });

  test('prints annotations at the lines of the new document', async () => {
    const { stdout } = await unproved('old.json', 'new.json', '--annotations');
    const [error, warning, notice, ...more] = stdout.trimEnd().split('\n');
    expect(error).toMatch(/^::error file=new\.json,line=\d+,col=\d+,title=property-removed::`Poll\.votes` was removed/);
    expect(warning).toMatch(/^::warning file=new\.json,line=\d+,col=\d+,title=operation-deprecated::`updateUser` is/);
    expect(notice).toMatch(/^::notice title=sdkgen diff::1 breaking change, .* Version bump: major\.$/);
    expect(more).toEqual([]);
  });

  test('prints JSON with pointers, files and lines on both sides', async () => {
    const { stdout } = await unproved('old.json', 'new.json', '--json');
    const { bump, changes } = JSON.parse(stdout);
    expect(bump).toBe('major');
    expect(changes[2]).toEqual({
      id: 'property-added:/components/schemas/PollRequest/properties/color',
      rule: 'property-added',
      severity: 'compatible',
      message: '`PollRequest.color` was added (sent).',
      meaning: 'A field is added.',
      advice: null,
      operation: 'createPoll',
      reaches: ['createPoll'],
      old: null,
      new: {
        pointer: '/components/schemas/PollRequest/properties/color',
        file: 'new.json',
        line: expect.any(Number),
        column: expect.any(Number),
      },
    });
  });

  test('reports that nothing changed', async () => {
    expect((await diff('old.json', 'same.json')).stdout).toBe('Nothing changed. Version bump: none.\n');
    expect((await diff('old.json', 'same.json', '--markdown')).stdout).toBe('Nothing changed.\n');
    expect(JSON.parse((await diff('old.json', 'same.json', '--json')).stdout)).toEqual({ bump: 'none', changes: [] });
  });

  test.each([
    ['new.json', 'breaking', 1],
    ['new.json', 'warning', 1],
    ['more.json', 'breaking', 0],
    ['more.json', 'warning', 1],
    ['same.json', 'warning', 0],
  ])('of %s fails on %s with exit code %i', async (next, failOn, code) => {
    expect((await unproved('old.json', next, '--fail-on', failOn)).code).toBe(code);
  });

  test('reports the problems of both documents at once', async () => {
    const { code, stdout, stderr } = await diff('broken.json', 'missing.json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/broken\.json:\d+:\d+ - error ref-/);
    expect(stderr).toContain('missing.json - error source-missing');
  });

  test.each([
    [['old.json'], 'sdkgen diff requires NEW.'],
    [['old.json', 'new.json', '--fail-on', 'minor'], '--fail-on minor is not a valid value.'],
    [['old.json', 'new.json', '--json', '--markdown'], '--json and --markdown cannot be combined.'],
  ])('of %j is a usage error', async (parameters, message) => {
    const { code, stderr } = await diff(...parameters);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
