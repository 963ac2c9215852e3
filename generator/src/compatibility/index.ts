export { affectedBy } from './affected.js';
export { type Disagreement, explainedBy, predictedBreaks, unconfirmed, unpredicted } from './agreement.js';
export { checkCompatibility, type Incompatibility, openProject } from './check.js';
export type { Side, Subject } from './consumer.js';
