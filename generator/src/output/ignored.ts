/** Whether a path inside a package is written by builds, tests or installs: it is not part of the output. */
export function isIgnored(path: string): boolean {
  return /^(?:dist|coverage)(?:\/|$)|(?:^|\/)(?:node_modules|\.DS_Store|Thumbs\.db)(?:\/|$)|\.tsbuildinfo$/.test(path);
}
