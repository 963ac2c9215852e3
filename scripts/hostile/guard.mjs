// Loaded before the generator: no socket opens, and what the run took is told on file descriptor 3 when it ends.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
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

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ sockets, processorSeconds: (user + system) / 1e6, megabytes: maxRSS / 1024 }));
});
