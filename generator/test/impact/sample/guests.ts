import type { Guest } from './types.js';

export const nameOf = (guest: Guest): string => guest.name; // impact: type-split
