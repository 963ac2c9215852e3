import type { Model } from '../model/model.js';
import type { Names } from '../naming/index.js';
import type { Addon } from './addons.js';
import type { Templates } from './templates.js';

/** The source repository of the packages. */
export interface Repository {
  readonly url: string;
  /** The folder of the packages in it, with slashes; empty for its root. */
  readonly directory: string;
}

/** The input of all parts of the output. */
export interface RenderContext {
  readonly model: Model;
  readonly names: Names;
  readonly templates: Templates;
  readonly addons: readonly Addon[];
  /** The version of both packages. */
  readonly version: string;
  readonly license: string;
  readonly repository?: Repository | undefined;
  readonly changelog: string;
}

/** Files of one package: relative POSIX paths and texts. */
export type RenderedFile = readonly [path: string, text: string];

export interface RenderedPackage {
  /** The folder's name, such as `chat-client`. */
  readonly folder: string;
  readonly files: readonly RenderedFile[];
}

/** A package's folder: its name without the scope. */
export function folderOf(packageName: string): string {
  return packageName.slice(packageName.lastIndexOf('/') + 1);
}
