import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, sep } from 'node:path';
import { errorProblem, ProblemsError } from '../problems/index.js';

/** A document in a commit: `git:REV:PATH`, with the path from the root of the repository. */
export interface Revision {
  /** The file; its folder contains the other files of the commit. */
  readonly spec: string;
  /** Path in the working tree. */
  readonly path: string;
  /** The name of a file in messages. */
  nameOf(file: string): string;
  remove(): void;
}

/** The mode of symbolic links, which are omitted. */
const LINK = '120000';

const DOCUMENTS = /\.(?:ya?ml|json)$/i;

/**
 * Writes the folder of a document, as of a commit, into a temporary folder.
 *
 * @returns undefined for a source of another kind.
 * @throws {ProblemsError} if git does not find the commit or the file.
 */
export function openRevision(source: string, cwd: string): Revision | undefined {
  const [, revision = '', path = ''] = /^git:([^:]+):(.+)$/.exec(source) ?? [];
  if (revision === '' || path === '') return undefined;
  const git = (args: readonly string[], input?: string): Buffer => {
    try {
      return execFileSync('git', args, { cwd, input, maxBuffer: 512 * 1024 * 1024, stdio: 'pipe' });
    } catch (error) {
      const { stderr, message }: { stderr?: unknown; message?: unknown } = Object(error);
      const [reason = ''] = String(stderr ?? message)
        .trim()
        .split('\n');
      throw unread(source, reason);
    }
  };
  const root = posix.normalize(path);
  const folder = posix.dirname(root);
  const within = folder === '.' ? [] : ['--', folder];
  const listed = git(['ls-tree', '-r', '--full-tree', '-z', '--end-of-options', revision, ...within]);
  const files = listed
    .toString()
    .split('\0')
    .map((entry) => {
      const [, mode = '', id = '', name = ''] = /^(\d+) blob (\w+)\t(.+)$/s.exec(entry) ?? [];
      return { isFile: mode !== '' && mode !== LINK, id, name };
    })
    .filter(({ isFile, name }) => isFile && (DOCUMENTS.test(name) || name === root));
  if (!files.some(({ name }) => name === root)) throw unread(source, `${revision} has no ${root}`);
  const contents = git(['cat-file', '--batch'], files.map(({ id }) => `${id}\n`).join(''));
  const top = git(['rev-parse', '--show-toplevel']).toString().trim();
  const target = realpathSync(mkdtempSync(join(tmpdir(), 'sdkgen-revision-')));
  let at = 0;
  for (const { name } of files) {
    const end = contents.indexOf('\n', at);
    const size = Number(contents.subarray(at, end).toString().split(' ')[2]);
    const file = join(target, name);
    // A manipulated tree may name files outside of the folder.
    if (file.startsWith(target + sep)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents.subarray(end + 1, end + 1 + size));
    }
    at = end + 1 + size + 1;
  }
  return {
    spec: join(target, root),
    path: join(top, root),
    nameOf: (file) => (file.startsWith(target) ? `${revision}:${file.slice(target.length + 1)}` : file),
    remove: () => rmSync(target, { recursive: true, force: true }),
  };
}

function unread(source: string, reason: string): ProblemsError {
  const hint = 'Write git:REV:PATH with a commit, a branch or a tag, and the path from the root of the repository.';
  return new ProblemsError([
    errorProblem('source-missing', { file: source }, `${source} can't be read: ${reason}.`, hint),
  ]);
}
