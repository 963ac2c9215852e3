import { mkdirSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Platform } from 'esbuild';
import type { Figures } from '../figures.js';
import { generatePeers } from '../generated.js';
import { PROGRAMS } from '../measure/bundle.js';
import type { Part } from './part.js';
import { tolerate } from './tolerate.js';

/** Programs that are bundled with all that they import: one that makes a call, and one with everything there is. */
interface Programs {
  readonly oneCall: string;
  readonly everything: string;
  /** What they run on; browsers unless told. */
  readonly platform?: Platform;
}

const call = "({ name: 'Lunch?', user_id: 'john' })";
const url = "'https://chat.example.com/api/v2/polls'";
const generated = (name: string): string => `'../generated/${name}'`;

const PROGRAMS_BY_CONTESTANT: Readonly<Record<string, Programs>> = {
  ours: {
    oneCall: `import { ChatClient } from '@scope/chat-client'; console.log(await new ChatClient({ apiKey: 'key', token: 'token' }).createPoll${call})`,
    everything: "export * from '@scope/chat-client'",
  },
  'bare ky': {
    oneCall: `import ky from 'ky'; console.log(await ky.post(${url}, { json: ${call} }).json())`,
    everything: "export { default } from 'ky'; export * from 'ky'",
  },
  'bare fetch': {
    oneCall: `console.log(await (await fetch(${url}, { method: 'POST', body: JSON.stringify${call} })).json())`,
    everything: 'export default fetch',
  },
  "vendor's SDK": {
    oneCall: `import { StreamClient } from '@stream-io/node-sdk'; console.log(await new StreamClient('key', 'secret').createPoll${call})`,
    everything: "export * from '@stream-io/node-sdk'",
    platform: 'node',
  },
  openai: {
    oneCall: `import OpenAI from 'openai'; console.log(await new OpenAI({ apiKey: 'key' }).post('/polls', { body: ${call} }))`,
    everything: "export * from 'openai'",
  },
  ...heyApi('fetch'),
  ...heyApi('ky'),
  'openapi-fetch': {
    oneCall: `import createClient from 'openapi-fetch'; console.log(await createClient({ baseUrl: '/' }).POST(${url}, { body: ${call} }))`,
    everything: "export { default } from 'openapi-fetch'; export * from 'openapi-fetch'",
  },
  orval: functions('orval/api.ts'),
  oazapfts: functions('oazapfts/api.ts'),
  'swagger-typescript-api': {
    oneCall: `import { Api } from ${generated('swagger-typescript-api/api.ts')}; console.log(await new Api().api.createPoll${call})`,
    everything: `export * from ${generated('swagger-typescript-api/api.ts')}`,
  },
};

function heyApi(client: string): Readonly<Record<string, Programs>> {
  const from = generated(`hey-api-${client}/index.ts`);
  const oneCall = `import { createPoll } from ${from}; console.log(await createPoll({ body: ${call} }))`;
  return { [`hey-api, ${client}`]: { oneCall, everything: `export * from ${from}` } };
}

function functions(file: string): Programs {
  const oneCall = `import { createPoll } from ${generated(file)}; console.log(await createPoll${call})`;
  return { oneCall, everything: `export * from ${generated(file)}` };
}

export const size: Part = {
  name: 'size',
  title: 'Bundles, with all that they import',
  async run({ figures }) {
    await generatePeers();
    mkdirSync(PROGRAMS, { recursive: true });
    for (const [contestant, { oneCall, everything, platform = 'browser' }] of Object.entries(PROGRAMS_BY_CONTESTANT)) {
      for (const [subject, code] of Object.entries({ 'one call': oneCall, everything })) {
        const name = { part: size.name, subject, contestant };
        await tolerate(figures, name, () => weigh({ contestant, subject, code, platform }, figures));
      }
    }
  },
};

interface Weighed {
  readonly contestant: string;
  readonly subject: string;
  readonly code: string;
  readonly platform: Platform;
}

async function weigh({ contestant, subject, code, platform }: Weighed, figures: Figures): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: PROGRAMS, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform,
    write: false,
    logLevel: 'error',
  });
  const text = outputFiles[0]?.contents ?? new Uint8Array();
  const name = { part: size.name, subject, contestant } as const;
  figures.add({ ...name, measure: 'minified' }, text.byteLength);
  figures.add({ ...name, measure: 'gzip' }, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }).byteLength);
  figures.add({ ...name, measure: 'brotli' }, brotliCompressSync(text).byteLength);
}
