import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { outputHash } from '../output/index.js';
import { unlessRefused } from '../problems/index.js';
import type { Cache } from './cache.js';
import type { GenerateResult } from './result.js';
import type { TemplateSet } from './template-texts.js';

/** What a run is made of beside the OpenAPI document, read once. */
export interface Surroundings {
  /** Of all of it: the generator's own code, the templates, the changelog and the options. */
  readonly hash: string;
  /** Of the generator's own code. */
  readonly code: string;
  readonly templates: TemplateSet;
  readonly changelog: string;
}

/** What a run leaves for the next one: what it read, what it wrote, and what it reported. */
interface FormerRun {
  readonly surroundings: string;
  readonly inputs: Inputs;
  readonly output: string;
  /** Of a run that wrote nothing. */
  readonly result: GenerateResult;
}

type Inputs = readonly { readonly file: string; readonly sha256: string }[];

const NAME = 'run.json';

export function surroundingsOf(config: Config, templates: TemplateSet): Surroundings {
  const code = hashOf(ownCode());
  const changelog = readChangelog(config);
  const hash = hashOf(JSON.stringify([code, config, changelog, ...templates.texts]));
  return { hash, code, templates, changelog };
}

/**
 * The result of the last run with these options, when nothing that it read or wrote has changed since: neither document nor
 * compiler is loaded for it. Warnings are reported again.
 */
export function recall(
  config: Config & LoadOptions,
  cache: Cache,
  surroundings: Surroundings,
): GenerateResult | undefined {
  const former = parse(cache.read(NAME));
  if (former?.surroundings !== surroundings.hash) return undefined;
  const isSame = former.inputs.every(({ file, sha256 }) => {
    // A document from the network may change any time.
    if (/^https?:/i.test(file)) return false;
    const path = resolve(config.cwd, file);
    config.onRead?.(path);
    const content = unlessRefused(() => readFileSync(path));
    return content !== undefined && hashOf(content) === sha256;
  });
  const output = isSame ? outputHash(config.out, former.result.folders, config.outHolds) : undefined;
  return output === former.output ? former.result : undefined;
}

/** Keeps what a run that changes nothing reports. */
export function remember(
  config: Config,
  cache: Cache,
  surroundings: Surroundings,
  inputs: Inputs,
  result: GenerateResult,
): void {
  const output = outputHash(config.out, result.folders, config.outHolds);
  if (output === undefined) return;
  const former: FormerRun = { surroundings: surroundings.hash, inputs, output, result };
  cache.write(NAME, JSON.stringify(former));
}

/** It is written by the generator alone: a file that cannot be parsed is as good as none. */
function parse(text: string | undefined): FormerRun | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The project's changelog is both packages'; a client made from another document begins with an empty one. */
function readChangelog({ changelog }: Config): string {
  const text = changelog === undefined ? undefined : unlessRefused(() => readFileSync(changelog, 'utf8'));
  return text ?? '# Changelog\n';
}

/**
 * Identifies the generator's own built code: another version of it may give another output for the same inputs. The build
 * names each part by a hash of what is in it, all but the first one.
 */
function ownCode(): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort();
  const unhashed = names.filter((name) => !/-[A-Z0-9]{8}\.js$/.test(name));
  return [...names, ...unhashed.map((name) => readFileSync(join(folder, name), 'utf8'))].join('\0');
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
