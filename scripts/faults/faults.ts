import { runScript, Tally } from '../common/script.js';
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
import { tryFault } from './trial.js';

const USAGE = `Tests the built client with network faults, invalid responses and invalid inputs, over real sockets on loopback.

Usage: npm run faults [-- PART_OF_A_NAME]
`;

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

await runScript(
  USAGE,
  {},
  async ({ words: [wanted = ''] }) => {
    const tally = new Tally();
    for (const [subject, faults] of Object.entries(tables)) {
      for (const fault of faults) {
        const name = `${subject}: ${fault.name}`;
        if (!name.includes(wanted)) continue;
        const { outcome, code, requests, milliseconds, wrongs } = await tryFault(fault);
        const detail = `${outcome} ${code}`.slice(0, 34).padEnd(34);
        tally.add(name, wrongs, `${detail} ${requests} requests ${String(milliseconds).padStart(5)} ms`);
      }
    }
    return tally.end();
  },
  1,
);
