import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generate, type Problem, ProblemsError } from '../../src/index.js';
import { createSyntaxReader } from '../../src/render/gate.js';
import type { Written } from '../load/temporary.js';
import type { HostileCase } from './case.js';
import { markdownFaults } from './markdown.js';
import { shapeOf } from './shape.js';

/** Path below the output folder -> text. */
export type Output = ReadonlyMap<string, string>;

/** How a run ended: with output, or with errors of these codes. */
export interface Outcome {
  readonly codes: readonly string[];
  readonly output: Output;
}

// Most files of all outputs are the same, those of the runtime.
const syntaxFault = remembered(await createSyntaxReader());
const knownShape = remembered(shapeOf);

/** The faults of the generator's result for a case. Runs in this process. */
export async function judge(hostile: HostileCase): Promise<readonly string[]> {
  const [outcome, twin] = [await run(hostile.given, hostile), hostile.twin && (await run(hostile.twin, hostile))];
  return [
    ...outcomeFaults(hostile, outcome.codes),
    ...outputFaults(outcome.output),
    ...(twin && twin.codes.length > 0 ? [`the harmless twin was rejected: ${twin.codes.join(', ')}`] : []),
    ...(twin && outcome.codes.length === 0 ? shapeFaults(outcome.output, twin.output) : []),
  ];
}

/** Reads a file of the same name and text once. */
function remembered<Result>(read: (path: string, text: string) => Result): (path: string, text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (path, text) => {
    const key = `${path}\n${text}`;
    const entry = known.get(key) ?? { result: read(path, text) };
    known.set(key, entry);
    return entry.result;
  };
}

/** Writes the files below a folder; an object is written as JSON. */
export async function writeFiles(folder: string, given: Written): Promise<void> {
  for (const [path, content] of Object.entries(given)) {
    const isPlain = typeof content === 'string' || content instanceof Uint8Array;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), isPlain ? content : JSON.stringify(content));
  }
}

/** Texts by path of all files below a folder, except built and installed ones. */
export async function readOutput(folder: string): Promise<Output> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths
      .filter((path) => !path.includes('/node_modules/'))
      .map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
  );
  return new Map(files.sort(([left], [right]) => (left < right ? -1 : 1)));
}

export function outcomeFaults({ want }: HostileCase, codes: readonly string[]): string[] {
  if (want === 'output') return codes.length === 0 ? [] : [`rejected with ${[...new Set(codes)].join(', ')}`];
  if (codes.includes(want.problem)) return [];
  return [`${codes.length === 0 ? 'accepted' : `rejected with ${codes.join(', ')}`} instead of ${want.problem}`];
}

/** Files that do not parse, or whose Markdown contains more than text. */
export function outputFaults(output: Output): string[] {
  return [...output].flatMap(([path, text]) => {
    const fault = syntaxFault(path, text);
    const found = [...(fault ? [`line ${fault.line}: ${fault.message}`] : []), ...invisibleFaults(text)];
    if (path.endsWith('.md')) found.push(...markdownFaults(text));
    return found.map((fault) => `${path}: ${fault}`);
  });
}

/** What an editor does not show, or shows in another order than a compiler reads it; a lone surrogate cannot be written. */
function invisibleFaults(text: string): string[] {
  const found =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/.exec(
      text,
    );
  return found ? [`the character U+${found[0].charCodeAt(0).toString(16)} at ${found.index}`] : [];
}

async function run(given: Written, { flags = [] }: HostileCase): Promise<Outcome> {
  const [spec = ''] = Object.keys(given);
  const cwd = await realpath(await mkdtemp(join(tmpdir(), 'hostile-')));
  const codesOf = (problems: readonly Problem[]): string[] =>
    problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  try {
    await writeFiles(cwd, given);
    const { problems } = await generate({ cwd, spec, out: 'out', scope: '@hostile', name: 'hostile', ...named(flags) });
    return { codes: codesOf(problems), output: await readOutput(join(cwd, 'out')) };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const output = await readOutput(join(cwd, 'out'));
    const codes = codesOf(error.problems);
    return { codes: output.size === 0 ? codes : [...codes, 'something was written'], output };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

function named(flags: readonly string[]): Record<string, string> {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < flags.length; index += 2) {
    pairs.push([(flags[index] ?? '').replace(/^--/, ''), flags[index + 1] ?? '']);
  }
  return Object.fromEntries(pairs);
}

/** Each file must have the shape of one of the twin's files in the same folder; file names may differ. */
export function shapeFaults(output: Output, twin: Output): string[] {
  const shapesOf = (files: Output): Map<string, string[]> => {
    const shapes = new Map<string, string[]>();
    for (const [path, text] of files) {
      if (path.endsWith('/.sdkgen.json')) continue; // It lists the names of files.
      const key = `${dirname(path)}\n${path.endsWith('.json') ? jsonShape(text) : knownShape(path, text)}`;
      shapes.set(key, [...(shapes.get(key) ?? []), path]);
    }
    return shapes;
  };
  const [ours, theirs] = [shapesOf(output), shapesOf(twin)];
  const faults: string[] = [];
  for (const [shape, paths] of ours) {
    if (paths.length === theirs.get(shape)?.length) continue;
    faults.push(`${paths.join(', ')}: of another shape than the harmless twin's`);
  }
  return faults.length > 0 || ours.size === theirs.size ? faults : ['the harmless twin has other files'];
}

/** The keys and the types of the values; the names of the packages are not included. */
function jsonShape(text: string): string {
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => (typeof value === 'object' ? value : typeof value));
}
