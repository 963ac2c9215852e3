#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);

if (existsSync(main)) {
  // From Node 22.8 on: to read compiled code back takes a fraction of the time that compiling the compilers does.
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/sdkgen', import.meta.url)));
  // A stack then shows lines of the sources. Costs some 10 ms, since the maps are read with the files that are loaded.
  process.setSourceMapsEnabled(true);
  await import(main.href);
} else {
  console.error('The generator is not built yet: run `npm run build:generator` in its repository.');
  process.exitCode = 2;
}
