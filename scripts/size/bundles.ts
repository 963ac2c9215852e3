import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Platform } from 'esbuild';

/** A program whose bundle size is measured, including all its imports. */
export interface Program {
  readonly code: string;
  readonly platform: Platform;
}

const options = "{ apiKey: 'key', token: 'token' }";

export const programs: Readonly<Record<string, Program>> = {
  'one error class': { code: "export { ChatRateLimitError } from '@scope/chat-client'", platform: 'browser' },
  ky: {
    code: "import ky from 'ky'; console.log(await ky.post('https://x.example', { json: { a: 1 } }).json())",
    platform: 'browser',
  },
  'one function': {
    code: `import { ChatCore, createPoll } from '@scope/chat-client/operations';
      console.log(await createPoll(new ChatCore(${options}), { name: 'a', user_id: 'b' }))`,
    platform: 'browser',
  },
  'one call': {
    code: `import { ChatClient } from '@scope/chat-client'; console.log(await new ChatClient(${options}).getApp())`,
    platform: 'browser',
  },
  'whole client': { code: "export * from '@scope/chat-client'", platform: 'browser' },
  './edge': { code: "export * from '@scope/chat-client/edge'", platform: 'browser' },
  './server': { code: "export * from '@scope/chat-client/server'", platform: 'node' },
};

/** The size of a bundle in bytes, minified, and compressed. */
export async function weigh({ code, platform }: Program, resolveDir: string) {
  const stdin = { contents: code, resolveDir, loader: 'ts' } as const;
  const settings = { bundle: true, minify: true, format: 'esm', target: 'es2022', write: false } as const;
  const { outputFiles } = await build({ stdin, platform, logLevel: 'error', ...settings });
  const text = outputFiles[0]?.contents ?? new Uint8Array();
  const gzip = gzipSync(text, { level: constants.Z_BEST_COMPRESSION }).byteLength;
  return { minified: text.byteLength, gzip, brotli: brotliCompressSync(text).byteLength };
}
