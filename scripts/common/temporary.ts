import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Creates an empty folder outside of the project, and when the work is done removes it, or prints it to be kept. */
export async function inTemporaryFolder<Result>(
  name: string,
  work: (folder: string) => Result | Promise<Result>,
  keep = false,
): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  try {
    return await work(folder);
  } finally {
    if (keep) console.log(folder);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
