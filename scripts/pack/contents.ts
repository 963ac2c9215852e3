import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type PackageManifest, readJson } from './expected-files.js';

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly sourceRoot?: string;
}

/** Scripts that npm would run on the user's machine. */
const installScripts = ['preinstall', 'install', 'postinstall', 'prepare'];

/** The problems of a package's files, one sentence each. */
export function contentFaults(folder: string, files: readonly string[]): readonly string[] {
  const manifest: PackageManifest = readJson(join(folder, 'package.json'));
  const scripts = installScripts.filter((name) => manifest.scripts?.[name] !== undefined);
  return [
    ...scripts.map((name) => `package.json has the script ${name}, which would run on the user's machine`),
    ...files.flatMap((file) => fileFaults(file, readFileSync(join(folder, file), 'utf8'), new Set(files))),
  ];
}

function fileFaults(file: string, text: string, files: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const map = /^\/\/# sourceMappingURL=(.+)$/m.exec(file.endsWith('.js') ? text : '')?.[1];
  if (map !== undefined && !files.has(posix.join(dirname(file), map))) faults.push(`${file} has no source map ${map}`);
  return file.endsWith('.map') ? [...faults, ...mapFaults(file, JSON.parse(text))] : faults;
}

/** A source map must contain its sources, with paths within the package. */
function mapFaults(file: string, { sources, sourcesContent = [], sourceRoot }: SourceMap): readonly string[] {
  if (sourceRoot) return [`${file} looks for its sources in ${sourceRoot}`];
  return sources.flatMap((source, index) => {
    const place = posix.join(dirname(file), source);
    const outside = posix.isAbsolute(source) || source.includes(':') || place.startsWith('..');
    if (outside) return [`${file} names ${source}, which is outside of the package`];
    return typeof sourcesContent[index] === 'string' ? [] : [`${file} does not contain the text of ${source}`];
  });
}
