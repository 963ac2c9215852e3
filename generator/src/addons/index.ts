import type { AddonHooks } from './hooks.js';
import { streamHooks } from './stream.js';

export type { AddonHooks, DateCodec, ErrorHooks, FieldError, FilterDialect } from './hooks.js';

/** By the name under `hooks` in an add-on's `addon.json`. */
const known: ReadonlyMap<string, AddonHooks> = new Map([['stream', streamHooks]]);

/** The hooks of several add-ons; if two define the same one, that of the later add-on. */
export function hooksOf(
  addons: readonly { readonly hooks?: string; readonly numberDateTimes?: boolean }[],
): AddonHooks {
  let hooks: AddonHooks = {};
  for (const addon of addons) {
    const { dates = {}, ...others } = known.get(addon.hooks ?? '') ?? {};
    hooks = { ...hooks, ...others, ...(addon.numberDateTimes === true ? { dates } : {}) };
  }
  return hooks;
}

/** The names that `addon.json` may have under `hooks`. */
export const hookNames: readonly string[] = [...known.keys()];
