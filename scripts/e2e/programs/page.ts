import { runChecks } from './check.js';
import { mainChecks } from './main-checks.js';

const mockUrl = new URLSearchParams(location.search).get('mock') ?? '';
runChecks(mainChecks(mockUrl)).then(
  (passed) => show(`passed: ${JSON.stringify(passed)}`),
  (error: unknown) => show(`failed: ${String(error)}`),
);

/** The driver of the browser reads the page's title. */
function show(text: string): void {
  document.title = text;
}
