export { compareVerdicts, type Disagreement } from './agreement.js';
export { checkCompatibility, type Incompatibility } from './check.js';
export type { Subject } from './consumer.js';
export type { Side } from './sides.js';
