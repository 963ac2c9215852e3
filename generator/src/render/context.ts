import type { Model } from '../model/model.js';
import type { Names } from '../naming/index.js';
import type { Resolver } from '../schema/index.js';
import type { Addon } from './addons.js';
import type { Templates } from './templates.js';

/** Where the sources of the packages are kept. */
export interface Repository {
  readonly url: string;
  /** The folder of the packages in it, with slashes; empty for its own. */
  readonly directory: string;
}

/** What every part of the output is rendered from. */
export interface RenderContext {
  readonly model: Model;
  readonly names: Names;
  readonly resolver: Resolver;
  readonly templates: Templates;
  readonly addons: readonly Addon[];
  /** The version of both packages. */
  readonly version: string;
  readonly license: string;
  readonly repository?: Repository | undefined;
  readonly changelog: string;
}
