import type { RoomsClientOptions } from '@acme/rooms-client';
import { type RoomsCore, setTariff } from '@acme/rooms-client/operations';
import type { Guest } from '@acme/rooms-types'; // impact: type-renamed

export type { Guest as Lodger } from '@acme/rooms-types'; // impact: type-renamed
export type { Guest }; // impact: type-renamed

export async function price(core: RoomsCore, room_id: string): Promise<void> {
  await setTariff(core, { room_id, price: 80 }); // impact: security-tightened property-became-required
  await setTariff(core, { room_id, price: 80, currency: 'EUR' }); // impact: security-tightened
}

export const stamped: RoomsClientOptions = { stamp: 'a', badge: 'b' }; // impact: credential-renamed credential-changed
export const hasKey = ({ key }: RoomsClientOptions): boolean => key !== undefined; // impact: credential-removed

/** The new version has a type with this name. */
export interface Visitor {
  readonly guest: Guest; // impact: type-renamed type-split
}
