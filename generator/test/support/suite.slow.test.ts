import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { hooksOf } from '../../src/addons/index.js';
import { synthesise } from '../../src/model/synthesise/index.js';
import type { Json, JsonObject, Schema } from '../../src/schema/index.js';
import { isArray, isObject } from '../../src/schema/index.js';
import { type Feature, oneName, readTemplateTexts, renderFeature, scope, writeFeatures } from '../features/generate.js';
import { typeErrors } from '../features/type-check.js';
import { load } from '../load/temporary.js';
import { typeText } from './fits.js';
import { schemas } from './row.js';

/** The groups of the JSON Schema Test Suite, each a schema with values that it accepts and values that it rejects. */
type Group = readonly [name: string, schema: Schema, valid: readonly Json[], invalid: readonly Json[]];

const groups: readonly Group[] = readFileSync('generator/test/support/suite.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Groups that the generator rejects, each with the reason. */
const refused: Readonly<Record<string, string>> = {};

const minutes = 60_000;
const row = schemas('Suite');
const found = new Map<Group, Feature>();
const complaints: string[] = [];

/** The schema with its references, which are relative to it, as references of the document. */
function placed(schema: Json, place: string): Json {
  if (isArray(schema)) return schema.map((item) => placed(item, place));
  if (!isObject(schema)) return schema;
  const ref = (text: string): string => (/^#(\/|$)/.test(text) ? place + text.slice(1) : text);
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      return [key, key === '$ref' && typeof value === 'string' ? ref(value) : placed(value, place)];
    }),
  );
}

beforeAll(async () => {
  const texts = await readTemplateTexts();
  for (const [index, group] of groups.entries()) {
    const [name, schema] = group;
    const { document } = row(name, placed(schema, '#/components/schemas/Value'), { at: [] });
    const loaded = await load({ 'api.json': document });
    if (loaded.document === undefined) complaints.push(name);
    else {
      const whole = { document: loaded.document, problems: loaded.problems };
      found.set(group, await renderFeature(`s${index}`, whole, texts, hooksOf([]), oneName));
    }
  }
}, 2 * minutes);

test('only schemas that cannot be read are rejected', () => {
  expect(complaints).toEqual(Object.keys(refused));
});

test('each synthesised value is valid according to Ajv', () => {
  const ajv = new Ajv2020({
    strict: false,
    multipleOfPrecision: 9,
    ownProperties: true,
    logger: false,
    validateSchema: false,
  });
  formats.default(ajv);
  const isValid = (schema: Schema, value: Json): boolean => {
    const whole: JsonObject = { $defs: { Value: placed(schema, '#/$defs/Value') }, $ref: '#/$defs/Value' };
    return ajv.validate(whole, JSON.parse(JSON.stringify(value)));
  };
  const wrong: string[] = [];
  for (const [[name, schema, valid, invalid], { model }] of found) {
    const judged = [
      ...valid.filter((value) => !isValid(schema, value)),
      ...invalid.filter((value) => isValid(schema, value)),
    ];
    wrong.push(...judged.map((value) => `${name}: the table is wrong about ${JSON.stringify(value)}`));
    for (const [fill, direction] of [
      ['required', 'request'],
      ['complete', 'request'],
      ['complete', 'reply'],
    ] as const) {
      const value = synthesise(model.resolve('#/components/schemas/Value') ?? true, model, {
        fill,
        direction,
        name: 'value',
      });
      if (value === undefined) wrong.push(`${name}: nothing was made for a ${fill} ${direction}`);
      else if (!isValid(schema, value)) wrong.push(`${name}: ${JSON.stringify(value)} is not valid`);
    }
  }
  expect(wrong).toEqual([]);
});

test(
  'the values of nearly all groups fit the generated types',
  async () => {
    const features = [...found].map(([[, , valid], feature]) => {
      const lines = valid.map((value, index) => {
        return `export const v${index} = (value: ${typeText(value)}): [Received, Sent] => [value, value];`;
      });
      const uses = [
        `import type { SendValueArguments, Value as Received } from '${scope}/${oneName}-types';`,
        "type Sent = SendValueArguments['value'];",
        ...lines,
      ];
      // The client does not affect it.
      const files = [...feature.files].filter(([path]) => /^types\/|^client\/tsconfig/.test(path));
      return { ...feature, files: new Map([...files, ['use.ts', uses.join('\n')]]) };
    });
    await writeFeatures(features);
    const errors = await typeErrors(features);
    const unfit = errors.filter((error) => /^[^/]+\/use\.ts:/.test(error));
    const places = new Set(unfit.map((error) => error.split(' ')[0]));
    const all = groups.reduce((count, [, , valid]) => count + valid.length, 0);
    expect(errors.filter((error) => !unfit.includes(error))).toEqual([]);
    expect(places.size / all < 0.03 ? [] : unfit).toEqual([]);
  },
  3 * minutes,
);
