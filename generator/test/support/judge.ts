import { hooksOf } from '../../src/addons/index.js';
import { compareModels } from '../../src/diff/index.js';
import { createApi } from '../../src/mock/api.js';
import { ProblemsError } from '../../src/problems/index.js';
import type { TemplateTexts } from '../../src/render/templates.js';
import type { Json, JsonObject } from '../../src/schema/index.js';
import { isArray, isObject } from '../../src/schema/index.js';
import { versionOf } from '../diff/compare.js';
import { type Feature, oneName, renderFeature } from '../features/generate.js';
import { load } from '../load/temporary.js';
import { type Expected, levelsOf, type Output, type Row, type Sent, slugOf } from './row.js';

/** A row, what was generated for it, and what is wrong with it. */
export interface Judged {
  readonly row: Row;
  readonly slug: string;
  /** Absent if the document is rejected. */
  readonly feature: Feature | undefined;
  readonly complaints: string[];
}

/** Generates the packages of a row, and checks what needs neither a compiler nor the generated tests. */
export async function judge(row: Row, index: number, texts: TemplateTexts): Promise<Judged> {
  const slug = slugOf(row, index);
  const { document, problems: loaded } = await load({ 'api.json': row.document });
  const { expected } = row;
  const feature = document && (await renderFeature(slug, { document, problems: loaded }, texts, hooksOf([]), oneName));
  const problems = (feature?.problems ?? loaded).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
  const complaints = differences('problems', problems, expected.problems ?? []);
  if (feature === undefined) {
    if (!problems.some((problem) => problem.startsWith('error'))) complaints.push('nothing was generated');
    return { row, slug, feature, complaints };
  }
  for (const output of ['types', 'client', 'docs'] as const)
    complaints.push(...missingTexts(output, feature, expected));
  complaints.push(...(await mockComplaints(row, feature)));
  complaints.push(...(await diffComplaints(row)));
  const proofs: Readonly<Record<Output, boolean>> = {
    types: expected.types !== undefined || hasInvalid(expected),
    client: expected.client !== undefined || row.at.includes('schemas'),
    mock: expected.mock !== undefined || (expected.invalid ?? []).length > 0,
    docs: expected.docs !== undefined,
    diff: expected.diff !== undefined,
  };
  for (const [output, level] of Object.entries(levelsOf(row))) {
    const isProved = Object.entries(proofs).some(([name, proved]) => name === output && proved);
    if (level === 'yes' && !isProved) complaints.push(`${output}: nothing proves the yes`);
    if (level === 'warns' && problems.length === 0) complaints.push(`${output}: there is no warning`);
  }
  return { row, slug, feature, complaints };
}

function hasInvalid({ invalid = [], isWire }: Expected): boolean {
  return invalid.length > 0 && isWire === undefined;
}

function differences(what: string, found: readonly string[], wanted: readonly string[]): string[] {
  const same = JSON.stringify([...found].sort()) === JSON.stringify([...wanted].sort());
  return same ? [] : [`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
}

const folders = { types: /^types\/src\//, client: /^client\/(src\/(?!runtime)|test\/[^/]*$)/, docs: /^client\/docs\// };

function missingTexts(output: 'types' | 'client' | 'docs', { files }: Feature, expected: Expected): string[] {
  const wanted = expected[output] ?? [];
  const paths = [...files.keys()].filter((path) => folders[output].test(path));
  const text = paths
    .map((path) => files.get(path) ?? '')
    .join('\n')
    .replace(/\s+/g, ' ');
  return wanted.filter((part) => !text.includes(part)).map((part) => `${output}: does not contain ${part}`);
}

async function mockComplaints(row: Row, { document, model }: Feature): Promise<string[]> {
  const { valid = [], invalid = [], mock = [] } = row.expected;
  const api = createApi(document, model, 'complete');
  const statusOf = async (request: string, { headers = {}, body = '' }: Sent): Promise<number> => {
    const [method = '', target = ''] = request.split(' ');
    const [path = '', query = ''] = target.split('?');
    const received = { method, path, query, headers: Object.entries(headers), body: Buffer.from(body) };
    return (await api(received)).answer.status;
  };
  const isTaken = async (value: Json): Promise<boolean> => {
    const sent = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ value }) };
    return (await statusOf('POST /value', sent)) === 204;
  };
  const complaints: string[] = [];
  for (const [request, status, sent = {}] of mock) {
    const found = await statusOf(request, sent);
    if (found !== status) complaints.push(`mock: ${request} ${JSON.stringify(sent)} is ${found} instead of ${status}`);
  }
  for (const value of valid) {
    if (!(await isTaken(value))) complaints.push(`mock: rejects ${JSON.stringify(value)}`);
  }
  const taken: Json[] = [];
  for (const value of invalid) if (await isTaken(value)) taken.push(value);
  const isHonoured = levelsOf(row).mock === 'yes';
  if (isHonoured && taken.length > 0) complaints.push(`mock: takes ${JSON.stringify(taken)}`);
  if (!isHonoured && invalid.length > 0 && taken.length === 0)
    complaints.push('mock: rejects all invalid values: a yes');
  return complaints;
}

async function diffComplaints(row: Row): Promise<string[]> {
  const base = without(row.document, row.at);
  if (base === undefined) return [`nothing is at ${row.at.join('/')}`];
  const isHonoured = levelsOf(row).diff === 'yes';
  try {
    const { changes } = compareModels(await versionOf(base), await versionOf(row.document));
    const rules = [...new Set(changes.map(({ rule }) => rule))];
    return differences('diff', rules, isHonoured ? (row.expected.diff ?? []) : []);
  } catch (error) {
    // Without it the document cannot be read at all.
    if (isHonoured || error instanceof ProblemsError) throw error;
    return [];
  }
}

/** A copy of a document without the value at a pointer; `undefined` if there is none. */
function without(node: Json, tokens: readonly string[]): JsonObject | undefined {
  const copy: Json = JSON.parse(JSON.stringify(node));
  let holder: Json | undefined = copy;
  for (const token of tokens.slice(0, -1)) holder = at(holder, token);
  const last = tokens.at(-1) ?? '';
  if (!isObject(copy) || at(holder, last) === undefined) return undefined;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (isObject(holder)) Reflect.deleteProperty(holder, last);
  return copy;
}

function at(node: Json | undefined, token: string): Json | undefined {
  if (isArray(node)) return node[Number(token)];
  return isObject(node) ? node[token] : undefined;
}
