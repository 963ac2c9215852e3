import { describe, expect, test } from '@jest/globals';
import type { Version } from '../../src/diff/index.js';
import { neededOf } from '../../src/generate/differing.js';
import { type Needed, type PlannedSources, planSources, renderSources } from '../../src/render/render.js';
import { getObject } from '../../src/schema/index.js';
import { readTemplateTexts } from '../features/generate.js';
import { versionOf } from './compare.js';
import { drop, type Edit, edited, lay, put } from './edit.js';
import { json, SERVICE } from './service.js';

const texts = await readTemplateTexts();
const KIND = 'components > schemas > Poll > properties > kind';
const POLL = ['listPolls', 'createPoll', 'getPoll'];
const FILES = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
const LIST = { type: 'object', properties: { a: { $ref: '#/components/schemas/Unused/properties/size' } } };

function planned(version: Version) {
  const sources = planSources({ ...version, texts, addons: [], version: '1', license: '', changelog: '' });
  return { ...version, sources };
}

/** The files that differ. */
function changed(old: PlannedSources, next: PlannedSources, needed?: Needed): string[] {
  const [before, after] = [renderSources(old, needed), renderSources(next, needed)];
  return (['types', 'client'] as const).flatMap((part) =>
    [...after[part]].flatMap(([path, text]) => (before[part].get(path) === text ? [] : [`${part}/${path}`])),
  );
}

/** The types that only the old version exports. */
function lost(old: PlannedSources, next: PlannedSources, needed?: Needed): string[] {
  const [before, after] = [old, next].map((sources) => {
    const files = [...renderSources(sources, needed).types.values()].join('\n');
    return [...files.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name);
  });
  return (before ?? []).filter((name) => after?.includes(name) !== true);
}

/** The same paths in the opposite order. */
const turned: Edit = (description) => {
  const entries = Object.entries(getObject(description, 'paths') ?? {});
  return { ...description, paths: Object.fromEntries(entries.reverse()) };
};

describe('what is printed of two versions', () => {
  test.each<readonly [string, Edit, readonly string[]]>([
    ['a field of a schema', put(`${KIND} > maxLength`, 3), POLL],
    ['a field of a request', put('components > schemas > PollRequest > properties > more', {}), ['createPoll']],
    ['a schema in others', put('components > schemas > Team > properties > size', {}), POLL],
    ['a response', lay('paths > /users > put > responses', { 404: json({ type: 'string' }) }), ['updateUser']],
    ['a description', put('paths > /polls > get > summary', 'Lists.'), ['listPolls']],
    [
      'a schema that is received as well',
      put('paths > /users > put > responses > 201', json({ $ref: '#/components/schemas/PollRequest' })),
      ['createPoll', 'updateUser'],
    ],
    [
      'a union that distinguishes the values of an enum',
      put('components > schemas > Any', {
        oneOf: [{ $ref: '#/components/schemas/Poll' }],
        discriminator: { propertyName: 'kind' },
      }),
      POLL,
    ],
    ['an operation that is removed', drop('paths > /polls/{poll_id} > delete'), []],
    ['the version', put('info > version', '2'), []],
    ['no schema that is used', drop('components > schemas > Unused'), []],
    ['the order of the paths', turned, ['listPolls', 'createPoll', 'getPoll', 'deletePoll', 'updateUser'].reverse()],
    [
      'a reference to a part of a schema',
      put('components > schemas > Other', LIST),
      [...POLL, 'deletePoll', 'updateUser'],
    ],
  ])('contains what refers to %s, and all files that differ', async (_name, edit, operations) => {
    const [old, next] = [planned(await versionOf(SERVICE)), planned(await versionOf(edited(edit)))];
    const needed = neededOf(old, next);
    const printed = next.model.operations.filter(needed.operation).map(({ id }) => id);
    expect([...printed].sort()).toEqual([...operations].sort());
    expect(changed(old.sources, next.sources, needed)).toEqual(changed(old.sources, next.sources));
  });

  test.each(['/polls > get', '/polls > post', '/users > put'])(
    'does not lose the types of %s with it',
    async (path) => {
      const [old, next] = [
        planned(await versionOf(SERVICE)),
        planned(await versionOf(edited(drop(`paths > ${path}`)))),
      ];
      const all = lost(old.sources, next.sources);
      expect(all.length).toBeGreaterThan(0);
      expect(lost(old.sources, next.sources, neededOf(old, next))).toEqual(all);
    },
  );

  test('does not lose the type of files while a type that is the same uses it', async () => {
    const schemas = lay('components > schemas', Object.fromEntries(['One', 'Other'].map((name) => [name, FILES])));
    const uploads = ['One', 'Other'].map((name) =>
      put(`paths > /${name}`, {
        post: {
          operationId: `upload${name}`,
          requestBody: { content: { 'multipart/form-data': { schema: { $ref: `#/components/schemas/${name}` } } } },
          responses: { 204: { description: 'Done.' } },
        },
      }),
    );
    const none = put('components > schemas > One > properties > file', { type: 'string' });
    const old = planned(await versionOf(edited(schemas, ...uploads)));
    const next = planned(await versionOf(edited(schemas, ...uploads, none)));
    expect([...renderSources(old.sources).types.values()].join('')).toContain('export type Upload');
    expect(lost(old.sources, next.sources, neededOf(old, next))).toEqual([]);
  });

  test('is without differences if there are none', async () => {
    const [old, next] = [planned(await versionOf(SERVICE)), planned(await versionOf(SERVICE))];
    expect(changed(old.sources, next.sources, neededOf(old, next))).toEqual([]);
  });
});
