export { closestWord } from './closest.js';
export type { Config, ConfigFlags } from './config.js';
export { resolveConfig } from './resolve.js';
