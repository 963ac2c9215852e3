import { createHash } from 'node:crypto';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import {
  type Adopted,
  adopt,
  type Config,
  type DiffResult,
  diff,
  formatProblem,
  ProblemsError,
  readDocument,
  resolveOptions,
} from '../../generator/src/index.js';
import { copyProject } from '../common/copy.js';
import { run } from '../common/process.js';
import { Failure, runScript, timed, UsageError } from '../common/script.js';
import { compareTrees, readTree, type Tree } from '../common/tree.js';
import { Move } from './move.js';
import { applyPlacement, placeSpec, type Spec } from './placement.js';
import { namesGone, staleNames } from './stale.js';
import { renderSummary, type StepOutcome } from './summary.js';

const USAGE = `Updates the project to a new version of the API's spec: checks it, compares it with the current one, generates and tests the
packages, and writes a changeset for the next release. Nothing is changed unless all of it succeeds.

Usage: npm run update -- [NEW_SPEC] [flags]

  NEW_SPEC         The vendor's file, which is adopted into the spec; or a prepared spec, which replaces it with the files of
                   its folder. Without it, the project's own is the new one, and is compared with that of a commit.
  --against REV    That commit. Default: HEAD.
  --dry-run        Report everything, and change nothing.
  --force STEP     Continue if this step fails: test.
  --summary FILE   Append what changed to this file, as Markdown.
  --help           Print this help.

Exit codes: 0 done, 1 a step failed, 2 wrong usage, 130 interrupted.
`;

const FLAGS = {
  against: { type: 'string' },
  'dry-run': { type: 'boolean' },
  force: { type: 'string' },
  summary: { type: 'string' },
} as const;

interface Options {
  readonly spec: string | undefined;
  readonly against: string;
  readonly dryRun: boolean;
  readonly isForced: boolean;
  readonly summary: string | undefined;
}

const project = process.cwd();
/** Where an update is prepared: a copy of the project. */
const move = new Move(project, join(project, '.cache', 'update'));
const { copy } = move;

await runScript(
  USAGE,
  FLAGS,
  async ({ flags, words, signal }) => {
    const { against, force, summary } = flags;
    const [spec] = words;
    if (spec !== undefined && /^[a-z][a-z0-9+.-]+:\/\//i.test(spec)) {
      throw new UsageError('NEW_SPEC is a file, which is kept in the project. Download it first.');
    }
    if (spec !== undefined && against !== undefined) {
      throw new UsageError('--against is for a spec that was edited in place; omit it, or NEW_SPEC.');
    }
    if (against?.startsWith('-')) throw new UsageError(`--against ${against} is not a commit.`);
    if (force !== undefined && force !== 'test') throw new UsageError(`--force ${force} is unknown: use test.`);
    const options = { spec, against: against ?? 'HEAD', dryRun: flags['dry-run'], isForced: force === 'test', summary };
    try {
      move.finish();
      move.clear();
      await update(options, signal);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemsError) || signal.aborted) throw error;
      const colour = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
      const problems = error.problems.map((problem) => formatProblem(problem, { colour }));
      throw new Failure(`${problems.join('\n\n')}\n\nNothing was changed.`);
    } finally {
      move.clear();
    }
  },
  1,
);

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/**
 * Updates the project to a new version of the spec: the spec, the packages and a changeset. Everything is done and tested in a
 * copy first; the project changes in the last step.
 */
async function update(options: Options, signal: AbortSignal): Promise<void> {
  const own = await resolveOptions();
  const given = options.spec === undefined ? own.spec : resolve(project, options.spec);
  const isInPlace = given === own.spec;
  say('Copying the project');
  const before = await copyProject(project, copy);
  signal.throwIfAborted();
  const adopted = isInPlace ? undefined : await adoptInCopy(given, own);
  const copied = join(copy, relative(project, own.spec));
  const old = isInPlace ? `git:${options.against}:${await fromTop(own.spec)}` : own.spec;
  say('Comparing the specs, and compiling a user of the old version against the new one');
  const found = await diff(old, adopted === undefined ? given : copied, { accepted: true });
  signal.throwIfAborted();
  const isPlaced = !isInPlace && adopted === undefined;
  const placement = isPlaced ? placeSpec(project, ...specsOf(found, own, given)) : undefined;
  if (placement !== undefined) applyPlacement(copy, own, project, placement);
  const versions = { old: found.compared.old.model.info.version, next: found.compared.next.model.info.version };
  writeChangeset(found);
  const steps = await runSteps(own, before, options, signal);
  const changes = compareTrees(before, readTree(copy));
  signal.throwIfAborted();
  const stale = staleNames(copy, namesGone(found.compared.old, found.compared.next), relative(project, own.out));
  if (!options.dryRun) {
    const now = compareTrees(before, readTree(project));
    const [other] = [...now.written, ...now.removed];
    if (other !== undefined) throw new Failure(`${other} was changed while the update ran. ${AGAIN}`);
    move.start(changes);
  }
  if (options.summary !== undefined) {
    const after = versions.old === versions.next ? '' : ` after ${versions.old}`;
    appendFileSync(options.summary, `## The API, version ${versions.next}${after}\n\n${found.markdown}`);
  }
  const breaking = found.changes.filter(({ severity }) => severity === 'breaking').map(({ message }) => message);
  const { bump, count } = found;
  const spec = placement?.root ?? relative(project, own.spec);
  const compile = { name: 'compile', outcome: compileOutcome(found) };
  const report = { spec, versions, count, breaking, bump, steps: [compile, ...steps], ...changes, adopted, stale };
  process.stdout.write(`\n${renderSummary({ ...report, dryRun: options.dryRun })}`);
}

