import { beforeAll, describe, expect, test } from '@jest/globals';
import { RULES, type RuleId } from '../../src/diff/index.js';
import { type DiffResult, diff, startMock } from '../../src/index.js';
import { type Json, type JsonObject, schemaAt } from '../../src/schema/index.js';
import { folderOf } from '../load/temporary.js';
import { CHANGES } from './changes.js';
import { ROWS } from './rows.js';
import { samplesOf } from './samples.js';
import { json } from './service.js';

/** A change of one operation, and requests for the old version: path with query, and body. */
interface Case {
  readonly name: string;
  readonly old: JsonObject;
  readonly next: JsonObject;
  readonly sent: readonly (readonly [query: string, body?: Json])[];
}

interface Verdict {
  /** The rules of the breaking changes. */
  readonly breaking: readonly RuleId[];
  /** Where the compiler and the rules disagree. */
  readonly disagreements: readonly string[];
  /** The requests that the mock of the new version rejects. */
  readonly rejected: readonly string[];
}

const schemas: JsonObject = Object.assign({}, ...ROWS.map((row) => row.schemas ?? {}));
const resolver = { resolve: (ref: string) => schemaAt(schemas, ref.slice(ref.lastIndexOf('/') + 1)) };
const object = (field: JsonObject): JsonObject => ({ type: 'object', properties: { field } });
const sending = (field: JsonObject): JsonObject => ({
  requestBody: { content: { 'application/json': { schema: object(field) } } },
  responses: { 204: { description: 'Fine.' } },
});
const replying = (field: JsonObject): JsonObject => ({ responses: { 200: json(object(field)) } });

const rows = ROWS.flatMap(({ name, old, next, sent = [] }) => [
  { name, old, next, sent },
  { name: `${name}, reversed`, old: next, next: old, sent },
]);
const TABLES: readonly (readonly [string, readonly Case[]])[] = [
  [
    'a request',
    rows.map(({ name, old, next, sent }) => {
      const values = [...sent, ...samplesOf(old, next, resolver)];
      return {
        name,
        old: sending(old),
        next: sending(next),
        sent: values.map((field): readonly [string, Json] => ['', { field }]),
      };
    }),
  ],
  ['a reply', rows.map(({ name, old, next }) => ({ name, old: replying(old), next: replying(next), sent: [] }))],
  ['an operation', CHANGES],
];

/** One document for all cases, so that they are compiled together: each has its own operation. */
function documentOf(cases: readonly Case[], side: 'old' | 'next'): JsonObject {
  const paths = cases.map((one, index) => [`/case${index}`, { post: { operationId: `case${index}`, ...one[side] } }]);
  return {
    openapi: '3.1.0',
    info: { title: 'Cases', version: '1' },
    servers: [{ url: 'https://a.example.com' }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}

async function judge(cases: readonly Case[]): Promise<readonly Verdict[]> {
  const files = { 'old.json': documentOf(cases, 'old'), 'next.json': documentOf(cases, 'next') };
  const cwd = await folderOf(files);
  const found = await diff('old.json', 'next.json', { cwd, confirm: true });
  const [was, is] = [await startMock({ cwd, spec: 'old.json' }), await startMock({ cwd, spec: 'next.json' })];
  try {
    const verdicts: Verdict[] = [];
    for (const [index, { sent }] of cases.entries()) {
      const rejected = await Promise.all(
        sent.map(async ([query, body]) => {
          const path = `/case${index}${query}`;
          const isRejected = !(await accepts(is.url + path, body)) && (await accepts(was.url + path, body));
          return isRejected ? [`${query} ${JSON.stringify(body)}`] : [];
        }),
      );
      verdicts.push({ ...ofCase(found, index), rejected: rejected.flat() });
    }
    return verdicts;
  } finally {
    await Promise.all([was.close(), is.close()]);
  }
}

async function accepts(url: string, body: Json | undefined): Promise<boolean> {
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(url, { method: 'POST', ...content });
  await response.arrayBuffer();
  return response.ok;
}

function ofCase({ changes, disagreements }: DiffResult, index: number): Omit<Verdict, 'rejected'> {
  const breaking = changes.filter((one) => one.operation === `case${index}` && one.severity === 'breaking');
  const own = disagreements.filter(({ subject }) => {
    const name = subject.kind === 'operation' ? subject.id : subject.kind === 'type' ? subject.name : '';
    return new RegExp(`^case${index}(?!\\d)`, 'i').test(name);
  });
  return { breaking: breaking.map(({ rule }) => rule), disagreements: own.map(({ message }) => message) };
}

test('there are enough changes', () => {
  expect(TABLES.flatMap(([, cases]) => cases).length).toBeGreaterThan(240);
});

describe.each(TABLES)('what breaks %s', (_, cases) => {
  let verdicts: readonly Verdict[] = [];
  beforeAll(async () => {
    verdicts = await judge(cases);
  }, 300_000);

  test.each(cases.map(({ name }, index) => [name, index] as const))('%s', (_name, index) => {
    const { breaking = [], disagreements, rejected = [] } = verdicts[index] ?? {};
    const byCompiler = breaking.some((rule) => RULES[rule].seenBy === 'compiler');
    // The rules rate as breaking what does not compile and what the service rejects.
    expect(disagreements).toEqual([]);
    if (!byCompiler)
      expect({ isBreaking: breaking.length > 0, rejected }).toEqual({ isBreaking: rejected.length > 0, rejected });
  });
});
