// Loaded into each measured Node process: at its end, appends its resource usage to the file BENCH_USAGE.
import { appendFileSync, readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.BENCH_USAGE !== undefined) {
  const file = process.env.BENCH_USAGE;
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    appendFileSync(file, `${JSON.stringify({ processor: (user + system) / 1e6, memory: peakKibibytes() / 1024 })}\n`);
  });
}

/** `maxRSS` begins with what the starting process had before the program was loaded; Linux also has this program's own peak. */
function peakKibibytes() {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}
