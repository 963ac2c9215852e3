export type { Json, JsonObject } from '../schema/index.js';
export type { BundledDocument, Location } from './document.js';
export { type LoadOptions, loadDescription } from './load.js';
export {
  escapeToken,
  formatPointer,
  formatReference,
  isArray,
  isObject,
  nodeAt,
  parseFragment,
  parsePointer,
} from './pointer.js';
export { type Checked, checkDescription, validateDescription } from './validate.js';
