import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { bundleFaults } from './bundles.js';
import { contentFaults } from './contents.js';
import { expectedFiles } from './expected-files.js';
import { foreignPackages } from './foreign.js';
import { publintFaults, typeFaults } from './tools.js';

/**
 * Checks the built packages as npm would publish them: the exact list of files and what is in them, publint, "Are the types
 * wrong?", and bundles for browsers; ours, and those of another description. `npm run pack:check [-- FOLDER ...]`. Exits 1 on
 * any fault.
 */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

async function check(folder: string, destination: string): Promise<readonly string[]> {
  const args = ['pack', '--json', '--silent', '--pack-destination', destination];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) return [`npm pack failed: ${stderr}`];
  const [packed]: readonly Packed[] = JSON.parse(stdout);
  if (packed === undefined) return ['npm pack made nothing'];
  const files = packed.files.map(({ path }) => path);
  const tarball = join(destination, packed.filename.replace('@', '').replace('/', '-'));
  const faults = [
    ...listFaults(files, expectedFiles(folder)),
    ...contentFaults(folder, files),
    ...(await publintFaults(folder, tarball)),
    ...typeFaults(tarball),
    ...(await bundleFaults(folder)),
  ];
  const size = (packed.size / 1024).toFixed(0);
  console.log(`${relative('.', folder)}: ${files.length} files, ${size} KiB packed, ${faults.length} faults`);
  return faults;
}

function listFaults(files: readonly string[], expected: readonly string[]): readonly string[] {
  return [
    ...files.filter((file) => !expected.includes(file)).map((file) => `${file} is not meant to be published`),
    ...expected.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ];
}

const given = process.argv.slice(2).map((folder) => resolve(folder));
const ours = ['packages/chat-types', 'packages/chat-client'].map((folder) => resolve(folder));
const folders = given.length > 0 ? given : [...ours, ...foreignPackages()];
const destination = mkdtempSync(join(tmpdir(), 'pack-'));
try {
  for (const folder of folders) {
    for (const fault of await check(folder, destination)) {
      console.error(`  ${fault}`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(destination, { recursive: true });
}
