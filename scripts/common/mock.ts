import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RunningMock {
  readonly url: string;
  stop(): Promise<void>;
}

/** `sdkgen mock` for the project's own description, or another one, in a process of its own, on a free port. */
export async function startMock(args: readonly string[] = []): Promise<RunningMock> {
  const child = spawn('sdkgen', ['mock', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed = (printed + text).slice(-10_000);
      const found = /listening on (\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error('sdkgen mock ended before it was listening')));
  });
  return {
    url,
    async stop() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
