import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { jsonOf, unlessRefused } from '../problems/index.js';

export const MANAGERS = ['npm', 'pnpm', 'yarn'] as const;
export type Manager = (typeof MANAGERS)[number];

/** A folder whose package manager installs several packages together. */
export interface Workspace {
  readonly folder: string;
  readonly manager: Manager;
  /** The patterns of the packages' folders. */
  readonly patterns: readonly string[];
}

const LOCK_FILES = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
] as const;

/** Loaded when there is a file of pnpm's. */
const load = createRequire(import.meta.url);

/** The package manager of a folder by its files, or by the field `packageManager` of its `package.json`. */
export function managerIn(folder: string): Manager | undefined {
  const [, byFile] = LOCK_FILES.find(([name]) => existsSync(join(folder, name))) ?? [];
  const field = String(fieldsIn(folder).packageManager);
  return byFile ?? MANAGERS.find((name) => field.startsWith(`${name}@`));
}

/** The workspace whose root a folder is. */
export function workspaceAt(folder: string): Workspace | undefined {
  const text = unlessRefused(() => readFileSync(join(folder, 'pnpm-workspace.yaml'), 'utf8'));
  if (text !== undefined) {
    const { parseDocument }: typeof import('yaml') = load('yaml');
    return { folder, manager: 'pnpm', patterns: textsOf(Object(parseDocument(text).toJS()).packages) };
  }
  const { workspaces } = fieldsIn(folder);
  if (workspaces === undefined) return undefined;
  const patterns = textsOf(Array.isArray(workspaces) ? workspaces : Object(workspaces).packages);
  return { folder, manager: managerIn(folder) ?? 'npm', patterns };
}

/** The nearest workspace at or above a folder, optionally one of a kind. */
export function workspaceAbove(
  folder: string,
  fits: (workspace: Workspace) => boolean = () => true,
): Workspace | undefined {
  const found = workspaceAt(folder);
  if (found !== undefined && fits(found)) return found;
  return dirname(folder) === folder ? undefined : workspaceAbove(dirname(folder), fits);
}

export function isMember({ folder, patterns }: Workspace, path: string): boolean {
  const below = relative(folder, path).split(sep).join('/');
  return patterns.some((pattern) => matches(below, pattern));
}

function fieldsIn(folder: string): Readonly<Record<string, unknown>> {
  const text = unlessRefused(() => readFileSync(join(folder, 'package.json'), 'utf8')) ?? '{}';
  // A file that is not JSON could not be read by any package manager.
  return Object(jsonOf(text.replace(/^\uFEFF/, '')));
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

/** Matches the patterns used in practice: names, `*` for one segment, `**` for any number. */
function matches(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/^\.\/|\/$/g, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (star) => (star === '*' ? '[^/]+' : '.*'));
  return new RegExp(`^${source}$`).test(path);
}
