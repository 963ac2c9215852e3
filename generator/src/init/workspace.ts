import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { applyEdits, modify, parse } from 'jsonc-parser';
import { type Problem, ProblemsError } from '../problems/index.js';
import {
  GIT_IGNORE,
  MANAGERS,
  type Manager,
  pnpmWorkspace,
  readme,
  SAMPLE_SPEC,
  workflow,
  YARN_SETTINGS,
} from './texts.js';

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

/** The package manager of a folder: that of its lock file, otherwise the one that runs this command. */
export function managerOf(folder: string, agent: string | undefined): Manager {
  if (existsSync(join(folder, 'pnpm-lock.yaml')) || existsSync(join(folder, 'pnpm-workspace.yaml'))) return 'pnpm';
  if (existsSync(join(folder, 'yarn.lock'))) return 'yarn';
  if (existsSync(join(folder, 'package-lock.json'))) return 'npm';
  return MANAGERS.find((name) => agent?.startsWith(`${name}/`)) ?? 'npm';
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
  const outer = manifest === undefined ? workspaceAbove(dirname(folder)) : undefined;
  if (outer !== undefined) {
    throw refusal(
      outer,
      `${folder} is inside the workspace ${outer}.`,
      `Run sdkgen init in ${outer} to add the packages there.`,
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
  const ignored = readText(join(folder, '.gitignore'));
  added.set('.gitignore', ignored === undefined ? GIT_IGNORE : withLines(ignored, GIT_IGNORE));
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
  return { spec: `spec/${basename(spec)}`, specText: text };
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
  const fields: Readonly<Record<string, unknown>> = Object(parse(manifest));
  if (fields.sdkgen !== undefined) {
    throw refusal(
      folder,
      `${join(folder, 'package.json')} already has the key "sdkgen".`,
      'Run sdkgen generate, or remove the key first.',
    );
  }
  const isNew = out === 'packages';
  const edits: (readonly [readonly string[], unknown])[] = [];
  const { workspaces } = fields;
  const globs: unknown = Array.isArray(workspaces) ? workspaces : Object(workspaces).packages;
  const listed = Array.isArray(globs) ? globs : [];
  if (manager !== 'pnpm' && !listed.includes(`${out}/*`)) {
    const isNested = workspaces !== undefined && !Array.isArray(workspaces);
    edits.push([isNested ? ['workspaces', 'packages'] : ['workspaces'], [...listed, `${out}/*`]]);
  }
  for (const [script, command] of Object.entries(scriptsOf(manager, spec, out, scope, name))) {
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

function scriptsOf(manager: Manager, spec: string, out: string, scope: string, name: string) {
  const test = {
    npm: `npm test --workspace ${out}/${name}-client`,
    pnpm: `pnpm --dir ${out}/${name}-client test`,
    yarn: `yarn workspace ${scope}/${name}-client test`,
  };
  return {
    generate: 'sdkgen generate --build',
    check: 'sdkgen generate --check',
    validate: `sdkgen validate ${spec}`,
    mock: 'sdkgen mock',
    test: test[manager],
  };
}

function pnpmPackages(text: string | undefined, out: string): string {
  if (text === undefined) return pnpmWorkspace(`${out}/*`);
  const listed = text.includes(`${out}/*`) ? text : text.replace(/^packages:[ \t]*$/m, `packages:\n  - ${out}/*`);
  return /^linkWorkspacePackages:/m.test(listed) ? listed : `${listed.trimEnd()}\nlinkWorkspacePackages: true\n`;
}

/** Appends those lines of another text that a text does not contain. */
function withLines(text: string, wanted: string): string {
  const lines = text.split(/\r?\n/);
  const has = (line: string): boolean => lines.some((one) => one.replace(/^\/|\/$/g, '') === line.replace(/\/$/, ''));
  const missing = wanted.split('\n').filter((line) => line !== '' && !has(line));
  return missing.length === 0 ? text : `${text.trimEnd()}\n${missing.join('\n')}\n`.trimStart();
}

/** The nearest folder with workspaces. */
function workspaceAbove(folder: string): string | undefined {
  const manifest = readText(join(folder, 'package.json'));
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
  if (manifest !== undefined && Object(parse(manifest)).workspaces !== undefined) return folder;
  return dirname(folder) === folder ? undefined : workspaceAbove(dirname(folder));
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function refusal(folder: string, message: string, hint: string): ProblemsError {
  const problem: Problem = {
    code: 'init-refused',
    severity: 'error',
    message,
    file: join(folder, 'package.json'),
    hint,
  };
  return new ProblemsError([problem]);
}
