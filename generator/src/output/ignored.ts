/** At a package's root: what builds, tests and installs leave there. */
const ROOT_FOLDERS: ReadonlySet<string> = new Set(['dist', 'coverage']);
const ANYWHERE: ReadonlySet<string> = new Set(['node_modules', '.DS_Store', 'Thumbs.db']);
const BUILD_INFO = '.tsbuildinfo';

/** Says of a path inside a package whether it is no part of the output. */
export type IgnoredTest = (path: string) => boolean;

/** What is no part of any package's output, whatever its ignore list says. */
export function isAlwaysIgnored(path: string): boolean {
  const segments = path.split('/');
  const [first] = segments;
  if (first !== undefined && ROOT_FOLDERS.has(first)) return true;
  return path.endsWith(BUILD_INFO) || segments.some((segment) => ANYWHERE.has(segment));
}

/**
 * The test for one package.
 *
 * @param ignoreList the text of the package's `.gitignore`, if it has one. Of gitignore's patterns these are understood:
 * a name (`coverage`), a folder (`dist/`), either of them held to the root (`/dist`), and an ending (`*.tgz`). Any other
 * pattern ignores nothing, so that a file is rather reported than overlooked.
 */
export function ignoredTest(ignoreList: string | undefined): IgnoredTest {
  const names = new Set<string>();
  const rootNames = new Set<string>();
  const endings: string[] = [];
  for (const line of ignoreList === undefined ? [] : ignoreList.split('\n')) {
    const pattern = line.trim();
    const [, rooted, ending, name] = /^(\/)?(?:\*(\.[^*?[\]/!#]+)|([^*?[\]/!#]+))\/?$/.exec(pattern) ?? [];
    if (ending !== undefined) endings.push(ending);
    else if (name !== undefined) (rooted === undefined ? names : rootNames).add(name);
  }
  return (path) => {
    if (isAlwaysIgnored(path) || endings.some((ending) => path.endsWith(ending))) return true;
    const segments = path.split('/');
    const [first] = segments;
    return (first !== undefined && rootNames.has(first)) || segments.some((segment) => names.has(segment));
  };
}
