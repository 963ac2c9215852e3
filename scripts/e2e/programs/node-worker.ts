import { runChecks } from './check.js';
import { serverChecks } from './server-checks.js';

/** What `workerd test` runs where Node's built-in modules are switched on. */
export default {
  async test(_controller: unknown, { MOCK_URL }: { readonly MOCK_URL: string }): Promise<void> {
    console.log(`passed: ${JSON.stringify(await runChecks(serverChecks(MOCK_URL)))}`);
  },
};
