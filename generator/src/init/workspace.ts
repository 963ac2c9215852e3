import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { isSeq, parseDocument } from 'yaml';
import { CONFIG_FILES } from '../config/index.js';
import { isMember, MANAGERS, type Manager, managerIn, workspaceAbove, workspaceAt } from '../config/workspaces.js';
import { errorProblem, Lines, type ProblemPlace, ProblemsError, unlessRefused } from '../problems/index.js';
import { gitAttributes, gitIgnore, pnpmWorkspace, readme, SAMPLE_SPEC, workflow, YARN_SETTINGS } from './texts.js';

export interface WorkspaceRequest {
  /** Absolute. */
  readonly folder: string;
  /** An absolute path or a URL; without one a sample is written. */
  readonly spec: string | undefined;
  readonly scope: string;
  readonly name: string;
  readonly manager: Manager;
  /** The generator's package, a dependency of the workspace. */
  readonly generator: { readonly name: string; readonly version: string };
}

export interface WorkspacePlan {
  /** Path below the folder -> text. Only `package.json` and lists in other files are changed, all other files are new. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that already exist and are not changed. */
  readonly kept: readonly string[];
  /** The spec as written in the configuration. */
  readonly spec: string;
  /** The script that runs the generator. */
  readonly script: string;
}

/** The package manager of a folder: that of its files, otherwise the one that runs this command. */
export function managerOf(folder: string, agent: string | undefined): Manager {
  return managerIn(folder) ?? MANAGERS.find((name) => agent?.startsWith(`${name}/`)) ?? 'npm';
}

/**
 * Plans the files that make a folder a workspace of generated packages. In an existing project, missing entries are added to
 * `package.json`, and the packages are in the folder `sdk`, since `packages` may be in use.
 *
 * @throws {ProblemsError} if the folder is already configured, or belongs to another workspace.
 */
export function planWorkspace(request: WorkspaceRequest): WorkspacePlan {
  const { folder, manager } = request;
  const manifest = readText(join(folder, 'package.json'));
  const configured = CONFIG_FILES.find((name) => existsSync(join(folder, name)));
  if (configured !== undefined) throw alreadyConfigured(join(folder, configured), `${configured} is already there.`);
  // A new folder below a workspace would be outside of it; one with a package.json may be a separate project.
  const isRoot = manifest !== undefined && (workspaceAt(folder) ?? managerIn(folder)) !== undefined;
  const outer = isRoot
    ? undefined
    : workspaceAbove(dirname(folder), (one) => manifest === undefined || isMember(one, folder));
  if (outer !== undefined) {
    throw refusal(
      join(outer.folder, 'package.json'),
      `${folder} is inside the workspace ${outer.folder}.`,
      `Run sdkgen init in ${outer.folder} to add the packages there.`,
    );
  }
  const out = manifest === undefined ? 'packages' : 'sdk';
  const { spec, specText } = specOf(request);
  const given = { ...request, spec, out, manifest: manifest ?? newManifest(request) };
  const added = new Map([['package.json', withGenerator(given)]]);
  const fresh = new Map<string, string>();
  if (specText !== undefined) fresh.set(spec, specText);
  if (manager === 'pnpm')
    added.set('pnpm-workspace.yaml', pnpmPackages(readText(join(folder, 'pnpm-workspace.yaml')), out));
  for (const [path, wanted] of [
    ['.gitignore', gitIgnore(manifest === undefined ? 'dist/' : `/${out}/*/dist/`)],
    ['.gitattributes', gitAttributes(out)],
  ] as const) {
    const present = readText(join(folder, path));
    added.set(path, present === undefined ? wanted : withLines(present, wanted));
  }
  if (manifest === undefined) {
    fresh.set('README.md', readme(`${request.scope}/${request.name}`, manager, spec));
    fresh.set('.github/workflows/sdk.yml', workflow(manager));
    if (manager === 'yarn') fresh.set('.yarnrc.yml', YARN_SETTINGS);
  }
  const kept = [...fresh.keys()].filter((path) => existsSync(join(folder, path)));
  const files = [...added, ...fresh].filter(
    ([path, text]) => !kept.includes(path) && readText(join(folder, path)) !== text,
  );
  return { files: new Map(files), kept, spec, script: manifest === undefined ? 'generate' : 'sdk:generate' };
}

/**
 * Where the spec will be: it stays in place if it is below the folder or refers to files beside it; otherwise it is copied into
 * `spec/`.
 */
