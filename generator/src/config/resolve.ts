import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Problem, ProblemsError } from '../problems/index.js';
import {
  type Config,
  type ConfigFlags,
  DEFAULT_NAME,
  DEFAULT_OUT,
  DEFAULT_SCOPE,
  DEFAULT_VERSION,
  type Repository,
} from './config.js';
import { type ConfigFile, findConfigFile, isRecord, readConfigFile } from './config-file.js';
import { displayPath, isWithin, resolveLocation, schemeOf } from './location.js';
import { type FilePlace, placeOf } from './place.js';
import { normaliseScope, versionFault } from './rules.js';
import { checkFlags, readSettings, type Settings } from './settings.js';

const NO_SETTINGS: Settings = { addons: [], allowRefs: [], overlays: [] };

interface Source {
  readonly file: ConfigFile | undefined;
  readonly settings: Settings;
  /** The folder that relative paths in the settings start from. */
  readonly root: string;
}

async function findSource(cwd: string, flags: ConfigFlags, problems: Problem[]): Promise<Source> {
  const isNamed = flags.config !== undefined && flags.config !== '';
  const file = isNamed ? await readConfigFile(cwd, resolve(cwd, flags.config)) : await findConfigFile(cwd);
  if (file === undefined) return { file, settings: NO_SETTINGS, root: cwd };
  return { file, settings: await readSettings(cwd, file, problems), root: dirname(file.path) };
}

/**
 * The settings that hold for this run. A configuration that was found, not named, describes one API: when the flags name
 * another description, that API's name, version, license, repository, add-ons and reference rights are not the other one's. What
 * belongs to the house (`scope`, `templates`, `out`) holds for both.
 */
function settingsFor(spec: string | undefined, flags: ConfigFlags, { settings, root }: Source): Settings {
  const isOwn =
    flags.config !== undefined ||
    flags.spec === undefined ||
    settings.spec === undefined ||
    spec === resolveLocation(root, settings.spec);
  if (isOwn) return settings;
  const { out, scope, templates } = settings;
  return {
    ...NO_SETTINGS,
    ...(out === undefined ? {} : { out }),
    ...(scope === undefined ? {} : { scope }),
    ...(templates === undefined ? {} : { templates }),
  };
}

