import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Disagreement } from '../../generator/src/compatibility/index.js';
import { type Config, resolveConfig } from '../../generator/src/config/index.js';
import { type Bump, countText, renderMarkdown } from '../../generator/src/diff/index.js';
import { type ComparedDescriptions, compareDescriptions } from '../../generator/src/generate/compare.js';
import { proveComparison } from '../../generator/src/generate/prove.js';
import { nextVersion, withUnreleased } from '../notes/changelog.js';
import { formatNote, NOTES_FOLDER, readNotes } from '../notes/note.js';
import { applyChanges } from '../project/apply.js';
import { copyProject } from '../project/copy.js';
import { run } from '../project/run.js';
import { compareTrees, readTree, type TreeChanges } from '../project/tree.js';
import type { Forceable, Options } from './arguments.js';
import { applyPlacement, type Description, type Placement, placeDescription } from './placement.js';
import { extractRevision } from './revision.js';
import type { StepOutcome, Summary } from './summary.js';
import { UpdateError } from './update-error.js';

/** Where an update is made ready: a copy of the project, and what the last step of it needs. */
export interface Workplace {
  readonly copy: string;
  readonly old: string;
  readonly journal: string;
}

export interface Progress {
  /** A step begins. */
  step(text: string): void;
  readonly signal: AbortSignal;
}

/**
 * Makes a new version of the description the project's, with all that follows from it: the packages, a note for the next
 * release and the changelog. Everything is done and tested in a copy first; the project changes in the last step, all at
 * once.
 *
 * @throws {ProblemsError} when one of the descriptions has errors.
 * @throws {UpdateError} when a step fails that is not forced.
 */
export async function update(
  project: string,
  options: Options,
  places: Workplace,
  progress: Progress,
): Promise<Summary> {
  const own = await resolveConfig({ cwd: project, flags: { addons: [], allowRefs: [] } });
  const isInPlace = options.spec === undefined || resolve(project, options.spec) === own.spec;
  progress.step('Comparing the descriptions');
  const found = await compareVersions(project, own, options, isInPlace, places);
  progress.step('Compiling a user of the old version against the new one');
  const { compared, disagreements } = await proveComparison(found);
  const { comparison, old, next } = compared;

  progress.step('Copying the project');
  const before = await copyProject(project, places.copy);
  const placement = isInPlace ? undefined : placementOf(project, own, compared, options);
  if (placement !== undefined) applyPlacement(places.copy, own, project, placement);
  const markdown = renderMarkdown(comparison, old, next);
  const bump = comparison.bump;
  if (options.summary !== undefined) appendFileSync(options.summary, `${headingOf(compared)}\n\n${markdown}`);
  writeNote(places.copy, compared, bump, markdown);

  const steps = await runSteps(project, own, before, options, places.copy, progress);
  const changes = compareTrees(before, readTree(places.copy));
  progress.signal.throwIfAborted();
  const { version } = own;
  const bumps = readNotes(places.copy).map((note) => note.bump);
  if (!options.dryRun) apply(project, before, changes, places);
  return {
    spec: placement?.root ?? relative(project, own.spec),
    versions: { old: old.model.info.version, next: next.model.info.version },
    count: countText(comparison),
    breaking: comparison.changes.filter(({ severity }) => severity === 'breaking').map(({ message }) => message),
    bump,
    release: { from: version, to: nextVersion(version, bumps) },
    steps: [{ name: 'compile', outcome: compileOutcome(comparison.bump, disagreements) }, ...steps],
    ...changes,
    dryRun: options.dryRun,
  };
}

function compileOutcome(bump: Bump, disagreements: readonly Disagreement[]): string {
  const [first] = disagreements;
  if (first === undefined) {
    return bump === 'major'
      ? 'what no longer compiles is what the rules call breaking'
      : 'all of the old version compiles';
  }
  const said = first.message.split('\n')[0] ?? '';
  const which = first.saidBy === 'compiler' ? 'not foreseen, and counted as breaking' : 'called breaking, and compiles';
  return `${disagreements.length} in doubt (a fault of the generator, please report it): ${which}: ${said}`;
}

