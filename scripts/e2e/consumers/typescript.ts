import { readFileSync } from 'node:fs';
import type { Consumer } from '../consumer.js';
import { toolFile, versionOf } from '../tools.js';

const VERSIONS = ['5.0', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'];

/** All exports of the packages, and a small program. */
const PROGRAM = `import type * as types from '@scope/chat-types';
import * as main from '@scope/chat-client';
import * as server from '@scope/chat-client/server';
import * as edge from '@scope/chat-client/edge';
import * as testing from '@scope/chat-client/testing';
export { edge, main, server, testing, types };
${readFileSync('scripts/size/consumer.ts', 'utf8')}`;

/** A client of a CommonJS module in a program of ES modules, whose declarations of the client are others. */
const LIBRARY = `import { ChatClient, ChatError } from '@scope/chat-client';
export const client = new ChatClient({ apiKey: 'key', token: 'token' });
export const error = new ChatError('no');`;
const IMPORTER = `import type { ChatClient, ChatError } from '@scope/chat-client';
import { client, error } from './library.cjs';
export const both: readonly [ChatClient, ChatError] = [client, error];`;

/** Each compiler checks a program in both module systems, including all declarations of the packages. */
export function typeScriptConsumers(): Consumer[] {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    // Neither Node's types nor any others may be necessary.
    types: [],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipDefaultLibCheck: true,
    noEmit: true,
  };
  return VERSIONS.map((version) => {
    const tool = `typescript-${version}`;
    return {
      runtime: `TypeScript ${versionOf(tool)}`,
      name: 'a program, and all declarations',
      files: () => ({
        'program.mts': PROGRAM,
        'program.cts': PROGRAM,
        'library.cts': LIBRARY,
        'importer.mts': IMPORTER,
        'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.mts', '*.cts'] }),
      }),
      async run(site) {
        await site.run(process.execPath, [toolFile(tool, 'bin/tsc'), '--pretty', 'false']);
      },
    };
  });
}
