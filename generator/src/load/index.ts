export type { BundledDocument, Location } from './document.js';
export { type LoadOptions, loadDescription } from './load.js';
export { type Checked, checkDescription } from './validate.js';
