import { expect, test } from '@jest/globals';
import { marked } from 'marked';
import { compareModels, renderMarkdown } from '../../src/diff/index.js';
import { versionOf } from './compare.js';
import { type Edit, edited, lay, put } from './edit.js';
import { SERVICE } from './service.js';

async function markdownOf(...edits: readonly Edit[]): Promise<string> {
  const [old, next] = [await versionOf(SERVICE), await versionOf(edited(...edits))];
  return renderMarkdown(compareModels(old, next), old, next);
}

test('counts places where only texts changed, when they are many', async () => {
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

- \`Team.size\` is new (sent and received). Reaches \`listPolls\`, \`createPoll\` and \`getPoll\`.

Texts and examples changed at 4 places.
`);
});

test('tells types of several resources, and types that no operation uses, by themselves', async () => {
  const markdown = await markdownOf(
    put('components > schemas > Poll > properties > user', { $ref: '#/components/schemas/User' }),
    put('components > schemas > User > properties > size', { type: 'number' }),
    put('components > schemas > Unused > properties > depth', { type: 'number' }),
  );
  expect(markdown.match(/^### .*/gm)).toEqual(['### Polls', '### Shared types', '### Types that no operation uses']);
});

test('shows names of the description as text', async () => {
  const markdown = await markdownOf(
    put('tags', [{ name: '<img src=x onerror=alert(1)>\n# [x](javascript:alert(1))' }]),
    put('paths > /users > put > tags', ['<img src=x onerror=alert(1)>\n# [x](javascript:alert(1))']),
    put('components > schemas > User > properties > a`b', { type: 'string' }),
  );
  const html = await marked.parse(markdown);
  expect(html).not.toMatch(/<img|<a /);
  expect(markdown).toContain('``User["a`b"]`` is new');
});
