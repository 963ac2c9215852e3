export { closestWord } from './closest.js';
export type { Config, ConfigFlags } from './config.js';
export { displayPath } from './location.js';
export { resolveConfig } from './resolve.js';
