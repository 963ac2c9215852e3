import { edgeChecks } from './edge-checks.js';
import { mainChecks } from './main-checks.js';
import { serverChecks } from './server-checks.js';

/** The test runners' global. */
declare function test(name: string, run: () => Promise<void>): void;

const { MOCK_URL = '', UPLOAD_PATH } = process.env;
const checks = [...mainChecks(MOCK_URL), ...serverChecks(MOCK_URL, UPLOAD_PATH), ...edgeChecks(MOCK_URL)];
for (const { name, run } of checks) test(name, run);
