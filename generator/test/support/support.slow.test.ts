import { beforeAll, expect, test } from '@jest/globals';
import { type Feature, readTemplateTexts, writeFeatures } from '../features/generate.js';
import { runGeneratedTests } from '../features/run-tests.js';
import { typeErrors } from '../features/type-check.js';
import { fitComplaints, usesOf } from './fits.js';
import { type Judged, judge } from './judge.js';
import { rows } from './rows/index.js';

const minutes = 60_000;
const USES = 'use.ts';
let judged: readonly Judged[] = [];
let generated: readonly Feature[] = [];

beforeAll(async () => {
  const texts = await readTemplateTexts();
  const found: Judged[] = [];
  for (const [index, row] of rows.entries()) found.push(await judge(row, index, texts));
  judged = found;
  generated = found.flatMap((one) => {
    const uses = usesOf(one);
    if (one.feature === undefined) return [];
    const files = uses === undefined ? one.feature.files : new Map([...one.feature.files, [USES, uses] as const]);
    return [{ ...one.feature, files }];
  });
  await writeFeatures(generated);
}, 5 * minutes);

function report(complaints: (one: Judged) => readonly string[]): string[] {
  return judged.flatMap((one) =>
    complaints(one).map((complaint) => `${one.row.object} ${one.row.name} (${one.slug}): ${complaint}`),
  );
}

test('each row agrees with what is generated, sent, rejected and reported', () => {
  expect(report(({ complaints }) => complaints)).toEqual([]);
});

test(
  'the output compiles, and accepts the values of each row',
  async () => {
    const lines = new Map<string, Set<number>>();
    const others = (await typeErrors(generated)).filter((error) => {
      const [, slug = '', line] = new RegExp(`^([^/]+)/${USES}:(\\d+) `).exec(error) ?? [];
      if (line === undefined) return true;
      lines.set(slug, (lines.get(slug) ?? new Set()).add(Number(line)));
      return false;
    });
    expect(others).toEqual([]);
    expect(
      report((one) =>
        one.feature && usesOf(one) !== undefined ? fitComplaints(one, lines.get(one.slug) ?? new Set()) : [],
      ),
    ).toEqual([]);
  },
  5 * minutes,
);

test(
  'the generated tests of each row pass',
  async () => {
    const { failures, passed } = await runGeneratedTests(generated);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(rows.length);
  },
  5 * minutes,
);
