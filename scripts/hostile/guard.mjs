// Loaded before the command line: rejects sockets, and reports the resource usage of each run.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

let sockets = 0;
const refuse = () => {
  sockets += 1;
  throw new Error('No network here.');
};
net.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse;
  dns.promises[name] = refuse;
}
syncBuiltinESMExports();

let before = process.cpuUsage();
const send = process.send.bind(process);
process.send = (outcome) => {
  const { user, system } = process.cpuUsage(before);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  send({ ...outcome, sockets, processorSeconds: (user + system) / 1e6, megabytes });
  sockets = 0;
  before = process.cpuUsage();
};
