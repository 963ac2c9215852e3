export { closestWord } from './closest.js';
export type { Config } from './config.js';
export { displayPath } from './location.js';
export { resolveConfig } from './resolve.js';
export {
  configSchema,
  type ListKey,
  SETTINGS,
  type Setting,
  type Settings as ConfigFlags,
  type TextKey,
} from './settings.js';
