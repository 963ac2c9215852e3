#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import module, { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import './v8-flags.cjs';

const main = new URL('../dist/main.js', import.meta.url);

if (existsSync(main)) {
  // A comparison takes a few seconds, in which most optimizations don't pay off: use only the faster optimizing compiler of
  // Node 24, for code that is called often, and let the memory for new objects grow early.
  if (process.argv[2] === 'diff' && Number.parseInt(process.versions.node, 10) >= 24) {
    for (const flag of ['--no-turbofan', '--invocation-count-for-maglev=3000', '--semi-space-growth-factor=16'])
      setFlagsFromString(flag);
  }
  // From Node 22.8 on: to read compiled code back takes a fraction of the time that compiling the compilers does.
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/sdkgen', import.meta.url)));
  process.once('uncaughtExceptionMonitor', showSourceLines);
  await import(main.href);
} else {
  console.error('The generator is not built yet: run `npm run build:generator` in its repository.');
  process.exitCode = 2;
}

/** Node's own support for source maps reads those of all packages at start-up, also where nothing fails. */
function showSourceLines(error) {
  if (!(error instanceof Error) || error.stack === undefined) return;
  error.stack = error.stack.replace(/(file:[^\s()]+):(\d+):(\d+)/g, (place, url, line, column) => {
    const map = `${fileURLToPath(url)}.map`;
    if (!url.startsWith(new URL('.', main).href) || !existsSync(map)) return place;
    const origin = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findOrigin(Number(line), Number(column));
    if (origin.fileName === undefined) return place;
    return `${fileURLToPath(new URL(origin.fileName, url))}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
