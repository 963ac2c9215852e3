import { once } from 'node:events';
import { resolveConfig } from '../config/index.js';
import { prepare } from '../generate/prepare.js';
import { startMock } from '../mock/index.js';
import { errorCode, errorProblem, ProblemsError } from '../problems/index.js';
import type { CommandLine } from './arguments.js';
import { printReport } from './print.js';

/** Runs `sdkgen mock`: serves the API on loopback until it is interrupted. */
export async function runMock({ flags, values }: CommandLine): Promise<number> {
  const { document, model, problems } = await prepare(await resolveConfig({ cwd: process.cwd(), flags }));
  printReport(problems);
  const log = (line: string): boolean => process.stdout.write(`${line}\n`);
  const port = Number(values.get('port')?.[0] ?? 0);
  const replies = values.get('replies')?.[0] === 'complete' ? 'complete' : 'example';
  const mock = await startMock(document, model, { port, replies, log }).catch((error: unknown) => {
    throw portError(error, port);
  });
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  await mock.close();
  return 0;
}

/** Returns a problem for a port that cannot be used, and any other error unchanged. */
function portError(error: unknown, port: number): unknown {
  const code = errorCode(error);
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const reason = code === 'EACCES' ? 'requires other permissions' : 'is in use by another program';
  const message = `--port: Port ${port} ${reason}.`;
  const hint = 'Use another one, or omit --port to use a free one.';
  return new ProblemsError([errorProblem('flag-port', {}, message, hint)]);
}
