import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { hooksOf } from '../../generator/src/addons/index.js';
import {
  checkCompatibility,
  compareVerdicts,
  type Disagreement,
  type Side,
} from '../../generator/src/compatibility/index.js';
import { type Config, resolveConfig } from '../../generator/src/config/index.js';
import { type Comparison, compareModels } from '../../generator/src/diff/index.js';
import { nameTemplateTexts } from '../../generator/src/generate/name-texts.js';
import { prepare } from '../../generator/src/generate/prepare.js';
import { buildModel } from '../../generator/src/model/build.js';
import { buildNames, compileNameTemplates } from '../../generator/src/naming/index.js';
import type { Addon } from '../../generator/src/render/addons.js';
import { credentialNamesOf } from '../../generator/src/render/client/credentials.js';
import { renderSources } from '../../generator/src/render/render.js';
import type { TemplateTexts } from '../../generator/src/render/templates.js';
import { inputTypes } from '../../generator/src/render/types/input-types.js';
import { applyEdit, EDIT_KINDS, type Edit } from './edits.js';
import type { ObjectNode } from './tree.js';

/**
 * Holds the severities of `sdkgen diff` against the compiler: changes our own description at random, compares the two, and compiles a
 * program that uses all of the old packages against the new ones. `--runs N` descriptions (default 500), `--seed N`, `--edits N` at most
 * in each. Exits 1 when rules and compiler disagree, and shows the least change that makes them; with `--all`, every one as it was found.
 */
interface Prepared {
  readonly root: ObjectNode;
  readonly side: Side;
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string' },
    edits: { type: 'string', default: '3' },
    spec: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});

const edit = fc.record<Edit>({
  kind: fc.constantFrom(...EDIT_KINDS),
  place: fc.nat(10_000),
  way: fc.nat(10_000),
});

/** What descriptions are made into packages with. */
interface Workshop {
  readonly config: Config;
  readonly texts: TemplateTexts;
  readonly addons: readonly Addon[];
}

/** `undefined` for a description that has errors, or that has names that give way: those are told, and are no part of this. */
async function sideOf({ config, texts, addons }: Workshop, root: ObjectNode): Promise<Side | undefined> {
  const document = { root, source: '', version: '3.1.0', inputs: [], locate: () => undefined, frame: () => undefined };
  const { model, problems } = buildModel(document, hooksOf(addons));
  const reservedMembers = new Set(addons.flatMap((addon) => addon.reservedMembers));
  const settings = { scope: config.scope, name: config.name, reservedMembers };
  const named = buildNames(model, settings, compileNameTemplates(nameTemplateTexts(texts)));
  if (problems.some(({ severity }) => severity === 'error') || named.problems.length > 0) return undefined;
  const rest = { version: config.version, license: 'MIT', changelog: '' };
  const sources = await renderSources({ model, names: named.names, texts, addons, ...rest });
  const { names } = named;
  const credentials = credentialNamesOf(model, addons);
  return { model, names, inputTypes: inputTypes(model, names), credentials, ...sources };
}

interface Trial {
  readonly comparison: Comparison;
  readonly disagreements: readonly Disagreement[];
  readonly broken: boolean;
}

async function tryEdits(workshop: Workshop, old: Prepared, edits: readonly Edit[]): Promise<Trial | undefined> {
  const root = structuredClone(old.root);
  const applied = edits.filter((one) => applyEdit(root, one));
  if (applied.length === 0) return undefined;
  const next = await sideOf(workshop, root);
  if (next === undefined) return undefined;
  const comparison = compareModels(old.side, next);
  const incompatibilities = await checkCompatibility(old.side, next);
  const disagreements = compareVerdicts(comparison, incompatibilities, old.side, next);
  return { comparison, disagreements, broken: incompatibilities.length > 0 };
}

async function main(): Promise<number> {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const config = await resolveConfig({
    cwd,
    flags: { addons: [], allowRefs: [], ...(values.spec ? { spec: values.spec } : {}) },
  });
  const { document, texts, addons } = await prepare(config);
  const workshop = { config, texts, addons };
  const root: ObjectNode = JSON.parse(JSON.stringify(document.root));
  const side = await sideOf(workshop, root);
  if (side === undefined) throw new Error('The description has problems.');
  const old = { root, side };
  const runs = Number(values.runs);
  const tally = { tried: 0, broken: 0, disagreeing: 0 };
  const started = performance.now();
  const property = fc.asyncProperty(
    fc.array(edit, { minLength: 1, maxLength: Number(values.edits) }),
    async (edits) => {
      const trial = await tryEdits(workshop, old, edits);
      fc.pre(trial !== undefined);
      tally.tried += 1;
      if (trial.broken) tally.broken += 1;
      if (trial.disagreements.length > 0) {
        const told = trial.disagreements.map(
          ({ saidBy, message, subject }) => `${saidBy} about ${JSON.stringify(subject)}: ${message}`,
        );
        const changes = trial.comparison.changes.map(
          ({ severity, rule, message }) => `  ${severity} ${rule}: ${message}`,
        );
        const text = `${told.join('\n')}\nThe rules say:\n${changes.join('\n')}`;
        if (!values.all) throw new Error(text);
        tally.disagreeing += 1;
        console.log(`${JSON.stringify(edits)}\n${text}\n`);
      }
    },
  );
  const result = await fc.check(property, {
    numRuns: runs,
    maxSkipsPerRun: 20,
    endOnFailure: false,
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${tally.tried} versions compiled, ${tally.broken} of them breaking, in ${seconds} s, seed ${result.seed}`,
  );
  if (tally.disagreeing > 0) {
    console.log(`Rules and compiler disagree in ${tally.disagreeing}.`);
    return 1;
  }
  if (!result.failed) {
    console.log('Rules and compiler agree in every one.');
    return 0;
  }
  console.log(`Rules and compiler disagree after ${result.numRuns} versions:`);
  console.log(JSON.stringify(result.counterexample?.[0]));
  console.log(result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance));
  return 1;
}

process.exitCode = await main();
