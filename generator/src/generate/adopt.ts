import { type Adopted, adopt as adoptDocument, type Subject } from '../adopt/adopt.js';
import { type Config, type ConfigFlags, resolveConfig } from '../config/index.js';
import type { LoadOptions } from '../load/index.js';
import { prepare } from './prepare.js';

export type { Adopted } from '../adopt/adopt.js';

/**
 * Brings the facts of a vendor's file into the project's spec. The file is read with the configuration that the setting
 * `vendor` names, and the flags `select`, `exclude` and `overlay` besides.
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
  const addons = own.vendor === undefined ? own.addons : vendor.addons;
  // The types of integers are not facts of the document.
  const read = async (config: Config & LoadOptions): Promise<Subject> => prepare({ ...config, int64: 'number' });
  return adoptDocument({
    spec: own.spec,
    overlays: own.overlays,
    readOurs: (spec, folder, placed) => {
      const [files, allowed] = [own.overlays.map(placed), own.allowRefs.map(placed)];
      return read({ ...own, spec, cwd: folder, overlays: files, allowRefs: allowed });
    },
    readTheirs: (keep) => {
      // Our own spec determines which unused schemas are read.
      const selected = vendor.select.filter((selector) => !selector.startsWith('schema:'));
      return read({ ...vendor, addons, select: selected, keep });
    },
    dryRun,
  });
}
