import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { resolveConfig } from '../../src/config/index.js';
import { adopt } from '../../src/generate/adopt.js';
import { validate } from '../../src/generate/prepare.js';
import { folderOf } from '../load/temporary.js';
import { linesLost, textsIn } from './lines.js';
import { signatures } from './signatures.js';
import { CHECKOUT, vendorSample } from './vendor-sample.js';
import { VERSIONS } from './versions.js';

const settings = { spec: 'spec/openapi.yaml', scope: '@scope', name: 'chat', addons: ['stream'] };
const vendor = 'spec/vendor/config.yaml';

describe("successive versions of the vendor's file", () => {
  const file = vendorSample();
  let cwd = '';
  const results: Awaited<ReturnType<typeof step>>[] = [];

  async function step(index: number) {
    const sample = await file;
    sample.info.version = `v${227 + index}.0.0`;
    VERSIONS[index]?.change(sample);
    writeFileSync(join(cwd, 'vendor.json'), JSON.stringify(sample));
    const before = textsIn(join(cwd, 'spec'));
    const { notes } = await adopt('vendor.json', { cwd, flags: {}, dryRun: false });
    const after = textsIn(join(cwd, 'spec'));
    const second = await adopt('vendor.json', { cwd, flags: {}, dryRun: false });
    const config = await resolveConfig({ cwd, flags: {} });
    const problems = await validate(config);
    const ours = new Set(await signatures(config));
    const theirs = await signatures(await resolveConfig({ cwd, flags: { config: vendor, spec: 'vendor.json' } }));
    return {
      notes: notes.map(({ kind, text }) => `${kind}: ${text}`),
      lost: linesLost(before, after),
      added: linesLost(after, before),
      again: second.written,
      errors: problems
        .filter(({ severity }) => severity === 'error')
        .map(({ message, pointer }) => `${pointer} ${message}`),
      missing: theirs.filter((text) => !ours.has(text)),
    };
  }

  beforeAll(async () => {
    cwd = await folderOf({ 'package.json': { sdkgen: { ...settings, vendor } } });
    cpSync(join(CHECKOUT, 'spec'), join(cwd, 'spec'), { recursive: true });
    for (const index of VERSIONS.keys()) results.push(await step(index));
  }, 900_000);

  /** Parts of our spec that the vendor's version lacks: they are kept. */
  const KEPT: readonly (readonly string[])[] = [[], ['BlockListResponse', 'DeletePollArguments'], [], [], []];

  test.each(VERSIONS.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    const { again, errors, missing, lost } = results[index] ?? {};
    expect({ again, errors }).toEqual({ again: [], errors: [] });
    expect(missing?.map((text) => /^\w+/.exec(text)?.[0])).toEqual(KEPT[index]);
    expect(lost?.filter((line) => line.includes(': #'))).toEqual([]);
  });

  test('change only the lines of what differs', () => {
    expect(results[0]?.lost).toEqual([
      'permissions.yaml: value: { name: My Feed }',
      'permissions.yaml: required: [name]',
      'polls.yaml: custom]',
      'polls.yaml: maximum: 10',
      'polls.yaml: enum: [anonymous, public]',
    ]);
    // Removing a value from a list of many lines moves the others.
    const isMoved = (line: string): boolean => line.startsWith('channels.yaml: ') || line.endsWith('custom: {} }');
    expect(results[1]?.lost.filter((line) => !isMoved(line))).toEqual([
      'polls.yaml: maximum: 20',
      'polls.yaml: enum: [anonymous, public, hosts]',
      'users.yaml: required: [id]',
    ]);
    // What is at another path keeps its texts and examples.
    expect(results[4]?.lost).toEqual(['openapi.yaml: /api/v2/guest: { $ref: users.yaml#/paths/guest }']);
  });

  test('are noted: additions, kept parts, removals and decisions', () => {
    expect(results.map((result) => result.notes.filter((note) => !note.includes('The example')))).toMatchObject([
      expect.arrayContaining([
        'added: CreatePollRequest.is_secret',
        'added: GetPoll.include_votes',
        'added: GetApp 403',
      ]),
      expect.arrayContaining(['kept: CheckSNS is in the spec, but not in v228.0.0']),
      expect.arrayContaining([
        'removed: CheckSNS, absent since v228.0.0',
        'back: BlockListResponse.is_leet_check_enabled, absent since v228.0.0',
        'added: LinkPreview, in place of GetOGResponse, whose texts are copied',
        'changed: ListRoles is called QueryRoles',
      ]),
      expect.arrayContaining(['removed: GetOGResponse, absent since v229.0.0', 'added: RateLimitRule']),
      expect.arrayContaining(['changed: CreateGuest is at POST /api/v2/guests, was at POST /api/v2/guest']),
    ]);
  });
});
