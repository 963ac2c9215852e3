/** Whether a path inside a package is not part of the output. */
export type IgnoredTest = (path: string) => boolean;

/** Files that builds, tests and installs write, whatever a package's ignore list contains. */
export function isAlwaysIgnored(path: string): boolean {
  return /^(?:dist|coverage)(?:\/|$)|(?:^|\/)(?:node_modules|\.DS_Store|Thumbs\.db)(?:\/|$)|\.tsbuildinfo$/.test(path);
}

/**
 * Creates the test for one package.
 *
 * @param ignoreList the text of the package's `.gitignore`, if it has one. Supported patterns: a name (`coverage`), a folder
 * (`dist/`), either of them anchored (`/dist`), and an extension (`*.tgz`). Other patterns are ignored, so that files are reported
 * rather than missed.
 */
export function ignoredTest(ignoreList = ''): IgnoredTest {
  const names = new Set<string>();
  const rootNames = new Set<string>();
  const endings: string[] = [];
  for (const line of ignoreList.split('\n')) {
    const [, rooted, ending, name] = /^(\/)?(?:\*(\.[^*?[\]/!#]+)|([^*?[\]/!#]+))\/?$/.exec(line.trim()) ?? [];
    if (ending !== undefined) endings.push(ending);
    else if (name !== undefined) (rooted === undefined ? names : rootNames).add(name);
  }
  return (path) => {
    if (isAlwaysIgnored(path) || endings.some((ending) => path.endsWith(ending))) return true;
    const segments = path.split('/');
    return rootNames.has(segments[0] ?? '') || segments.some((segment) => names.has(segment));
  };
}