function specOf({ folder, spec }: WorkspaceRequest): { readonly spec: string; readonly specText?: string } {
  if (spec === undefined) return { spec: 'spec/openapi.yaml', specText: SAMPLE_SPEC };
  if (/^https?:/i.test(spec)) return { spec };
  const path = relative(folder, spec).split(sep).join('/');
  const isInside = !path.startsWith('../') && !isAbsolute(path);
  const text = readText(spec);
  if (isInside || text === undefined || /["']?\$ref["']?\s*:\s*["']?(?!#|["']?https?:)[\w./]/.test(text))
    return { spec: path };
  const copy = `spec/${basename(spec)}`;
  // Another document of that name is not replaced, nor used instead.
  const existing = readText(join(folder, copy));
  return existing === undefined || existing === text ? { spec: copy, specText: text } : { spec: path };
}

function newManifest({ name }: WorkspaceRequest): string {
  return `${JSON.stringify({ name: `${name}-sdk`, version: '0.1.0', private: true, type: 'module' }, undefined, 2)}\n`;
}

/**
 * Adds the configuration, the scripts, the workspaces and the generator to a `package.json`, keeping its fields and formatting.
 */
function withGenerator({
  manifest,
  spec,
  out,
  scope,
  name,
  manager,
  folder,
  generator,
}: WorkspaceRequest & { readonly manifest: string; readonly spec: string; readonly out: string }): string {
  const file = join(folder, 'package.json');
  const errors: ParseError[] = [];
  const fields: Readonly<Record<string, unknown>> = Object(parse(manifest, errors));
  const [broken] = errors;
  if (broken !== undefined || fields instanceof String || Array.isArray(fields)) {
    const place = new Lines(manifest).position(broken?.offset ?? 0);
    throw refusal(file, `${file} is not valid JSON.`, 'Correct it first: npm could not read it either.', place);
  }
  if (fields.sdkgen !== undefined) throw alreadyConfigured(file, `${file} already has the key "sdkgen".`);
  const isNew = out === 'packages';
  const edits: (readonly [readonly string[], unknown])[] = [];
  const { workspaces } = fields;
  const globs: unknown = Array.isArray(workspaces) ? workspaces : Object(workspaces).packages;
  const listed = Array.isArray(globs) ? globs : [];
  if (manager !== 'pnpm' && !listed.includes(`${out}/*`)) {
    const isNested = workspaces !== undefined && !Array.isArray(workspaces);
    edits.push([isNested ? ['workspaces', 'packages'] : ['workspaces'], [...listed, `${out}/*`]]);
  }
  for (const [script, command] of Object.entries(scriptsOf(manager, out, scope, name))) {
    edits.push([['scripts', isNew ? script : `sdk:${script}`], command]);
  }
  edits.push([['sdkgen'], { spec, scope, name, ...(isNew ? {} : { out }) }]);
  edits.push([['devDependencies', generator.name], `^${generator.version}`]);
  const indent = /^([ \t]+)"/m.exec(manifest)?.[1] ?? '  ';
  const formattingOptions = { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length };
  return edits.reduce(
    (text, [path, value]) => applyEdits(text, modify(text, [...path], value, { formattingOptions })),
    manifest,
  );
}

function scriptsOf(manager: Manager, out: string, scope: string, name: string) {
  const test = {
    npm: `npm test --workspace ${out}/${name}-client`,
    pnpm: `pnpm --dir ${out}/${name}-client test`,
    yarn: `yarn workspace ${scope}/${name}-client test`,
  };
  return {
    generate: 'sdkgen generate --build',
    check: 'sdkgen generate --check',
    validate: 'sdkgen validate',
    mock: 'sdkgen mock',
    test: test[manager],
  };
}

/** The file of pnpm with our packages in its list; the layout of the list stays. */
function pnpmPackages(text: string | undefined, out: string): string {
  const wanted = `${out}/*`;
  if (text === undefined) return pnpmWorkspace(wanted);
  const document = parseDocument(text);
  const packages = document.get('packages');
  const isListed = Object(document.toJS()).packages?.includes?.(wanted) === true;
  if (isListed && document.has('linkWorkspacePackages')) return text;
  if (!isSeq(packages)) document.set('packages', [wanted]);
  else if (!isListed) packages.add(wanted);
  if (!document.has('linkWorkspacePackages')) document.set('linkWorkspacePackages', true);
  return document.toString({ lineWidth: 0, indentSeq: !/^packages:.*\r?\n(?:#.*\r?\n)*-/m.test(text) });
}

/** Appends those lines of another text that a text does not contain. A name without a slash before it is ignored in all folders. */
function withLines(text: string, wanted: string): string {
  const pathOf = (line: string): string => line.replace(/^\/|\/$/g, '');
  const lines = text.split(/\r?\n/);
  const has = (line: string): boolean =>
    lines.some((one) => pathOf(one) === pathOf(line) || pathOf(line).endsWith(`/${one.replace(/\/$/, '')}`));
  const missing = wanted.split('\n').filter((line) => line !== '' && !has(line));
  return missing.length === 0 ? text : `${text.trimEnd()}\n${missing.join('\n')}\n`.trimStart();
}

/** The text of a file without a byte order mark; `undefined` if the file does not exist or cannot be read. */
function readText(path: string): string | undefined {
  return unlessRefused(() => readFileSync(path, 'utf8'))?.replace(/^\uFEFF/, '');
}

function alreadyConfigured(file: string, message: string): ProblemsError {
  return refusal(file, message, 'Run sdkgen generate, or remove it first.');
}

export function refusal(file: string, message: string, hint: string, place: ProblemPlace = {}): ProblemsError {
  return new ProblemsError([errorProblem('init-refused', { file, ...place }, message, hint)]);
}
