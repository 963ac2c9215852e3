import { once } from 'node:events';
import { resolveConfig } from '../config/index.js';
import { loadDescription } from '../load/index.js';
import { startMock } from '../mock/index.js';
import { buildModel } from '../model/build.js';
import type { ParsedCommand } from './arguments.js';
import { printProblems } from './print.js';

type MockCommand = Extract<ParsedCommand, { command: 'mock' }>;

/** `sdkgen mock`: serves the described API on loopback until it is interrupted. */
export async function runMock(command: MockCommand): Promise<number> {
  const { spec, cwd, allowRefs, overlays } = await resolveConfig({ cwd: process.cwd(), flags: command.flags });
  const { document, problems } = await loadDescription(spec, { cwd, allowRefs, overlays });
  printProblems(problems, false);
  const { model } = buildModel(document);
  const mock = await startMock(document, model, {
    port: command.port,
    replies: command.replies,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  await mock.close();
  return 0;
}
