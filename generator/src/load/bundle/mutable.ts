import type { Json } from '../../schema/index.js';

/** An object of the bundled document while it is being built. */
export interface MutableObject {
  [key: string]: Json;
}

/** Without a prototype: `__proto__`, `constructor` and `hasOwnProperty` are names like any other. */
export function emptyObject(): MutableObject {
  return Object.create(null);
}
