import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { outputHash } from '../output/index.js';
import { jsonOf, unlessRefused } from '../problems/index.js';
import type { Cache } from './cache.js';
import type { GenerateResult } from './result.js';
import type { TemplateSet } from './template-texts.js';

/** The inputs of a run besides the OpenAPI document, read once. */
export interface Surroundings {
  /** Hash of all of them: the generator's own code, the templates, the changelog and the options. */
  readonly hash: string;
  /** Hash of the generator's own code. */
  readonly code: string;
  readonly templates: TemplateSet;
  readonly changelog: string;
}

/** Stored by a run for the next one: what it read, wrote and reported. */
interface FormerRun {
  readonly surroundings: string;
  readonly inputs: Inputs;
  readonly output: string;
  /** The result as if nothing had been written. */
  readonly result: GenerateResult;
}

type Inputs = readonly { readonly file: string; readonly sha256: string }[];

const NAME = 'run.json';

export function surroundingsOf(config: Config, templates: TemplateSet): Surroundings {
  const code = hash('sha256', ownCode());
  const changelog = readChangelog(config);
  const all = JSON.stringify([
    code,
    { ...config, signal: undefined },
    changelog,
    templates.problems,
    ...templates.texts,
  ]);
  return { hash: hash('sha256', all), code, templates, changelog };
}

/**
 * The result of the last run with these options, if nothing that it read or wrote has changed since, without loading the document
 * or a compiler. Warnings are reported again.
 */
export function reusableResult(
  config: Config & LoadOptions,
  cache: Cache,
  surroundings: Surroundings,
): GenerateResult | undefined {
  // Written only by the generator: a file that cannot be parsed is ignored.
  const former = jsonOf<FormerRun>(cache.read(NAME) ?? '');
  if (former?.surroundings !== surroundings.hash) return undefined;
  const isSame = former.inputs.every(({ file, sha256 }) => {
    // A document from a URL may change at any time.
    if (/^https?:/i.test(file)) return false;
    const path = resolve(config.cwd, file);
    config.onRead?.(path);
    const content = unlessRefused(() => readFileSync(path));
    return content !== undefined && hash('sha256', content) === sha256;
  });
  const output = isSame ? outputHash(config.out, former.result.folders, config.outHolds) : undefined;
  return output === former.output ? former.result : undefined;
}

/** Stores what a run reports if nothing changed. */
export function storeResult(
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

/** The changelog is included in both packages; a client generated from another document starts with an empty one. */
function readChangelog({ changelog }: Config): string {
  const text = changelog === undefined ? undefined : unlessRefused(() => readFileSync(changelog, 'utf8'));
  return text ?? '# Changelog\n';
}

/**
 * Identifies the generator's built code: another version may generate other output from the same inputs. The build names each
 * chunk by a hash of its contents, except the first one.
 */
function ownCode(): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort();
  const unhashed = names.filter((name) => !/-[A-Z0-9]{8}\.js$/.test(name));
  return [...names, ...unhashed.map((name) => readFileSync(join(folder, name), 'utf8'))].join('\0');
}
