import { describe, expect, test } from '@jest/globals';
import { wronglyFilled } from './described.js';

describe.each([
  ['our spec', 'spec/openapi.yaml', 5],
  ['the spec of GitHub', 'node_modules/@octokit/openapi/generated/api.github.com.json', 29],
])('%s', (_name, file, nth) => {
  test.each(['required', 'complete'] as const)('%s values are valid for its schemas', async (fill) => {
    const { wrong, count } = await wronglyFilled(file, nth, fill);
    expect(wrong).toStrictEqual([]);
    expect(count).toBeGreaterThan(40);
  });
});
