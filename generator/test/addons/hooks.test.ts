import { describe, expect, test } from '@jest/globals';
import { hooksOf } from '../../src/addons/index.js';
import { load } from '../load/temporary.js';
import { type Packages, packagesOf } from '../types/compile.js';

const spec = {
  openapi: '3.1.0',
  info: { title: 'Buoys', version: '1' },
  paths: {
    '/buoy': {
      get: {
        operationId: 'getBuoy',
        responses: {
          200: {
            description: 'What the buoy saw last.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['seen'],
                  properties: { seen: { type: ['number', 'string', 'null'], format: 'date-time' } },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** The packages with an add-on that has these entries in its `addon.json`. */
async function packagesWith(addon: Parameters<typeof hooksOf>[0][number]): Promise<Packages> {
  const { document, problems } = await load({ 'api.json': spec }, [], addon);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return packagesOf(document, 'buoys', [], hooksOf([addon]));
}

function textOf(packages: Packages, suffix: string): string {
  const found = [...packages].filter(([path]) => path.endsWith(suffix));
  return found.map(([, text]) => text).join('\n');
}

describe('a date-time that may be a number', () => {
  test('without an add-on it is a number or a Date, and examples contain strings', async () => {
    const packages = await packagesWith({});
    expect(textOf(packages, 'types/src/operations.ts')).toContain('seen: Date | number | null;');
    expect(textOf(packages, '.test.ts')).toContain("dates: ['/seen']");
  });

  test('with an add-on for numeric date-times it is a Date', async () => {
    const packages = await packagesWith({ numberDateTimes: true });
    expect(textOf(packages, 'types/src/operations.ts')).toContain('seen: Date | null;');
    expect(textOf(packages, '.test.ts')).toContain("dates: ['/seen']");
  });
});

describe('the hooks of add-ons', () => {
  test('are empty for an add-on without hooks', () => {
    expect(hooksOf([{}])).toEqual({});
  });

  test('are those of the module that the add-on names; the hook for numbers requires numberDateTimes', () => {
    expect(Object.keys(hooksOf([{ hooks: 'stream' }])).sort()).toEqual(['errors', 'filters']);
    expect(Object.keys(hooksOf([{ hooks: 'stream', numberDateTimes: true }])).sort()).toEqual([
      ...['dates', 'errors', 'filters'],
    ]);
  });
});
