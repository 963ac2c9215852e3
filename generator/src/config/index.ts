export { closestWord, didYouMean } from './closest.js';
export type { Config } from './config.js';
export { CONFIG_FILES } from './config-file.js';
export { displayPath } from './location.js';
export { resolveConfig, templatesFolder } from './resolve.js';
export { configSchema, SETTINGS, type Settings as ConfigFlags, settingsFrom } from './settings.js';
