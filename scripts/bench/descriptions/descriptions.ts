import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { loadDescription } from '../../../generator/src/load/index.js';
import type { JsonObject } from '../../../generator/src/schema/index.js';
import { CACHE } from '../tools.js';
import { multiply } from './synthetic.js';

/** A description in one JSON file, which every generator takes. */
export interface Description {
  readonly name: string;
  readonly file: string;
}

/** So many times our own description, the growth is measured at. */
const SIZES = [2, 4, 8];

export const OWN = 'own, 1x';

/** Writes our description in one file. */
export async function ownDescription(): Promise<Description> {
  return write(OWN, await loadOwn());
}

/** Our description, copies of it side by side, and GitHub's. */
export async function allDescriptions(): Promise<readonly Description[]> {
  const own = await loadOwn();
  const manifest = createRequire(resolve('package.json')).resolve('@octokit/openapi/package.json');
  return [
    write(OWN, own),
    ...SIZES.map((times) => write(`${times}x`, multiply(own, times))),
    { name: 'github', file: join(dirname(manifest), 'generated/api.github.com.json') },
  ];
}

async function loadOwn(): Promise<JsonObject> {
  const { document } = await loadDescription('spec/openapi.yaml', { cwd: process.cwd(), allowRefs: [] });
  return document.root;
}

function write(name: string, document: JsonObject): Description {
  const file = join(CACHE, 'descriptions', `${name.replace(/\W+/g, '-')}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const text = JSON.stringify(document);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return { name, file };
}
