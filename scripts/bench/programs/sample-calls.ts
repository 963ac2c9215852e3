import { type Contestant, verify } from './contestant.js';
import { REPLIES } from './replies.js';

/** Elapsed microseconds, microseconds of CPU time, bytes of the heap. */
interface Measured {
  readonly call?: number;
  readonly work?: number;
  readonly allocated?: number;
}

interface Sample extends Measured {
  readonly subject: string;
  readonly contestant: string;
}

/**
 * Samples of the cost of a call with a `fetch` that responds immediately: times, or with `memory` allocations, which requires
 * `--expose-gc` and a young generation large enough for all calls of a round.
 */
export async function sampleCalls(
  contestants: readonly Contestant[],
  what: 'time' | 'memory',
): Promise<readonly Sample[]> {
  const rounds = 12;
  stubFetch();
  const samples: Sample[] = [];
  const all = contestants.map((contestant) => ({ contestant, calls: contestant.setUp('http://127.0.0.1:1') }));
  for (const { contestant, calls } of all) await verify(contestant, calls);
  for (let round = -2; round < rounds; round += 1) {
    const first = (round + 2) % all.length;
    for (const { contestant, calls } of [...all.slice(first), ...all.slice(0, first)]) {
      for (const [subject, call] of Object.entries({ POST: calls.createPoll, 'GET 100 users': calls.queryUsers })) {
        const measured = what === 'memory' ? await allocation(call, 50) : await times(call, 250);
        if (round >= 0) samples.push({ subject, contestant: contestant.name, ...measured });
      }
    }
  }
  return samples;
}

/**
 * Replaces `globalThis.fetch` by a service that responds immediately. Like the real one (Fetch standard, `fetch` method, step 2)
 * it creates a `Request` from its arguments, even from a `Request`, so that contestants that create another one pay for it.
 */
function stubFetch(): void {
  const headers = { 'content-type': 'application/json' };
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return new Response(request.method === 'POST' ? REPLIES.POST : REPLIES.GET, { headers });
  };
}

async function times(call: () => Promise<unknown>, count: number): Promise<Measured> {
  const before = process.cpuUsage();
  const begun = performance.now();
  for (let done = 0; done < count; done += 1) await call();
  const elapsed = (performance.now() - begun) * 1_000;
  const { user, system } = process.cpuUsage(before);
  return { call: elapsed / count, work: (user + system) / count };
}

async function allocation(call: () => Promise<unknown>, count: number): Promise<Measured> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let done = 0; done < count; done += 1) await call();
  return { allocated: (process.memoryUsage().heapUsed - before) / count };
}
