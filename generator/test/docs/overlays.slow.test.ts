import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { runCommand } from '../cli/command.js';
import { newFolder } from '../folder.js';

const page = readFileSync('generator/docs/overlays.md', 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text ?? '');
const folder = newFolder('overlays');

beforeAll(() => {
  const [vendor = '', overlay = ''] = blocks('yaml');
  writeFileSync(join(folder, 'vendor.yaml'), vendor);
  writeFileSync(join(folder, 'next.yaml'), vendor.replace('name: debug', 'name: trace'));
  writeFileSync(join(folder, 'fixes.overlay.yaml'), overlay);
});

test('the example on the page about overlays results in the types shown there', async () => {
  const flags = ['--spec', 'vendor.yaml', '--overlay', 'fixes.overlay.yaml', '--out', 'out', '--name', 'pets'];
  expect(await runCommand(folder, 'generate', ...flags)).toMatchObject({ code: 0, stderr: '' });
  const source = ['operations.ts', 'schemas.ts'].map((file) =>
    readFileSync(join(folder, 'out', 'pets-types', 'src', file), 'utf8'),
  );
  const shown = blocks('ts');
  expect(shown.length).toBe(2);
  for (const text of shown) expect(source.join('\n')).toContain(text.trim());
});

test('the example with a target that matches nothing is reported as shown on the page', async () => {
  const { code, stderr } = await runCommand(folder, 'validate', 'next.yaml', '--overlay', 'fixes.overlay.yaml');
  expect(code).toBe(1);
  const [shown = ''] = blocks('text');
  expect(stderr).toContain(shown.trim());
});
