import { interleave } from '../figures.js';
import { basic } from './basic-contestants.js';
import { verify } from './contestant.js';
import { peers } from './peers.js';

/** Prints, as JSON, samples of calls a second to the service at a URL: one at a time and fifty at once. */
const [baseUrl = ''] = process.argv.slice(2);
const rounds = 10;
const callsPerRound = 400;
const subjects = { 'POST, one at a time': 1, 'POST, 50 at once': 50 };

const samples: { subject: string; contestant: string; rate: number }[] = [];
const all = [...basic, ...peers].map((contestant) => ({ contestant, calls: contestant.setUp(baseUrl) }));
for (const { contestant, calls } of all) await verify(contestant, calls);
await interleave(all, rounds, async ({ contestant, calls }, counts) => {
  for (const [subject, atOnce] of Object.entries(subjects)) {
    const rate = await rateOf(calls.createPoll, atOnce);
    if (counts) samples.push({ subject, contestant: contestant.name, rate });
  }
});
console.log(JSON.stringify(samples));

async function rateOf(call: () => Promise<unknown>, atOnce: number): Promise<number> {
  let left = callsPerRound;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (callsPerRound * 1_000) / (performance.now() - begun);
}
