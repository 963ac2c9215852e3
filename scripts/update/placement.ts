import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Config } from '../../generator/src/index.js';
import { Failure } from '../common/script.js';

/** The files of a spec. Paths are absolute. */
export interface Spec {
  readonly root: string;
  readonly files: readonly string[];
}

/** The files to write when a spec replaces the project's. Targets are relative to the project's root. */
export interface Placement {
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly string[];
  /** The root of the spec. */
  readonly root: string;
}

/** Spellings of one format. */
const YAML = new Set(['.yaml', '.yml']);

/**
 * The target files of a new spec: its root replaces the old one's root, under the project's name unless the format differs; the
 * rest is beside it, in the same relative places. Files only used by the old spec are removed.
 *
 * @throws {Failure} if a file is outside the new root's folder, or would replace one that does not belong to the old spec.
 */
export function placeSpec(project: string, old: Spec, next: Spec): Placement {
  const [before, after] = [extname(old.root), extname(next.root)];
  const isSameFormat = before === after || (YAML.has(before) && YAML.has(after));
  const root = isSameFormat ? old.root : old.root.slice(0, old.root.length - before.length) + after;
  const owned = new Set(old.files);
  const copies = next.files.map((from) => {
    const down = relative(dirname(next.root), from);
    if (down.startsWith('..') || isAbsolute(down)) {
      throw new Failure(`${from} is outside the folder of ${next.root}. Move it there, with its references.`);
    }
    const to = from === next.root ? root : resolve(dirname(root), down);
    if (!owned.has(to) && existsSync(to)) {
      const replaced = `${relative(project, to)}, which is not a file of the spec`;
      throw new Failure(`${down} would replace ${replaced}. Move that file, or give the new one another name.`);
    }
    return { from, to: inProject(project, to) };
  });
  const kept = new Set(copies.map(({ to }) => to));
  const removed = old.files.map((file) => inProject(project, file)).filter((path) => !kept.has(path));
  return { copies, removed, root: inProject(project, root) };
}

/** Applies a placement to a copy of the project, including its configuration. */
export function applyPlacement(copy: string, config: Config, project: string, placement: Placement): void {
  for (const path of placement.removed) rmSync(join(copy, path));
  for (const { from, to } of placement.copies) {
    mkdirSync(dirname(join(copy, to)), { recursive: true });
    copyFileSync(from, join(copy, to));
  }
  const isRenamed = resolve(project, placement.root) !== config.spec;
  if (isRenamed && config.configFile !== undefined) {
    const file = join(copy, inProject(project, config.configFile));
    const spec = inProject(dirname(config.configFile), resolve(project, placement.root));
    writeFileSync(file, withSpec(readFileSync(file, 'utf8'), spec, relative(project, config.configFile)));
  }
}

/** The text of a configuration with another spec; everything else is unchanged. */
function withSpec(text: string, spec: string, file: string): string {
  const found = [...text.matchAll(/"spec"\s*:\s*"(?:[^"\\]|\\.)*"/g)];
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Failure(`The spec's new name could not be written into ${file}. Set "spec" to ${spec}.`);
  }
  return text.replace(only[0], () => `"spec": ${JSON.stringify(spec)}`);
}

function inProject(project: string, path: string): string {
  const down = relative(realpathSync(project), existsSync(path) ? realpathSync(path) : path);
  if (down.startsWith('..') || isAbsolute(down)) {
    throw new Failure(`${path} is outside the project. Only a spec inside the project can be updated.`);
  }
  return down.split(sep).join('/');
}
