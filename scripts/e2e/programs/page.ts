import { runChecks } from './check.js';
import { mainChecks } from './main-checks.js';

const mockUrl = new URLSearchParams(location.search).get('mock') ?? '';
runChecks(mainChecks(mockUrl)).then(
  (passed) => show(`passed: ${JSON.stringify(passed)}`),
  (error: unknown) => show(`failed: ${String(error)}`),
);

/** The page's title is what the browser's driver looks at. */
function show(text: string): void {
  document.title = text;
}
