import { RoomsApiError, type RoomsClient, type RoomsClientOptions } from '@acme/rooms-client';
import * as operations from '@acme/rooms-client/operations';
import { type RoomsCore, setTariff } from '@acme/rooms-client/operations';
import type * as Rooms from '@acme/rooms-types';
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

type Api = Pick<RoomsClient, 'getRoom' | 'updateRoom' | 'searchRooms'>;
type Patch = Omit<Parameters<Api['updateRoom']>[0], 'room_id'>;
export const toPatch = ({ name, state, beds }: Rooms.Room): Patch => ({ name, state: state as Patch['state'], beds }); // impact: property-removed property-removed
export const withBeds = (patch: Patch, beds?: number): Patch => ({ ...patch, ...(beds === undefined ? {} : { beds }) }); // impact: property-removed
export const search = (api: Api, seats = 2) =>
  api.searchRooms({ filter: { min_seats: seats }, sort: [{ field: 'name', order: 'up' }] }); // impact: property-renamed property-renamed
export class Cache<Key extends keyof Rooms.Room> {
  readonly #values = new Map<string, Rooms.Room[Key]>();
  constructor(readonly key: Key) {}
  put(room: Rooms.Room): this {
    this.#values.set(room.id, room[this.key]);
    return this;
  }
  get = (id: string): Rooms.Room[Key] | undefined => this.#values.get(id);
}
export const seatCache = new Cache('seat_count'); // impact: property-renamed
export const isMissing = (error: unknown): boolean => error instanceof RoomsApiError && error.status === 404;
export const options = { stamp: 'a', token: 't', badge: 'x' } satisfies RoomsClientOptions; // impact: credential-renamed credential-changed
export const booked = (
  client: RoomsClient,
  guest: Rooms.Guest, // impact: type-renamed type-split
) => client.createBooking({ room_id: 'a', guest }); // impact: operation-renamed required-property-added
export const { getRoom, createBooking: book } = operations; // impact: operation-renamed
export const all = Object.keys(operations).length;
export const firstRooms = (rooms: readonly Rooms.Room[]) => new Watcher(rooms, 'in_repair'); // impact: enum-value-removed
class Watcher {
  constructor(
    readonly rooms: readonly Rooms.Room[],
    readonly state: Rooms.Room['state'],
  ) {}
}
export const seatsOf = ({ rooms: [first] = [] }: Partial<Rooms.RoomList>): number => first?.seat_count ?? 0; // impact: property-renamed
export const isState = (text: string): text is Rooms.Room['state'] => ['open', 'closed', 'in_repair'].includes(text);
export const STATES = ['open', 'closed', 'in_repair'] as const satisfies readonly Rooms.Room['state'][]; // impact: enum-value-removed
export const isBroken = (state: (typeof STATES)[number]): boolean => state === 'in_repair'; // impact: enum-value-removed
export function assertOpen(room: Rooms.Room): asserts room is Rooms.Room & { state: 'open' } {
  if (room.state !== 'open') throw new Error(`${room.name} is ${room.state satisfies string}`);
}
export const tagged = <const Room extends Partial<Rooms.Room>>(room: Room): Room => room;
export const draft = tagged({ seat_count: 2, state: 'in_repair' }); // impact: property-renamed enum-value-removed
export const clone = structuredClone<Rooms.Room>;
export async function* rooms(client: RoomsClient, city = 'Rome'): AsyncGenerator<Rooms.Room, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await client.listRooms({ city, cursor, state: 'in_repair' }); // impact: parameter-renamed enum-value-removed
    yield* page.rooms;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
