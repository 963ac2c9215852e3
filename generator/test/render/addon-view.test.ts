import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/model/build.js';
import { buildNames, compileNameTemplates } from '../../src/naming/index.js';
import { findAddons } from '../../src/render/addons.js';
import { renderPackages } from '../../src/render/render.js';
import type { JsonObject } from '../../src/schema/index.js';
import { readTemplateTexts } from '../features/generate.js';

const date: JsonObject = { type: ['number', 'string'], format: 'date-time' };
const task: JsonObject = { type: 'object', properties: { status: { type: 'string' }, created_at: date } };

function reply(schema: string): JsonObject {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { 200: { description: 'Done.', content } };
}

const getTask: JsonObject = {
  operationId: 'GetTask',
  parameters: [{ name: 'task_id', in: 'path', required: true, schema: { type: 'string' } }],
  responses: reply('TaskState'),
};
const deleteUsers: JsonObject = { operationId: 'DeleteUsers', responses: reply('TaskState') };

async function clientFiles(paths: JsonObject, method: string): Promise<ReadonlyMap<string, string>> {
  const schemas = {
    TaskState: task,
    UserResponse: { type: 'object', properties: { created_at: date } },
    ReactionResponse: { type: 'object', properties: { score: { type: 'integer' } } },
  };
  const root: JsonObject = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths, components: { schemas } };
  const nowhere = { locate: () => undefined, frame: () => undefined };
  const { model } = buildModel({ root, source: 'test.yaml', version: '3.1.0', inputs: [], ...nowhere });
  const texts = new Map([...(await readTemplateTexts()), ['naming/method.hbs', method]]);
  const addons = findAddons(['stream'], texts);
  const settings = { scope: '@acme', name: 'talk', reservedMembers: new Set<string>() };
  const { names } = buildNames(model, settings, compileNameTemplates(texts));
  const rest = { version: '1.0.0', license: 'MIT', changelog: '# Changelog\n' };
  const packages = await renderPackages({ model, names, texts, addons, ...rest });
  return new Map(packages.find(({ folder }) => folder === 'talk-client')?.files);
}

describe('an add-on with a spec that has what it requires', () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const paths = { '/tasks/{task_id}': { get: getTask }, '/users/delete': { post: deleteUsers } };
    files = await clientFiles(paths, '{{snakeCase operationId}}');
  });

  test('gets its operations with their names and arguments', () => {
    const server = files.get('src/server.ts');
    expect(server).toContain('waitForTask(taskId: string, options?: WaitOptions): Promise<types.TaskState>');
    expect(server).toContain('{ operation: operations.get_task.operation, args: { task_id: taskId }, taskId }');
  });

  test('gets the parts that have schemas, with their dates, even if no response contains them', () => {
    const events = files.get('src/webhook-events.ts');
    expect(events).toContain('readonly user?: types.UserResponse;');
    expect(events).toContain('readonly thread_participants?: types.UserResponse[];');
    expect(events).toContain('readonly reaction?: types.ReactionResponse;');
    expect(events).toContain("import { userResponse } from './dates.js';");
    expect(events).toContain('  thread_participants: [userResponse],\n');
    expect(events).not.toContain('  reaction:');
    expect(events).not.toContain('message?');
    expect(files.get('src/dates.ts')).toContain('export const userResponse: DatePlan = { created_at: 1 };');
  });

  test('exports its error classes, with the prefix of the package, from every entry', () => {
    const line = "export * from './addons/stream/errors/index.js';";
    expect(files.get('src/index.ts')).toContain(line);
    expect(files.get('src/server.ts')).toContain(line);
    expect(files.get('src/addons/stream/errors/index.ts')).toContain('TalkWebhookError');
  });

  test('has guides that are listed in the index', () => {
    expect(files.get('docs/guides/tasks.md')).toContain('await talk.delete_users(');
    expect(files.get('docs/index.md')).toContain(
      '- [Waiting for tasks](guides/tasks.md)\n- [Webhooks](guides/webhooks.md)\n',
    );
    for (const [path, text] of files) if (path.startsWith('docs/guides/')) expect(text).not.toContain('Chat');
  });
});

describe('an add-on with a spec that lacks what it requires', () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = await clientFiles({ '/users/delete': { post: deleteUsers } }, '{{camelCase operationId}}');
  });

  test('omits its features', () => {
    expect(files.get('src/server.ts')).not.toMatch(/waitForTask|WaitOptions/);
    expect(files.has('docs/guides/tasks.md')).toBe(false);
    expect(files.get('docs/index.md')).toContain('](guides/webhooks.md)');
  });
});
