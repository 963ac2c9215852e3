import { runChecks } from './check.js';
import { edgeChecks } from './edge-checks.js';
import { mainChecks } from './main-checks.js';

/** The test for `workerd test`. */
export default {
  async test(_controller: unknown, { MOCK_URL }: { readonly MOCK_URL: string }): Promise<void> {
    const passed = await runChecks([...mainChecks(MOCK_URL), ...edgeChecks(MOCK_URL)]);
    console.log(`passed: ${JSON.stringify(passed)}`);
  },
};
