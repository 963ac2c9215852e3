import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { startMock } from '../../generator/src/index.js';
import { run } from '../common/process.js';
import type { Snippet } from './find.js';

/** Time limit of one program in milliseconds. */
const LONGEST = 30_000;

/** Sends requests to any host to the mock server. */
const toMock = `
const { fetch } = globalThis;
const mock = process.env.MOCK_URL;
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const target = url.href.startsWith(mock) ? url.href : mock + url.pathname + url.search;
  return fetch(input instanceof Request ? new Request(target, input) : target, init);
};
`;

/**
 * Runs snippets unchanged, each as a separate program, against a mock of the service. Exported functions are not called.
 *
 * @param folder the client package, from which the programs import.
 * @returns a line for each that ended with an error, or not in time.
 */
export async function runSnippets(folder: string, snippets: readonly Snippet[]): Promise<string[]> {
  const mock = await startMock();
  const programs = join(folder, 'node_modules', '.cache', 'snippets');
  mkdirSync(programs, { recursive: true });
  const preload = join(programs, 'to-mock.mjs');
  writeFileSync(preload, toMock);
  const environment = { MOCK_URL: mock.url, STREAM_API_KEY: 'snippet-key', STREAM_API_SECRET: 'snippet-secret' };
  const faults: string[] = [];
  try {
    for (const [index, { document, line, text }] of snippets.entries()) {
      const program = join(programs, `${index}.mjs`);
      const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: false };
      writeFileSync(program, ts.transpileModule(text, { compilerOptions: options }).outputText);
      const args = ['--import', pathToFileURL(preload).href, program];
      const signal = AbortSignal.timeout(LONGEST);
      const { ok, output } = await run(process.execPath, args, { cwd: folder, signal, environment });
      if (!ok) faults.push(`${document}:${line}: ${output.trim() || `not done after ${LONGEST} ms`}`);
    }
  } finally {
    await mock.close();
    rmSync(programs, { recursive: true, force: true });
  }
  return faults;
}
