import { hooksOf } from '../addons/index.js';
import { type Adopted, adopt as adoptDocument, type Subject } from '../adopt/adopt.js';
import { extensionAt } from '../adopt/examples.js';
import { type Config, type ConfigFlags, resolveConfig } from '../config/index.js';
import { type LoadOptions, loadDescription } from '../load/index.js';
import { buildModel } from '../model/build.js';
import { ProblemsError } from '../problems/index.js';
import { findAddons } from '../render/addons.js';
import { locate } from './prepare.js';
import { readTemplates } from './template-texts.js';

export type { Adopted } from '../adopt/adopt.js';

/**
 * Updates the project's spec to the facts of a vendor's file. The file is read with the configuration that the setting `vendor`
 * names, and with the flags `select`, `exclude` and `overlay`.
 *
 * @throws {ProblemsError} when one of the two, or the result, has errors; then nothing has changed.
 */
export async function adopt(
  file: string,
  { cwd, flags, dryRun }: { readonly cwd: string; readonly flags: ConfigFlags; readonly dryRun: boolean },
): Promise<Adopted> {
  const { select, exclude, overlays, ...rest } = flags;
  const own = await resolveConfig({ cwd, flags: rest });
  const theirs = { spec: file, ...(select && { select }), ...(exclude && { exclude }), ...(overlays && { overlays }) };
  const vendor = await resolveConfig({
    cwd,
    flags: own.vendor === undefined ? theirs : { ...theirs, config: own.vendor },
  });
  const templates = readTemplates(own.templates, own.cwd);
  // Names are not needed: nothing is generated.
  const read = async (config: Config & LoadOptions): Promise<Subject> => {
    const addons = findAddons(config.addons, templates.texts, templates.files);
    const numberDateTimes = addons.some((one) => one.numberDateTimes);
    // The types of integers are not facts of the document.
    const facts = { numberDateTimes, int64: 'number', asWritten: true } as const;
    const { document } = await loadDescription(config.spec, { ...config, ...facts });
    const { model, problems } = buildModel(document, hooksOf(addons));
    const errors = problems.filter(({ severity }) => severity === 'error');
    const others = errors.filter((problem) => extensionAt(problem) === undefined);
    if (others.length > 0) throw new ProblemsError(others.map((problem) => locate(problem, document)));
    return { document, model, misfits: errors };
  };
  return adoptDocument({
    spec: own.spec,
    overlays: own.overlays,
    readOurs: (spec, folder, placed) => {
      const [files, allowed] = [own.overlays.map(placed), own.allowRefs.map(placed)];
      return read({ ...own, spec, cwd: folder, overlays: files, allowRefs: allowed });
    },
    readTheirs: (keep) => {
      const addons = own.vendor === undefined ? own.addons : vendor.addons;
      // Unused schemas are read if our spec has them.
      const selected = vendor.select.filter((selector) => !selector.startsWith('schema:'));
      return read({ ...vendor, addons, select: selected, keep });
    },
    dryRun,
  });
}
