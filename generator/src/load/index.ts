export type { BundledDocument, Json, JsonObject, Location } from './document.js';
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
