import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { resolveConfig } from '../../src/config/index.js';
import { folderOf } from '../load/temporary.js';
import { signatures } from './signatures.js';
import { CHECKOUT, vendorSample } from './vendor-sample.js';

const sample = await vendorSample();
const folder = await folderOf({ 'vendor.json': sample });

describe("the sample of the vendor's file", () => {
  test('has operations of other products, which share schemas with ours', () => {
    const operations = Object.values<object>(sample.paths).flatMap((item) => Object.values(item));
    const ours = operations.filter(({ tags }) => tags[0] === 'product:common');
    expect([ours.length, operations.length]).toEqual([84, 132]);
    expect(JSON.stringify(sample.components.schemas.CallReply)).toContain('#/components/schemas/UserResponse');
  });

  test('results in the types of our spec, with our selection and overlay', async () => {
    const spec = join(folder, 'vendor.json');
    const flags = { config: 'spec/vendor/config.yaml', spec };
    const vendors = await signatures(await resolveConfig({ cwd: CHECKOUT, flags }));
    const ours = await signatures(await resolveConfig({ cwd: CHECKOUT, flags: {} }));
    expect(vendors.length).toBeGreaterThan(400);
    expect(vendors.filter((text) => !ours.includes(text))).toEqual([]);
    expect(ours.filter((text) => !vendors.includes(text))).toEqual([]);
  });
});
