import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { generatePeers } from '../generated.js';
import { bundleProgram, PROGRAMS } from '../measure/bundle.js';
import { runProgram } from '../measure/process.js';
import { pinnedNode } from '../tools.js';
import type { Part } from './part.js';

/** So often the client's process is started anew. */
const PROCESSES = 3;

export const loopback: Part = {
  name: 'loopback',
  title: 'Calls over HTTP to a process on this machine',
  async run({ figures }) {
    await generatePeers();
    const program = await bundleProgram('scripts/bench/programs/loopback.ts', 'loopback');
    const { command } = pinnedNode();
    const service = await startService(command);
    try {
      for (let started = 0; started < PROCESSES; started += 1) {
        const printed = await runProgram(command, [program, service.url], { cwd: PROGRAMS });
        const samples: readonly { subject: string; contestant: string; sample: number }[] = JSON.parse(printed);
        for (const { subject, contestant, sample } of samples) {
          figures.add({ part: loopback.name, subject, measure: 'rate', contestant }, sample);
        }
      }
    } finally {
      service.stop();
    }
  },
};

async function startService(node: string): Promise<{ readonly url: string; stop(): void }> {
  const program = await bundleProgram('scripts/bench/programs/server.ts', 'server');
  const child = spawn(node, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { url: `http://127.0.0.1:${Number(port)}`, stop: () => child.stdin.end() };
}
