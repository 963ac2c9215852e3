export type { Coupon, Guest, Guest as Visitor, Room } from '@acme/rooms-types'; // impact: type-removed type-renamed type-renamed

import type { ListRoomsArguments, Room, RoomRequest, Coupon as Voucher } from '@acme/rooms-types'; // impact: type-removed type-split

export type Codes = readonly Voucher['code'][]; // impact: type-removed
export type Seats = Pick<Room, 'id' | 'seat_count'>; // impact: property-renamed
export type SeatLabel = `${Extract<keyof Room, 'seat_count'>}_label`; // impact: property-renamed
export type StateLabel = `is_${Exclude<Room['state'], 'in_repair'>}`; // impact: enum-value-removed
export type Query = Omit<ListRoomsArguments, 'floor'>; // impact: parameter-removed
export type Draft = Partial<Omit<RoomRequest, 'beds'>>; // impact: property-removed type-split

/** A room of this project. */
export interface Card {
  readonly id: string;
  readonly rating: number;
}

export const cardOf = (room: Room): Card => room; // impact: property-became-optional
