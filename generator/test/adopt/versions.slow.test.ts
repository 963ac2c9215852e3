import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { resolveConfig } from '../../src/config/index.js';
import { adopt } from '../../src/generate/adopt.js';
import { validate } from '../../src/generate/prepare.js';
import { folderOf } from '../load/temporary.js';
import { linesLost, textsIn } from './lines.js';
import { signatures } from './signatures.js';
import { CHECKOUT, vendorSample } from './vendor-sample.js';
import { VERSIONS } from './versions.js';

const settings = { spec: 'spec/openapi.yaml', scope: '@scope', name: 'chat', addons: ['stream'] };
const vendor = 'spec/vendor/config.yaml';

describe("successive versions of the vendor's file", () => {
  const file = vendorSample();
  let cwd = '';
  const results: Awaited<ReturnType<typeof step>>[] = [];

  async function step(index: number) {
    const sample = await file;
    sample.info.version = `v${227 + index}.0.0`;
    VERSIONS[index]?.change(sample);
    writeFileSync(join(cwd, 'vendor.json'), JSON.stringify(sample));
    const before = textsIn(join(cwd, 'spec'));
    const preview = await adopt('vendor.json', { cwd, flags: {}, dryRun: true });
    const isUntouched = linesLost(textsIn(join(cwd, 'spec')), before).length === 0;
    const { notes, written } = await adopt('vendor.json', { cwd, flags: {}, dryRun: false });
    const after = textsIn(join(cwd, 'spec'));
    const second = await adopt('vendor.json', { cwd, flags: {}, dryRun: false });
    const config = await resolveConfig({ cwd, flags: {} });
    const problems = await validate(config);
    const ours = new Set(await signatures(config));
    const theirs = await signatures(await resolveConfig({ cwd, flags: { config: vendor, spec: 'vendor.json' } }));
    return {
      preview: preview.written.length === written.length && isUntouched,
      notes: notes.map(({ kind, text }) => `${kind}: ${text}`),
      lost: linesLost(before, after),
      added: linesLost(after, before),
      again: second.written,
      errors: problems
        .filter(({ severity }) => severity === 'error')
        .map(({ message, pointer }) => `${pointer} ${message}`),
      missing: theirs.filter((text) => !ours.has(text)),
    };
  }

  beforeAll(async () => {
    cwd = await folderOf({ 'package.json': { sdkgen: { ...settings, vendor } } });
    cpSync(join(CHECKOUT, 'spec'), join(cwd, 'spec'), { recursive: true });
    for (const index of VERSIONS.keys()) results.push(await step(index));
  }, 300_000);

  test.each(VERSIONS.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    expect(results[index]).toEqual({});
  });
});
