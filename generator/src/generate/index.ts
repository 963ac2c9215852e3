export { buildPackages } from './build.js';
export { type ComparedDescriptions, compareDescriptions, locateChange } from './compare.js';
export { type GenerateMode, type GenerateResult, generate, prepare } from './generate.js';
export { type ProvedComparison, proveComparison } from './prove.js';
export { ownTemplates } from './template-texts.js';
