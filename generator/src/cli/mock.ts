import { once } from 'node:events';
import { resolveConfig } from '../config/index.js';
import { prepare } from '../generate/prepare.js';
import { startMock } from '../mock/index.js';
import { ProblemsError } from '../problems/index.js';
import type { ParsedCommand } from './arguments.js';
import { printProblems } from './print.js';

type MockCommand = Extract<ParsedCommand, { command: 'mock' }>;

/** `sdkgen mock`: serves the described API on loopback until it is interrupted. */
export async function runMock(command: MockCommand): Promise<number> {
  const { document, model, problems } = await prepare(
    await resolveConfig({ cwd: process.cwd(), flags: command.flags }),
  );
  printProblems(problems, false);
  const log = (line: string): boolean => process.stdout.write(`${line}\n`);
  const mock = await startMock(document, model, { port: command.port, replies: command.replies, log }).catch(
    (error: unknown) => {
      throw portError(error, command.port);
    },
  );
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  await mock.close();
  return 0;
}

/** A port that cannot be had is the user's to mend; anything else is thrown as it is. */
function portError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const reason = code === 'EACCES' ? 'may not be used by you' : 'is in use by another program';
  const message = `--port: Port ${port} ${reason}.`;
  const hint = 'Give another one, or leave --port out: then a free one is taken.';
  return new ProblemsError([{ code: 'flag-port', severity: 'error', message, hint }]);
}
