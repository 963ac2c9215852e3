import { expect } from '@jest/globals';
import type { FileSystem } from '../../src/output/folder.js';
import { checkOutput, type PackageOutput, writeOutput } from '../../src/output/index.js';
import { Killed, optionsFor, packageOf, put, readTree, temporaryFolder, watchedFileSystem } from './support.js';

export const oldPackages = [
  packageOf('chat-types', { 'src/index.ts': 'types\n', 'src/gone.ts': 'gone\n', 'src/turned': 'a file\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client\n', 'README.md': 'Read\n', 'old/a.ts': 'old\n' }),
];
export const newPackages = [
  packageOf('chat-types', { 'src/index.ts': 'types 2\n', 'src/turned/a.ts': 'a folder\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client 2\n', 'README.md': 'Read\n', 'new/a.ts': 'new\n' }),
];
export const otherPackages = [
  packageOf('chat-types', { 'src/index.ts': 'types 3\n', 'src/gone.ts': 'back\n' }),
  packageOf('chat-client', { 'src/index.ts': 'client 3\n', old: 'a file\n' }),
];

const FOREIGN = { 'chat-types/src/mine.ts': 'mine\n', 'chat-client/dist/index.js': 'built\n' };

export async function prepare(): Promise<string> {
  const out = temporaryFolder();
  await writeOutput(out, oldPackages, optionsFor(out));
  for (const [path, text] of Object.entries(FOREIGN)) put(out, path, text);
  return out;
}

/** Writes, and is killed by its file system. */
export async function writeUntilKilled(
  out: string,
  packages: readonly PackageOutput[],
  killed: FileSystem,
): Promise<void> {
  await writeOutput(out, packages, optionsFor(out), killed).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

function textsOf(packages: readonly PackageOutput[]): Map<string, string> {
  return new Map(
    packages.flatMap(({ folder, files }) => [...files].map(([path, text]) => [`${folder}/${path}`, text])),
  );
}

/** Files that match neither version and are not foreign; temporary files and the manifests are omitted. */
export function brokenFiles(out: string, ...versions: readonly (readonly PackageOutput[])[]): string[] {
  const texts = versions.map(textsOf);
  const found = new Map(Object.entries(readTree(out)).filter(([path]) => !/(^|\/)\.sdkgen/.test(path)));
  const paths = new Set([...found.keys(), ...texts.flatMap((version) => [...version.keys()])]);
  return [...paths].filter(
    (path) => !(path in FOREIGN) && !texts.some((version) => version.get(path) === found.get(path)),
  );
}

export async function stepsOfWholeRun(): Promise<number> {
  const out = await prepare();
  let steps = 0;
  const counting = watchedFileSystem((step) => {
    steps = step;
  });
  await writeOutput(out, newPackages, optionsFor(out), counting);
  return steps;
}

export async function expectComplete(out: string, packages: readonly PackageOutput[]): Promise<void> {
  const { problems } = await writeOutput(out, packages, optionsFor(out));
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning output-foreign']);
  expect(await checkOutput(out, packages, optionsFor(out))).toMatchObject([{ code: 'output-foreign' }]);
  expect(readTree(out)).toMatchObject(FOREIGN);
}
