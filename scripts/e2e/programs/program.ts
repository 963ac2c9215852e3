import { runChecks } from './check.js';
import { edgeChecks } from './edge-checks.js';
import { mainChecks } from './main-checks.js';
import { serverChecks } from './server-checks.js';

const { MOCK_URL = '', UPLOAD_PATH } = process.env;
const checks = [...mainChecks(MOCK_URL), ...serverChecks(MOCK_URL, UPLOAD_PATH), ...edgeChecks(MOCK_URL)];
runChecks(checks).then((passed) => console.log(`passed: ${JSON.stringify(passed)}`));
