import type { StartedCommand } from './process.js';

/**
 * Waits until a program has printed what is looked for.
 *
 * @returns the pattern's first group.
 * @throws {Error} when the program ends, or 60 seconds go by, before.
 */
export async function waitForOutput(started: StartedCommand, pattern: RegExp): Promise<string> {
  let hasEnded = false;
  void started.ended.then(() => {
    hasEnded = true;
  });
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = pattern.exec(started.output())?.[1];
    if (found !== undefined) return found;
    if (hasEnded || performance.now() > deadline) {
      throw new Error(`${pattern} never came:\n${started.output().slice(-4_000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
