// Loaded before a command that must not need the network: rejects names of other hosts, and appends them to a file.
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { isIP } from 'node:net';

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  if (host === 'localhost' || isIP(host)) return lookup(host, ...rest);
  appendFileSync(process.env.OFFLINE_HOSTS, `${host}\n`);
  throw new Error(`No network here: ${host}`);
};
