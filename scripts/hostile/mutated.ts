import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkDescription, loadDescription } from '../../generator/src/load/index.js';
import { buildModel } from '../../generator/src/model/build.js';
import { buildNames, compileNameTemplates } from '../../generator/src/naming/index.js';
import { type Problem, ProblemsError } from '../../generator/src/problems/index.js';
import { renderPackages } from '../../generator/src/render/render.js';
import type { Json } from '../../generator/src/schema/index.js';
import { readTemplateTexts } from '../../generator/test/features/generate.js';
import { rows } from '../../generator/test/support/rows/index.js';
import { runScript, UsageError } from '../common/script.js';
import { inTemporaryFolder } from '../common/temporary.js';
import { mutated, randomFrom } from './mutations.js';

const USAGE = `Changes the OpenAPI documents of the support table at random places, validates each and generates from it:
a document may be rejected, but only by problems with a location, and within 10 seconds of CPU time.

Usage: npm run mutated [-- COUNT] [--seed NUMBER]
`;

const USUAL_COUNT = 2_000;
const MOST_SECONDS = 10;

const FLAGS = { seed: { type: 'string', default: '1' } } as const;

await runScript(USAGE, FLAGS, ({ flags, words: [given = USUAL_COUNT] }) => run(Number(given), Number(flags.seed)), 1);

async function run(count: number, first: number): Promise<boolean> {
  if (!Number.isInteger(count) || !Number.isInteger(first))
    throw new UsageError('COUNT and --seed must be whole numbers.');
  return inTemporaryFolder('mutated', async (folder) => {
    const texts = await readTemplateTexts(resolve('templates'));
    const templates = compileNameTemplates(texts);
    const passed = new Set<string>();
    const faults = new Map<string, string>();
    let generated = 0;
    let longest = 0;
    for (let number = first; number < first + count; number += 1) {
      const random = randomFrom(number);
      const pick = (): Json => rows[Math.floor(random() * rows.length)]?.document ?? {};
      const document = mutated(pick(), pick(), random);
      const started = process.cpuUsage();
      try {
        if (await generates(document)) generated += 1;
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const place = text.split('\n').slice(0, 3).join('\n');
        if (!faults.has(place))
          faults.set(place, `${number}: ${text.slice(0, 1_500)}\n${JSON.stringify(document).slice(0, 3_000)}`);
      }
      const { user, system } = process.cpuUsage(started);
      const seconds = (user + system) / 1e6;
      longest = Math.max(longest, seconds);
      if (seconds > MOST_SECONDS)
        faults.set(
          `time ${number}`,
          `${number} took ${seconds.toFixed(1)} s\n${JSON.stringify(document).slice(0, 3_000)}`,
        );
    }
    for (const fault of faults.values()) console.log(`${fault}\n`);
    console.log(
      `${count} documents, ${generated} of them generated, ${faults.size} faults, the longest ${longest.toFixed(1)} s`,
    );
    return faults.size === 0;

    /** Whether packages were generated. */
    async function generates(document: Json): Promise<boolean> {
      await writeFile(join(folder, 'api.json'), JSON.stringify(document));
      const options = { cwd: folder, allowRefs: [] };
      checkPlaces((await checkDescription('api.json', options)).problems);
      try {
        const loaded = await loadDescription('api.json', options);
        checkPlaces(loaded.problems);
        const { model, problems } = buildModel(loaded.document);
        for (const { pointer } of problems) {
          if (pointer !== undefined && loaded.document.locate(pointer) === undefined)
            throw new Error(`${pointer} has no location`);
        }
        const { names } = buildNames(model, { scope: '@m', name: 'm', reservedMembers: new Set<string>() }, templates);
        const rest = { version: '1.0.0', license: 'MIT', changelog: '# Changelog\n' };
        // Files that all packages share are parsed once.
        const isPassed = (_folder: string, _path: string, text: string): boolean => passed.has(text);
        const packages = await renderPackages({ model, names, texts, addons: [], ...rest, isPassed });
        if (passed.size === 0) for (const { files } of packages) for (const [, text] of files) passed.add(text);
        return true;
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        checkPlaces(error.problems);
        return false;
      }
    }
  });
}

/** A document that cannot be parsed as a whole has no location; all other problems have one. */
function checkPlaces(problems: readonly Problem[]): void {
  for (const { code, message, line, file } of problems) {
    if (code === 'output-broken') throw new Error(`${file}: ${message}`);
    if (line === undefined || file === undefined) throw new Error(`${code} has no location: ${message}`);
  }
}
