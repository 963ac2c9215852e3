import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/index.js';
import { errorCode } from '../problems/index.js';
import type { TemplateSet } from './template-texts.js';

/** What a run is made of beside the OpenAPI document, read once. */
export interface Surroundings {
  /** Stands for all of it: the generator's own code, the templates, the changelog and the options. Says nothing of places on the disk. */
  readonly hash: string;
  /** Stands for the generator's own code. */
  readonly code: string;
  readonly templates: TemplateSet;
  readonly changelog: string;
}

/** The options that are places: they decide where something is read and written, and no byte of the output. */
const PLACES = {
  cwd: '',
  root: '',
  configFile: '',
  out: '',
  spec: '',
  templates: '',
  changelog: '',
  overlays: [],
  overlaysOf: '',
} as const satisfies Partial<Config>;

export async function surroundingsOf(config: Config, templates: TemplateSet): Promise<Surroundings> {
  const changelog = await readChangelog(config);
  const code = createHash('sha256')
    .update(await ownCode())
    .digest('hex');
  const hash = createHash('sha256').update(code);
  for (const [path, text] of templates.texts) hash.update(`${path}\0${text}\0`);
  hash.update(`${changelog}\0${JSON.stringify({ ...config, ...PLACES })}`);
  return { hash: hash.digest('hex'), code, templates, changelog };
}

/** The hash of everything that the packages are made from. */
export function inputsHash(surroundings: string, files: readonly { readonly sha256: string }[]): string {
  const hash = createHash('sha256').update(surroundings);
  for (const { sha256 } of files) hash.update(`\n${sha256}`);
  return hash.digest('hex');
}

/** The project's changelog is both packages'; a client made from another description begins with an empty one. */
async function readChangelog(config: Config): Promise<string> {
  if (config.changelog === undefined) return '# Changelog\n';
  return readFile(config.changelog, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === undefined) throw error;
    return '# Changelog\n';
  });
}

/**
 * Stands for the generator's own built code: another version of it may give another output for the same inputs. The build
 * names each part by a hash of what is in it, all but the first one.
 */
async function ownCode(): Promise<string> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  const unhashed = names.filter((name) => !/-[A-Z0-9]{8}\.js$/.test(name));
  return [...names, ...unhashed.map((name) => readFileSync(join(folder, name), 'utf8'))].join('\0');
}
