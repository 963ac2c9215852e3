// Loaded before a command that must not need the network: rejects names of other hosts, and appends them to a file.
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  if (host === 'localhost') return lookup(host, ...rest);
  appendFileSync(process.env.OFFLINE_HOSTS, `${host}\n`);
  throw new Error(`No network here: ${host}`);
};
