export { compareVerdicts, type Disagreement } from './agreement.js';
export { checkCompatibility, type Incompatibility } from './check.js';
export type { Side, Subject } from './consumer.js';
