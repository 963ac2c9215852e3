import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunResult, run } from '../project/run.js';
import { readManifest } from './packages.js';
import { ReleaseError } from './release-error.js';
import type { Tarball } from './tarballs.js';

interface Component {
  readonly name: string;
  readonly externalReferences?: readonly { readonly type: string; readonly url: string }[];
}

/** A CycloneDX document, as far as it is changed here. */
interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

export interface BillOfMaterials {
  readonly text: string;
  /** What is installed with the package. */
  readonly components: number;
}

/**
 * Lists what a user gets who installs a package today, by `npm sbom` in a folder that has the tarball's own manifest:
 * the project's lock file would list what it was developed with.
 *
 * @param settings npm's settings of the project: a file, which need not be there.
 * @param work an empty folder.
 * @param siblings the tarballs that the registry does not have yet.
 * @throws {ReleaseError} when npm finds no versions to install.
 */
export async function billOfMaterials(
  { name, unpacked }: Tarball,
  siblings: readonly Tarball[],
  settings: string,
  work: string,
): Promise<BillOfMaterials> {
  const shipped = readManifest(unpacked);
  const { version, dependencies = {} } = shipped;
  const local = Object.fromEntries(siblings.map((tarball) => [tarball.name, `file:${tarball.path}`]));
  const wanted = Object.keys(dependencies).map((each) => [each, local[each] ?? dependencies[each]]);
  mkdirSync(work, { recursive: true });
  if (existsSync(settings)) copyFileSync(settings, join(work, '.npmrc'));
  const manifest = { ...shipped, dependencies: Object.fromEntries(wanted), devDependencies: {}, scripts: {} };
  writeFileSync(join(work, 'package.json'), JSON.stringify(manifest));
  const npm = (...args: readonly string[]): Promise<RunResult> => run('npm', args, { cwd: work });
  const resolved = await npm('install', '--package-lock-only', '--ignore-scripts', '--omit=dev', '--silent');
  const made = await npm('sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx', '--silent');
  if (!resolved.ok || !made.ok) throw new ReleaseError(`npm can't tell what ${name} ${version} is installed with.`);
  const bill: Bill = JSON.parse(made.output);
  const components = bill.components.map(withoutFiles);
  const component = { ...bill.metadata.component, name };
  const text = JSON.stringify({ ...bill, metadata: { ...bill.metadata, component }, components }, null, 2);
  return { text: `${text}\n`, components: components.length };
}

/** Where a tarball lies on this machine is nobody's business. */
function withoutFiles(component: Component): Component {
  const references = component.externalReferences ?? [];
  return { ...component, externalReferences: references.filter(({ url }) => !url.startsWith('file:')) };
}