/** A field of the `package.json` that holds the configuration; its settings describe the same API. */
function packageField(source: Source, settings: Settings, key: 'version' | 'license'): string | undefined {
  const value = source.settings === settings ? source.file?.packageFields[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Of the setting, or of the `package.json` that holds the configuration; packages outside its folder are in no repository of it. */
function repositoryOf({ file, root }: Source, settings: Settings, out: string): Repository | undefined {
  const field = file?.packageFields.repository;
  const { url, directory }: { url?: unknown; directory?: unknown } = isRecord(field) ? field : { url: field };
  const address = settings.repository ?? url;
  if (typeof address !== 'string' || address.trim() === '' || !isWithin(root, out)) return undefined;
  const above = typeof directory === 'string' && settings.repository === undefined ? directory : '';
  const parts = [...above.split('/'), ...relative(root, out).split(sep)].filter((part) => part !== '');
  return { url: address.trim(), directory: parts.join('/') };
}

/** A folder that holds what the run reads, or in which it was started by name, is more than an output folder. */
function outHolds(out: string, flags: ConfigFlags, sources: readonly (string | undefined)[]): Config['outHolds'] {
  const holdsSources = sources.some(
    (path) => path !== undefined && schemeOf(path) === undefined && isWithin(out, path),
  );
  if (holdsSources) return 'anything';
  return flags.out === undefined ? 'only-output' : 'packages';
}

async function checkTemplates(cwd: string, templates: string, place: Partial<FilePlace>): Promise<Problem[]> {
  const stats = await stat(templates).catch(() => undefined);
  if (stats?.isDirectory() === true) return [];
  const folder = displayPath(cwd, templates);
  return [
    {
      code: 'config-templates-missing',
      severity: 'error',
      message:
        stats === undefined
          ? `The templates folder ${folder} does not exist.`
          : `${folder} is no folder, so it has no templates.`,
      ...place,
      hint: 'Check --templates, or the key "templates" of the configuration.',
    },
  ];
}

function specMissing(place: Partial<FilePlace>): Problem {
  return {
    code: 'config-spec-missing',
    severity: 'error',
    message: 'No description is given.',
    ...place,
    hint: 'Name one with --spec FILE, or with the key "spec" under "sdkgen" in package.json.',
  };
}

/** Packages among the templates would be read as templates by the next run. */
function checkApart(cwd: string, out: string, templates: string, place: Partial<FilePlace>): Problem[] {
  if (!isWithin(templates, out)) return [];
  return [
    {
      code: 'config-out-in-templates',
      severity: 'error',
      message: `The output folder ${displayPath(cwd, out)} lies in the folder of the templates, ${displayPath(cwd, templates)}.`,
      ...place,
      hint: 'Choose an output folder beside the templates.',
    },
  ];
}

/**
 * Resolves the options from, in this order: flags, the configuration file (`--config`, or the nearest `package.json` at or
 * above `cwd` with the key `sdkgen`), defaults. Paths in flags are relative to `cwd`, paths in a file to that file.
 *
 * With `--spec` for another description than the found configuration's, its add-ons and all else that is that API's own
 * do not apply, unless the configuration is named with `--config`.
 *
 * @param input.cwd absolute.
 * @throws {ProblemsError} with every value that is not allowed.
 */
export async function resolveConfig(input: { readonly cwd: string; readonly flags: ConfigFlags }): Promise<Config> {
  const { cwd, flags } = input;
  const problems: Problem[] = [];
  checkFlags(flags, problems);
  if (problems.some(({ code }) => code === 'flag-config')) throw new ProblemsError(problems);
  const source = await findSource(cwd, flags, problems);
  const { root, file } = source;
  const placeOfKey = async (key: readonly string[]): Promise<Partial<FilePlace>> =>
    file === undefined ? {} : placeOf(displayPath(cwd, file.path), file.text, key);
  const placeOfSetting = async (key: 'out' | 'templates'): Promise<Partial<FilePlace>> =>
    flags[key] === undefined && file !== undefined && Object.hasOwn(file.settings, key)
      ? placeOfKey([...file.place, key])
      : {};
  if (flags.spec === undefined && !Object.hasOwn(file?.settings ?? {}, 'spec')) {
    problems.push(specMissing(await placeOfKey(file?.place ?? [])));
  }
  if (problems.length > 0) throw new ProblemsError(problems);

  const locate = (flag: string | undefined, setting: string | undefined): string | undefined => {
    if (flag !== undefined) return resolveLocation(cwd, flag);
    return setting === undefined ? undefined : resolveLocation(root, setting);
  };
  const spec = locate(flags.spec, source.settings.spec);
  const settings = settingsFor(spec, flags, source);
  const isOwn = file !== undefined && source.settings === settings;
  const out = locate(flags.out, settings.out) ?? resolve(root, DEFAULT_OUT);
  const templates = locate(flags.templates, settings.templates);
  const version = settings.version ?? packageField(source, settings, 'version') ?? DEFAULT_VERSION;

  if (spec === undefined) throw new ProblemsError([specMissing({})]);
  if (templates !== undefined) {
    problems.push(...(await checkTemplates(cwd, templates, await placeOfSetting('templates'))));
    problems.push(...checkApart(cwd, out, templates, await placeOfSetting('out')));
  }
  const fault = versionFault(version);
  if (fault !== undefined) {
    problems.push({ code: 'config-version', severity: 'error', ...fault, ...(await placeOfKey(['version'])) });
  }
  if (problems.length > 0) throw new ProblemsError(problems);

  return Object.freeze({
    cwd,
    root,
    configFile: file?.path,
    isOwn,
    spec,
    out,
    outHolds: outHolds(out, flags, [spec, templates, file?.path, flags.out === undefined ? undefined : cwd]),
    scope: normaliseScope(flags.scope ?? settings.scope ?? DEFAULT_SCOPE),
    name: flags.name ?? settings.name ?? DEFAULT_NAME,
    version,
    license: settings.license ?? packageField(source, settings, 'license'),
    repository: isOwn ? repositoryOf(source, settings, out) : undefined,
    changelog: isOwn ? resolve(root, 'CHANGELOG.md') : undefined,
    templates,
    addons: Object.freeze([...new Set([...settings.addons, ...flags.addons])]),
    overlaysOf: spec,
    overlays: Object.freeze([
      ...settings.overlays.map((path) => resolve(root, path)),
      ...(flags.overlays ?? []).map((path) => resolve(cwd, path)),
    ]),
    allowRefs: Object.freeze([
      ...new Set([
        ...settings.allowRefs.map((location) => resolveLocation(root, location)),
        ...flags.allowRefs.map((location) => resolveLocation(cwd, location)),
      ]),
    ]),
  });
}
