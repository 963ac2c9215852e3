export { type Disagreement, explainedBy, predictedBreaks, unconfirmed, unpredicted } from './agreement.js';
export { checkCompatibility, findAffected, type Incompatibility } from './check.js';
export type { Side, Subject } from './consumer.js';