/**
 * Merges the facts of a vendor's file into the copy's spec.
 *
 * @returns undefined for a file without any selected operation, but with a tag of the project's spec: it is a spec, which replaces
 *   that as a whole.
 */
async function adoptInCopy(file: string, own: Config): Promise<Adopted | undefined> {
  if (own.vendor === undefined) return undefined;
  try {
    say(`Adopting ${relative(project, file)}`);
    return await adopt(file, { cwd: copy });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const { select } = await resolveOptions({ config: own.vendor, spec: file });
    const operations = select.filter((selector) => !selector.startsWith('schema:'));
    const unmatched = error.problems.filter(({ code }) => code === 'select-unmatched').map(({ message }) => message);
    const isPrepared = operations.every((one) => unmatched.includes(`No operation matches the selector ${one}.`));
    if (operations.length === 0 || !isPrepared || !(await haveCommonTag(own.spec, file))) throw error;
    say(`It has no operation that ${relative(project, own.vendor)} selects: it replaces the spec as a whole`);
    return undefined;
  }
}

async function haveCommonTag(one: string, other: string): Promise<boolean> {
  const [tags, others] = await Promise.all(
    [one, other].map(async (spec) => {
      const { model } = await readDocument({ spec, select: [] });
      return new Set(model.operations.map(({ tag }) => tag));
    }),
  );
  return [...(tags ?? [])].some((tag) => tag !== undefined && others?.has(tag));
}

/** A path of the project as git has it. */
async function fromTop(path: string): Promise<string> {
  const { ok, stdout } = await run('git', ['rev-parse', '--show-prefix'], { cwd: project });
  if (!ok) throw new Failure('The project is not in a git repository: pass NEW_SPEC.');
  return `${stdout.trim()}${relative(project, path).split(sep).join('/')}`;
}

const AGAIN = 'Nothing was changed. Run the update again.';

function compileOutcome({ bump, disagreements }: DiffResult): string {
  const [first, ...others] = disagreements.filter(({ ratedBy }) => ratedBy === 'compiler');
  if (first === undefined) {
    return bump === 'major'
      ? 'everything that no longer compiles is rated as breaking'
      : 'all code for the old version compiles';
  }
  const message = first.message.split('\n')[0] ?? '';
  return `${others.length + 1} more that no longer compile, counted as breaking: ${message}`;
}

function specsOf({ compared }: DiffResult, own: Config, next: string): [Spec, Spec] {
  const filesOf = (root: string, inputs: readonly { readonly file: string }[]): Spec => ({
    root,
    // Overlays of the project are kept.
    files: inputs.map(({ file }) => resolve(project, file)).filter((file) => !own.overlays.includes(file)),
  });
  return [filesOf(own.spec, compared.old.document.inputs), filesOf(next, compared.next.document.inputs)];
}

/** A changeset is named after its base version, so that a second update from there replaces it. */
function writeChangeset({ compared: { old, next }, bump, markdown }: DiffResult): void {
  const base = createHash('sha256');
  for (const { sha256 } of old.document.inputs) base.update(sha256);
  const file = join(copy, '.changeset', `update-from-${base.digest('hex').slice(0, 10)}.md`);
  rmSync(file, { force: true });
  const packages = [next.names.typesPackage, next.names.clientPackage].map((name) => `'${name}': ${bump}`);
  if (bump !== 'none') writeFileSync(file, `---\n${packages.join('\n')}\n---\n\n${markdown.trim()}\n`);
}

/** Generates, and tests the output; a step whose subject did not change is skipped. */
async function runSteps(
  config: Config,
  before: Tree,
  { isForced }: Options,
  signal: AbortSignal,
): Promise<StepOutcome[]> {
  const runStep = async (name: string, title: string): Promise<StepOutcome> => {
    say(title);
    let result = { ok: false, output: '' };
    const seconds = await timed(async () => {
      result = await run('npm', ['run', '--silent', name], { cwd: copy, signal });
    });
    signal.throwIfAborted();
    if (result.ok) return { name, outcome: `passed in ${seconds}` };
    if (name === 'test' && isForced) return { name, outcome: `FAILED after ${seconds}, ignored by --force` };
    const end = result.output.trimEnd().split('\n').slice(-40).join('\n');
    const force = name === 'test' ? ' or ignore it with --force test,' : '';
    const hint = `Nothing was changed. Fix what it reports,${force} and run the update again; the step is npm run ${name}.`;
    throw new Failure(`The step ${name} failed.\n\n${end}\n${hint}`);
  };
  const generated = await runStep('generate', 'Generating and building the packages');
  const out = `${relative(project, config.out)}/`;
  const { written, removed } = compareTrees(before, readTree(copy));
  const isSame = ![...written, ...removed].some((path) => path.startsWith(out));
  if (isSame) return [generated, { name: 'test', outcome: 'not run: the packages are the same' }];
  return [generated, await runStep('test', 'Testing the copy')];
}
