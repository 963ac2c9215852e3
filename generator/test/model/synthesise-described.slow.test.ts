import { expect, test } from '@jest/globals';
import { wronglyFilled } from './described.js';

test.each(['required', 'complete'] as const)(
  '%s values are valid for the schemas of the spec of GitHub',
  async (fill) => {
    const { wrong, count } = await wronglyFilled(
      'node_modules/@octokit/openapi/generated/api.github.com.json',
      29,
      fill,
    );
    expect(wrong).toStrictEqual([]);
    expect(count).toBeGreaterThan(40);
  },
);
