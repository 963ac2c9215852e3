import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { unlessRefused } from './errors.js';

/**
 * Replaces, creates or removes all files, or none: each text is first written to a temporary file, so that a full disk changes
 * nothing, and files are restored if a later one fails. Symbolic links are kept.
 *
 * @param texts path -> its text; `undefined` removes the file.
 */
export function replaceFiles(texts: ReadonlyMap<string, string | undefined>): void {
  const files = [...texts].map(([path, text]) => {
    const target = existsSync(path) ? realpathSync(path) : path;
    return { target, text, draft: `${target}.sdkgen-${process.pid}` };
  });
  const done: { readonly target: string; readonly before: Buffer | undefined }[] = [];
  try {
    for (const { target, text, draft } of files) {
      if (text === undefined) continue;
      mkdirSync(dirname(target), { recursive: true });
      const mode = statSync(target, { throwIfNoEntry: false })?.mode;
      writeFileSync(draft, text);
      if (mode !== undefined) chmodSync(draft, mode);
    }
    for (const { target, text, draft } of files) {
      const before = existsSync(target) ? readFileSync(target) : undefined;
      if (text === undefined) rmSync(target, { force: true });
      else renameSync(draft, target);
      done.push({ target, before });
    }
  } catch (error) {
    for (const { target, before } of done)
      unlessRefused(() => (before === undefined ? rmSync(target, { force: true }) : writeFileSync(target, before)));
    throw error;
  } finally {
    for (const { draft } of files) rmSync(draft, { force: true });
  }
}
