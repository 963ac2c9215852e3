import type { Lodger, Guest as Tenant } from './tariff.js';
import type { Guest } from './types.js';

export type { Guest as Lessee } from './tariff.js';

export const nameOf = (guest: Guest): string => guest.name; // impact: type-split
export const lodgers = (tenant: Tenant, lodger: Lodger): string => `${tenant.name} ${lodger.name}`; // impact: type-split type-split
