import type { Fault } from './fault.js';
import { aborts } from './tables/aborts.js';
import { bodies } from './tables/bodies.js';
import { connections } from './tables/connections.js';
import { inputs } from './tables/inputs.js';
import { options } from './tables/options.js';
import { redirects } from './tables/redirects.js';
import { retries } from './tables/retries.js';
import { statuses } from './tables/statuses.js';
import { tasks } from './tables/tasks.js';
import { tokens } from './tables/tokens.js';
import { uploads } from './tables/uploads.js';
import { webhooks } from './tables/webhooks.js';
import { type Trial, tryFault } from './trial.js';

/**
 * Everything that can go wrong with a call, staged with real sockets on loopback against the built client: `npm run faults`, or with a
 * word for the faults that have it in their name. Exits 1 when the client takes one of them in another way than it should.
 */
const tables: Readonly<Record<string, readonly Fault[]>> = {
  connection: connections,
  body: bodies,
  status: statuses,
  redirect: redirects,
  retry: retries,
  abort: aborts,
  input: inputs,
  option: options,
  upload: uploads,
  token: tokens,
  webhook: webhooks,
  task: tasks,
};

const word = process.argv[2] ?? '';
let passed = 0;
let failed = 0;
for (const [subject, faults] of Object.entries(tables)) {
  for (const fault of faults) {
    if (!`${subject}: ${fault.name}`.includes(word)) continue;
    const trial = await tryFault(fault);
    console.log(line(subject, trial));
    if (trial.wrongs.length === 0) passed++;
    else failed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
// With all well nothing is left that could keep the process alive.
if (failed > 0 || passed === 0) process.exit(1);

function line(subject: string, { fault, outcome, code, requests, milliseconds, wrongs }: Trial): string {
  const verdict = wrongs.length === 0 ? 'pass' : 'FAIL';
  const name = `${subject}: ${fault.name}`.padEnd(64);
  const ended = `${outcome}${code === '' ? '' : ` ${code}`}`.padEnd(34);
  const cost = `${requests} ${requests === 1 ? 'request ' : 'requests'} ${String(milliseconds).padStart(5)} ms`;
  return `${verdict}  ${name} ${ended} ${cost}${wrongs.map((wrong) => `\n      ${wrong}`).join('')}`;
}
