// Runs commands of the built command line one after another in one process, which loads the compilers once.
import { fileURLToPath } from 'node:url';
import '../../bin/v8-flags.cjs';

const main = new URL('../../dist/main.js', import.meta.url);
const bin = fileURLToPath(new URL('../../bin/sdkgen.js', import.meta.url));
let run = 0;

// Each run of the entry listens to the errors of both streams.
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);

process.on('message', async ({ folder, parameters }) => {
  const printed = { stdout: '', stderr: '' };
  const { write: writeOut } = process.stdout;
  const { write: writeError } = process.stderr;
  process.stdout.write = collect('stdout');
  process.stderr.write = collect('stderr');
  process.chdir(folder);
  process.argv = [process.execPath, bin, ...parameters];
  process.exitCode = undefined;
  try {
    run += 1;
    // The entry again, the parts that it loads once.
    await import(`${main.href}?run=${run}`);
  } catch (error) {
    process.exitCode = 1;
    printed.stderr += error instanceof Error ? error.stack : String(error);
  } finally {
    process.stdout.write = writeOut;
    process.stderr.write = writeError;
  }
  process.send({ code: process.exitCode ?? 0, ...printed });

  function collect(name) {
    return (text, ...rest) => {
      printed[name] += String(text);
      rest.find((argument) => typeof argument === 'function')?.();
      return true;
    };
  }
});
process.on('disconnect', () => process.exit());
