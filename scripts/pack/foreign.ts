import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Generates and builds the packages of a spec without add-ons, and returns their folders. */
export function foreignPackages(): readonly string[] {
  const out = resolve('.cache/pack/packages');
  const folders = ['files-types', 'files-client'];
  rmSync(out, { recursive: true, force: true });
  const scope = join(out, 'node_modules', '@acme');
  mkdirSync(scope, { recursive: true });
  for (const folder of folders) symlinkSync(join(out, folder), join(scope, folder));
  const spec = 'generator/test/fixtures/features/multipart.yaml';
  const flags = ['--spec', spec, '--out', out, '--scope', '@acme', '--name', 'files', '--build'];
  const { status } = spawnSync('sdkgen', ['generate', ...flags], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`The packages of ${spec} cannot be generated and built.`);
  return folders.map((folder) => join(out, folder));
}
