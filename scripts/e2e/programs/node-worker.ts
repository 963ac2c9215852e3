import { runChecks } from './check.js';
import { serverChecks } from './server-checks.js';

/** The test for `workerd test` with Node's built-in modules. */
export default {
  async test(_controller: unknown, { MOCK_URL }: { readonly MOCK_URL: string }): Promise<void> {
    console.log(`passed: ${JSON.stringify(await runChecks(serverChecks(MOCK_URL)))}`);
  },
};