async function compareVersions(
  project: string,
  own: Config,
  { spec, against }: Options,
  isInPlace: boolean,
  places: Workplace,
): Promise<ComparedDescriptions> {
  if (isInPlace || spec === undefined) {
    return compareDescriptions({ ...own, spec: extractRevision(project, own.spec, against, places.old) }, own);
  }
  return compareDescriptions(own, { ...own, spec: resolve(project, spec) });
}

function placementOf(
  project: string,
  own: Config,
  { old, next }: ComparedDescriptions,
  { spec = '' }: Options,
): Placement {
  const filesOf = (root: string, inputs: readonly { readonly file: string }[]): Description => ({
    root,
    // What the project lays over a description stays.
    files: inputs.map(({ file }) => resolve(project, file)).filter((file) => !own.overlays.includes(file)),
  });
  const root = resolve(project, spec);
  return placeDescription(project, filesOf(own.spec, old.document.inputs), filesOf(root, next.document.inputs));
}

function headingOf({ old, next }: ComparedDescriptions): string {
  const [was, is] = [old.model.info.version, next.model.info.version];
  return was === is ? `## The API, version ${is}` : `## The API, version ${is} after ${was}`;
}

/** A note is called after what it starts from, so that a second update from there replaces it. */
function writeNote(copy: string, { old, next }: ComparedDescriptions, bump: Bump, markdown: string): void {
  const base = createHash('sha256');
  for (const { sha256 } of old.document.inputs) base.update(sha256);
  const file = join(copy, NOTES_FOLDER, `update-from-${base.digest('hex').slice(0, 10)}.md`);
  rmSync(file, { force: true });
  if (bump !== 'none') {
    mkdirSync(join(copy, NOTES_FOLDER), { recursive: true });
    writeFileSync(file, formatNote([next.names.typesPackage, next.names.clientPackage], bump, markdown));
  }
  const changelog = join(copy, 'CHANGELOG.md');
  const text = existsSync(changelog) ? readFileSync(changelog, 'utf8') : '';
  writeFileSync(changelog, withUnreleased(text, readNotes(copy)));
}

/** Generates, and proves what was generated; a step whose subject did not change is not run. */
async function runSteps(
  project: string,
  config: Config,
  before: ReadonlyMap<string, string>,
  { force }: Options,
  copy: string,
  { step, signal }: Progress,
): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  const runStep = async (name: string, script: string, title: string): Promise<void> => {
    step(title);
    const started = performance.now();
    const { ok, output } = await run('npm', ['run', '--silent', script], { cwd: copy, signal });
    signal.throwIfAborted();
    const seconds = `${((performance.now() - started) / 1000).toFixed(0)} s`;
    if (ok) outcomes.push({ name, outcome: `passed in ${seconds}` });
    else if (isForced(name, force)) outcomes.push({ name, outcome: `FAILED after ${seconds}, and was forced` });
    else throw new UpdateError(`The step ${name} failed.\n\n${lastLines(output)}`, hintFor(name, script));
  };
  await runStep('generate', 'generate', 'Generating and building the packages');
  const out = `${relative(project, config.out)}/`;
  const { written, removed } = compareTrees(before, readTree(copy));
  const moved = [...written, ...removed].filter((path) => path.startsWith(out) && !path.endsWith('CHANGELOG.md'));
  if (moved.length === 0) return [...outcomes, { name: 'test', outcome: 'not run: the packages are the same' }];
  await runStep('test', 'test', 'Testing the copy');
  return outcomes;
}

function isForced(name: string, force: ReadonlySet<Forceable>): boolean {
  return [...force].some((step) => step === name);
}

function hintFor(name: string, script: string): string {
  const force = name === 'generate' ? '' : ` or go on without it with --force ${name},`;
  return `Nothing was changed. Mend what it says,${force} and run the update again; the step is npm run ${script}.`;
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-40).join('\n');
}

/** Moves what differs into the project, unless somebody has changed the project in the meantime. */
function apply(project: string, before: ReadonlyMap<string, string>, changes: TreeChanges, places: Workplace): void {
  const now = compareTrees(before, readTree(project));
  const [other] = [...now.written, ...now.removed];
  if (other !== undefined) {
    throw new UpdateError(`${other} was changed while the update ran.`, 'Nothing was changed. Run the update again.');
  }
  applyChanges(project, places.copy, places.journal, changes);
}
