import type { Contestant } from './contestant.js';
import { stubFetch } from './stub.js';
import { verify } from './verify.js';

interface Sample {
  readonly subject: string;
  readonly contestant: string;
  /** Microseconds on the clock, microseconds of the processor, bytes of the heap. */
  readonly measure: 'call' | 'work' | 'allocated';
  readonly sample: number;
}

type Measured = Readonly<Partial<Record<Sample['measure'], number>>>;

/**
 * Samples of what a call costs on a `fetch` that answers at once: times, or with `memory` what it allocates; that needs
 * `--expose-gc` and a young generation which holds all calls of a round.
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
      for (const [subject, call] of [
        ['POST', calls.createPoll],
        ['GET 100 users', calls.queryUsers],
      ] as const) {
        const measured = what === 'memory' ? await allocation(call, 50) : await times(call, 250);
        if (round >= 0) samples.push(...samplesOf(subject, contestant.name, measured));
      }
    }
  }
  return samples;
}

function samplesOf(subject: string, contestant: string, measured: Measured): readonly Sample[] {
  return (['call', 'work', 'allocated'] as const).flatMap((measure) => {
    const sample = measured[measure];
    return sample === undefined ? [] : [{ subject, contestant, measure, sample }];
  });
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
