import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { isRecord, type ProblemCode, ProblemsError, unlessRefused } from '../problems/index.js';
import type { Config, Repository } from './config.js';
import { type ConfigFile, findConfigFile, readConfigFile } from './config-file.js';
import { displayPath, isWithin, resolveLocation, schemeOf } from './location.js';
import { checkFlags, readSettings } from './read-settings.js';
import { type Fault, INT64_TYPES, versionFault } from './rules.js';
import type { ListKey, Settings } from './settings.js';

interface Input {
  /** Absolute. */
  readonly cwd: string;
  readonly flags: Settings;
}

/**
 * Resolves the options from flags, the configuration file (`--config`, or the nearest one at or above `cwd`) and defaults, in
 * this order. Paths in flags are relative to `cwd`, paths in a file to that file.
 *
 * @throws {ProblemsError} with each invalid value.
 */
export async function resolveConfig(input: Input): Promise<Config> {
  const { file, root, written, problems, locate } = await readOptions(input);
  const { cwd, flags } = input;
  const report = async (code: ProblemCode, fault: Fault, key?: readonly string[]): Promise<void> => {
    const place = key === undefined ? undefined : await file?.placeOf(key);
    problems.push({ code, severity: 'error', ...fault, ...place });
  };
  const placeOfPath = (key: 'out' | 'templates') =>
    flags[key] === undefined && written[key] !== undefined ? [...(file?.within ?? []), key] : undefined;

  if (flags.spec === undefined && file?.settings.spec === undefined) {
    await report('config-spec-missing', NO_SPEC, file?.within);
  }
  const spec = problems.length === 0 ? locate('spec') : undefined;
  if (spec === undefined) throw new ProblemsError(problems);

  const isOwn = file !== undefined && isFor(spec, flags, written, root);
  const own: Settings = isOwn ? written : {};
  const packageField = (key: 'version' | 'license'): string | undefined => {
    const value = isOwn ? file.packageFields[key] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const out = locate('out') ?? resolve(root, 'packages');
  const templates = locate('templates');
  const version = own.version ?? packageField('version') ?? '0.1.0';

  if (templates !== undefined) {
    const fault = templatesFault(cwd, templates);
    if (fault !== undefined) await report('config-templates-missing', fault, placeOfPath('templates'));
    if (isWithin(templates, out))
      await report('config-out-in-templates', outInTemplates(cwd, out, templates), placeOfPath('out'));
  }
  const unfit = versionFault(version);
  // That of the configuration is valid here: this one is from the package.json.
  if (unfit !== undefined)
    problems.push({ code: 'config-version', severity: 'error', ...unfit, ...(await file?.placeOfField('version')) });
  if (problems.length > 0) throw new ProblemsError(problems);

  /** The values of the file and the flags, each relative to where it was written. */
  const both = (key: ListKey, place: (base: string, value: string) => string): readonly string[] => [
    ...(own[key] ?? []).map((value) => place(root, value)),
    ...(flags[key] ?? []).map((value) => place(cwd, value)),
  ];
  return Object.freeze({
    cwd,
    configFile: file?.path,
    isOwn,
    spec,
    out,
    outHolds: outHolds(out, flags, [spec, templates, file?.path, flags.out === undefined ? undefined : cwd]),
    scope: (flags.scope ?? written.scope ?? '@sdk').replace(/^@?/, '@'),
    name: flags.name ?? own.name ?? 'api',
    version,
    license: own.license ?? packageField('license'),
    repository: isOwn ? repositoryOf(file, own, root, out) : undefined,
    changelog: isOwn ? resolve(root, 'CHANGELOG.md') : undefined,
    templates,
    addons: unique(both('addons', (_, value) => value)),
    overlaysOf: spec,
    overlays: Object.freeze(both('overlays', resolve)),
    select: unique(both('select', (_, value) => value)),
    exclude: unique(both('exclude', (_, value) => value)),
    int64: INT64_TYPES.find((type) => type === (flags.int64 ?? own.int64)),
    vendor: own.vendor === undefined ? undefined : resolve(root, own.vendor),
    allowRefs: unique(both('allowRefs', resolveLocation)),
  });
}

/**
 * The absolute path of the folder with the user's templates, which need not exist.
 *
 * @throws {ProblemsError} with each invalid option.
 */
export async function templatesFolder(input: Input): Promise<string | undefined> {
  const { problems, locate } = await readOptions(input);
  if (problems.length > 0) throw new ProblemsError(problems);
  return locate('templates');
}

/** The options as written: flags, and the configuration file with the folder that its paths are relative to. */
async function readOptions({ cwd, flags }: Input) {
  const problems = checkFlags(flags);
  if (problems.some(({ code }) => code === 'flag-config')) throw new ProblemsError(problems);
  const file =
    flags.config === undefined ? await findConfigFile(cwd) : await readConfigFile(cwd, resolve(cwd, flags.config));
  const root = file === undefined ? cwd : dirname(file.path);
  const written = file === undefined ? {} : await readSettings(file, problems);
  const locate = (key: 'spec' | 'out' | 'templates'): string | undefined => {
    const value = flags[key] ?? written[key];
    return value === undefined ? undefined : resolveLocation(flags[key] === undefined ? root : cwd, value);
  };
  return { file, root, written, problems, locate };
}

function unique(values: readonly string[]): readonly string[] {
  return Object.freeze([...new Set(values)]);
}

/**
 * A configuration that was found, not named, is for one API: if the flags name another spec, that API's name, version, license,
 * repository, add-ons and allowed references do not apply. `scope`, `templates` and `out` do.
 */
function isFor(spec: string, flags: Settings, written: Settings, root: string): boolean {
  const isNamed = flags.config !== undefined || flags.spec === undefined || written.spec === undefined;
  return isNamed || spec === resolveLocation(root, written.spec);
}

/** From the setting, or the `package.json` with the configuration; packages outside its folder have no repository. */
function repositoryOf({ packageFields }: ConfigFile, own: Settings, root: string, out: string): Repository | undefined {
  const field = packageFields.repository;
  const { url, directory }: { url?: unknown; directory?: unknown } = isRecord(field) ? field : { url: field };
  const address = own.repository ?? url;
  if (typeof address !== 'string' || address.trim() === '' || !isWithin(root, out)) return undefined;
  const above = typeof directory === 'string' && own.repository === undefined ? directory : '';
  const parts = [...above.split('/'), ...relative(root, out).split(sep)].filter((part) => part !== '');
  return { url: address.trim(), directory: parts.join('/') };
}

/** A folder that contains inputs of the run, or the working folder given explicitly, is not only an output folder. */
function outHolds(out: string, flags: Settings, sources: readonly (string | undefined)[]): Config['outHolds'] {
  const isShared = sources.some((path) => path !== undefined && schemeOf(path) === undefined && isWithin(out, path));
  if (isShared) return 'anything';
  return flags.out === undefined ? 'only-output' : 'packages';
}

const NO_SPEC = {
  message: 'No OpenAPI document was given.',
  hint: 'Use --spec FILE, or the key "spec" of the configuration, which sdkgen init writes.',
};

function templatesFault(cwd: string, templates: string): Fault | undefined {
  const stats = unlessRefused(() => statSync(templates));
  if (stats?.isDirectory()) return undefined;
  const path = displayPath(cwd, templates);
  const message = stats
    ? `The templates path ${path} is not a folder.`
    : `The templates folder ${path} does not exist.`;
  return { message, hint: 'Check --templates, or the key "templates" of the configuration.' };
}

/** The next run would read packages among the templates as templates. */
function outInTemplates(cwd: string, out: string, templates: string): Fault {
  const message = `The output folder ${displayPath(cwd, out)} is inside the folder of the templates, ${displayPath(cwd, templates)}.`;
  return { message, hint: 'Choose an output folder outside the templates folder.' };
}
