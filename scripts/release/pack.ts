import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { billOfMaterials } from './bill-of-materials.js';
import { contentFaults } from './contents.js';
import { leaksIn, privateOf } from './leaks.js';
import { releasedPackages } from './packages.js';
import type { PackedRelease } from './packed-release.js';
import type { Plan } from './plan.js';
import { ReleaseError } from './release-error.js';
import { packPackage, type Tarball } from './tarballs.js';

export interface Packed {
  readonly tarballs: readonly Tarball[];
  /** The bill of materials: its file's name, and how many packages are installed with the last package. */
  readonly bill: { readonly file: string; readonly components: number };
}

/**
 * Packs all packages of a built copy, and writes beside the tarballs a bill of materials, the changelog's section and
 * `release.json`.
 *
 * @param out the folder of these files.
 * @param work a folder to unpack in.
 * @throws {ReleaseError} listing all that is wrong with what the tarballs hold.
 */
export async function packRelease(
  project: string,
  copy: string,
  plan: Plan,
  out: string,
  work: string,
): Promise<Packed> {
  mkdirSync(out, { recursive: true });
  const tarballs = await packChecked(project, copy, out, join(work, 'unpacked'));
  const last = tarballs.at(-1);
  if (last === undefined) throw new ReleaseError('There is no package to release in packages/.');
  const other = tarballs.find(({ version }) => version !== plan.version);
  if (other !== undefined)
    throw new ReleaseError(`${other.name} has the version ${other.version}, not ${plan.version}.`);
  const { text, components } = await billOfMaterials(last, tarballs, join(project, '.npmrc'), join(work, 'bill'));
  const file = basename(last.path).replace(/\.tgz$/, '.cdx.json');
  const { version, tag } = plan;
  const packages = tarballs.map(({ name, path, integrity }) => ({ name, version, file: basename(path), integrity }));
  writeFileSync(join(out, file), text);
  writeFileSync(join(out, 'changelog.md'), `${plan.text}\n`);
  writeFileSync(
    join(out, 'release.json'),
    `${JSON.stringify({ version, tag, packages } satisfies PackedRelease, null, 2)}\n`,
  );
  return { tarballs, bill: { file, components } };
}

async function packChecked(project: string, copy: string, out: string, unpacked: string): Promise<Tarball[]> {
  const own = privateOf([copy, project], process.env);
  const tarballs: Tarball[] = [];
  const faults: string[] = [];
  for (const each of releasedPackages(copy)) {
    const tarball = await packPackage(copy, each, out, join(unpacked, basename(each.folder)));
    const wrong = contentFaults(tarball, join(copy, each.folder));
    // A link or a device is no content to look into.
    const files = tarball.files.filter((path) => !path.endsWith(')'));
    const found = [...wrong, ...(await leaksIn(tarball.unpacked, files, own))];
    faults.push(...found.map((fault) => `${basename(tarball.path)}: ${fault}`));
    tarballs.push(tarball);
  }
  if (faults.length > 0) throw new ReleaseError(`The tarballs are not what they should be.\n${faults.join('\n')}`);
  return tarballs;
}
