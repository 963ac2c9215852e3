import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDescription } from '../../src/load/index.js';
import type { Mock } from '../../src/mock/index.js';
import { buildModel } from '../../src/model/build.js';
import type { Body, CallExample, Model, Operation } from '../../src/model/model.js';
import type { Json, JsonObject } from '../../src/schema/index.js';
import { mockOf } from './fixture.js';

const credentials = { authorization: 'token', 'stream-auth-type': 'jwt' };
let root: JsonObject;
let model: Model;
let mock: Mock;

beforeAll(async () => {
  const source = fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url));
  const { document } = await loadDescription(source, { cwd: process.cwd(), allowRefs: [], numberDateTimes: true });
  root = document.root;
  model = buildModel(document).model;
  mock = await mockOf(root, { replies: 'complete' });
});

afterAll(() => mock.close());

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface Target {
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

/** The example's parameters in the styles of this spec: scalars, lists with commas, and JSON. */
function targetOf(operation: Operation, example: CallExample): Target {
  let path = operation.path;
  const query: [string, string][] = [['api_key', 'key']];
  for (const { parameter, value } of example.parameters) {
    const text = parameter.mediaType === undefined && Array.isArray(value) ? value.map(textOf).join() : textOf(value);
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(text));
    if (parameter.in === 'query') query.push([parameter.name, text]);
  }
  return { path, query };
}

function bodyOf({ kind, parts }: Body, value: Json): RequestInit {
  if (kind !== 'multipart') return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
  const form = new FormData();
  for (const [name, part] of Object.entries(value ?? {})) {
    const isFile = parts.some((known) => known.name === name && known.kind === 'file');
    if (isFile) form.append(name, new Blob([textOf(part)]), 'file');
    else form.append(name, textOf(part));
  }
  return { body: form };
}

function call(operation: Operation, example: CallExample, { path, query }: Target, prefix = ''): Promise<Response> {
  const search = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const { body, method } = operation;
  const init = body === undefined || example.body === undefined ? {} : bodyOf(body, example.body);
  const headers = { ...credentials, ...init.headers };
  return fetch(`${mock.url}${prefix}${path}?${search}`, { ...init, method: method.toUpperCase(), headers });
}

test('every example call of the Chat API is accepted by its operation', async () => {
  for (const operation of model.operations) {
    for (const example of operation.examples) {
      const response = await call(operation, example, targetOf(operation, example), '/__mock/calls');
      expect([operation.id, example.title, response.status, await response.text()]).toStrictEqual([
        ...[operation.id, example.title, expect.any(Number), expect.not.stringContaining('exception_fields":{"')],
      ]);
      expect(response.ok).toBe(true);
    }
  }
  const recorded: { operation: string }[] = await (await fetch(`${mock.url}/__mock/calls/requests`)).json();
  const expected = model.operations.flatMap(({ id, examples }) => examples.map(() => id));
  expect(recorded.map(({ operation }) => operation)).toStrictEqual(expected);
});

test('a call with a misspelt query parameter is rejected', async () => {
  for (const operation of model.operations) {
    const [example] = operation.examples;
    if (example === undefined) continue;
    const { path, query } = targetOf(operation, example);
    for (const [index] of query.entries()) {
      const wrong = query.map(([name, value], at) => [at === index ? `${name}x` : name, value] as const);
      const response = await call(operation, example, { path, query: wrong });
      expect([operation.id, response.status]).toStrictEqual([operation.id, index === 0 ? 401 : 400]);
      await response.arrayBuffer();
    }
  }
});
