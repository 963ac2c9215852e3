import { join } from 'node:path';

/** Input and output of a build of the site; folders are absolute. */
export interface SiteOptions {
  /** The folder of the project: links to its files that are not pages are allowed. */
  readonly project: string;
  /** `docs/` of the client package, which becomes the site's root. */
  readonly docs: string;
  /** Pages for maintainers; below `maintainers/` on the site. */
  readonly maintainers: string;
  /** Where the site is on its host: `/`, or a path such as `/chat/` with a slash at both ends. */
  readonly base: string;
  /** Contains the built site in `html/`, and other files of the build. */
  readonly work: string;
}

/** The built site. */
export function htmlFolder({ work }: Pick<SiteOptions, 'work'>): string {
  return join(work, 'html');
}

/** The variable that passes the options, as JSON, to the configuration of VitePress. */
const VARIABLE = 'SITE_OPTIONS';

/** The environment in which VitePress builds this site. */
export function environmentFor(options: SiteOptions): Record<string, string> {
  return { [VARIABLE]: JSON.stringify(options) };
}

/** @throws {Error} if VitePress was started manually. */
export function readOptions(environment: NodeJS.ProcessEnv): SiteOptions {
  const text = environment[VARIABLE];
  if (text === undefined) throw new Error('The options of the site are missing: start VitePress with `npm run docs`.');
  return JSON.parse(text) as SiteOptions;
}
