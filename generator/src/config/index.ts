export { closestWord } from './closest.js';
export type { Config } from './config.js';
export { displayPath } from './location.js';
export { resolveConfig } from './resolve.js';
export { configSchema, SETTINGS, type Settings as ConfigFlags, settingsFrom } from './settings.js';
