import { expect, test } from '@jest/globals';
import { marked } from 'marked';
import { changeIds, compareModels, renderMarkdown } from '../../src/diff/index.js';
import { versionOf } from './compare.js';
import { drop, type Edit, edited, lay, put } from './edit.js';
import { json, SERVICE } from './service.js';

async function markdownOf(...edits: readonly Edit[]): Promise<string> {
  const [old, next] = [await versionOf(SERVICE), await versionOf(edited(...edits))];
  return renderMarkdown(compareModels(old, next), old, next);
}

test('counts the places where only texts changed if there are many', async () => {
  const text = { description: 'Another text.' };
  const markdown = await markdownOf(
    lay('paths > /polls > get', text),
    lay('paths > /polls > post', text),
    lay('paths > /users > put', text),
    lay('components > schemas > Poll', text),
    put('components > schemas > Team > properties > size', { type: 'number' }),
  );
  expect(markdown).toBe(`5 compatible changes.

### Polls

- \`Team.size\` was added (sent and received). Affects \`listPolls\`, \`createPoll\` and \`getPoll\`.

Descriptions and examples changed in 4 places.
`);
});

test('lists types of several resources, and unused types, in separate sections', async () => {
  const markdown = await markdownOf(
    put('components > schemas > Poll > properties > user', { $ref: '#/components/schemas/User' }),
    put('components > schemas > User > properties > size', { type: 'number' }),
    put('components > schemas > Unused > properties > depth', { type: 'number' }),
  );
  expect(markdown.match(/^### .*/gm)).toEqual(['### Polls', '### Shared types', '### Types that no operation uses']);
});

test('lists breaking changes that affect several resources first', async () => {
  const markdown = await markdownOf(
    drop('components > schemas > User > properties > name'),
    drop('components > schemas > PollRequest > properties > tags'),
    put('components > schemas > PollRequest > properties > size', { type: 'number' }),
  );
  expect(markdown).toBe(`2 breaking changes, 1 compatible change.

### Breaking changes

- \`PollRequest.tags\` was removed (sent). Remove the code that uses it. Affects \`createPoll\`.
- \`User.name\` was removed (sent and received). Remove the code that uses it. Affects \`updateUser\`.

### Polls

- \`PollRequest.size\` was added (sent). Affects \`createPoll\`.
`);
});

test('shows names of the spec as text', async () => {
  const markdown = await markdownOf(
    put('tags', [{ name: '<img src=x onerror=alert(1)>\n# [x](javascript:alert(1))' }]),
    put('paths > /users > put > tags', ['<img src=x onerror=alert(1)>\n# [x](javascript:alert(1))']),
    put('components > schemas > User > properties > a`b', { type: 'string' }),
  );
  const html = await marked.parse(markdown);
  expect(html).not.toMatch(/<img|<a /);
  expect(markdown).toContain('``User["a`b"]`` was added');
});

test('lists the places of one change in one line, and new types with their operation', async () => {
  const size = { type: 'number' };
  const markdown = await markdownOf(
    ...['Poll', 'Team', 'User'].map((type) => put(`components > schemas > ${type} > properties > size`, size)),
    put('components > schemas > Vote', { type: 'object', properties: { choice: { type: 'string' } } }),
    put('paths > /votes', {
      get: {
        operationId: 'getVote',
        tags: ['Polls'],
        responses: { 200: json({ $ref: '#/components/schemas/Vote' }) },
      },
    }),
  );
  expect(markdown).toBe(`5 compatible changes.

### Several resources

- \`Poll.size\` was added (received). The same for \`Team.size\` and \`User.size\`. Affects \`listPolls\`, \`createPoll\`, \`getPoll\` and 1 more.

### Polls

- \`getVote\` was added: \`GET /votes\`. So is its type \`Vote\`.
`);
});

test('changes at one place have different ids, which another change does not alter', async () => {
  const values = (...list: string[]) => put('components > schemas > Poll > properties > kind > enum', list);
  const old = await versionOf(SERVICE);
  const idsOf = async (...edits: readonly Edit[]): Promise<string[]> => [
    ...changeIds(compareModels(old, await versionOf(edited(...edits))).changes).values(),
  ];
  const ids = await idsOf(values('open', 'closed', 'secret', 'paid'));
  expect(new Set(ids).size).toBe(2);
  expect(ids).toEqual(expect.arrayContaining(await idsOf(values('open', 'closed', 'paid'))));
  expect(await idsOf(values('open', 'closed', 'secret', 'paid'), drop('paths > /users > put'))).toEqual(
    expect.arrayContaining(ids),
  );
});
