import type { Guest, Room, RoomRequest, RoomsClient, UpdateRoomArguments } from './barrel.js'; // impact: type-renamed type-split

const REMOVE = 'deleteRoom' as const;

/** Passes on what it gets. */
export class Rooms {
  readonly #client: RoomsClient;
  state = 'open' as Room['state'];

  constructor(client: RoomsClient) {
    this.#client = client;
  }

  // impact next: operation-renamed
  book(...args: Parameters<RoomsClient['createBooking']>) {
    return this.#client.createBooking(...args); // impact: operation-renamed
  }

  change(args: UpdateRoomArguments) {
    const closed = (): UpdateRoomArguments => ({ ...args, state: 'closed' });
    return this.#client.updateRoom(closed());
  }

  remove(room_id: string) {
    return this.#client[REMOVE]({ room_id }); // impact: operation-removed
  }

  invoke<K extends keyof RoomsClient>(name: K): RoomsClient[K] {
    return this.#client[name];
  }

  notesOf(room: Room): string {
    let notes = room.notes + this.state; // impact: null-allowed
    if (room.notes === '') ({ notes } = room); // impact: null-allowed null-allowed
    return notes;
  }

  isBroken(): boolean {
    return this.state === 'in_repair'; // impact: enum-value-removed
  }
}

export const book = (rooms: Rooms, guest: Guest) => rooms.book({ room_id: 'r1', guest }); // impact: type-renamed required-property-added type-split
export const booking = (rooms: Rooms) => rooms.invoke('createBooking'); // impact: operation-renamed
export const columns: readonly (keyof Room)[] = ['id', 'seat_count']; // impact: property-renamed
export const isColumn = (name: string): boolean => ['id', 'seat_count'].includes(name);

const stateOf = (room: Room) => room.state;
export const broken = (room: Room) => stateOf(room) === 'in_repair'; // impact: enum-value-removed

export const plan = { day: 1, room: { name: 'Hall', seat_count: 3 } } satisfies { day: number; room: RoomRequest }; // impact: property-renamed type-split
export const planned = (): number => {
  const { room } = plan;
  const copy = { ...plan.room };
  return plan.room.seat_count + room.seat_count + copy.seat_count;
};

// impact next: property-renamed
export function seats<T extends Room>({ seat_count }: T): number {
  return seat_count;
}

export async function load(): Promise<unknown> {
  const { createBooking } = await import('@acme/rooms-client/operations'); // impact: operation-renamed
  return createBooking;
}

export type Visit = import('@acme/rooms-types').Guest; // impact: type-renamed type-split

const isIn = (room: Room, state: Room['state']): boolean => room.state === state;
export const repaired = (room: Room) => !isIn(room, 'in_repair'); // impact: enum-value-removed

export const fakes = { createBooking: () => 1 } satisfies Partial<Record<keyof RoomsClient, unknown>>; // impact: operation-renamed

/** A client that deletes nothing. */
// impact next: operation-removed
export class QuietRooms implements Pick<RoomsClient, 'deleteRoom' | 'getRoom'> {
  deleteRoom: RoomsClient['deleteRoom'] = (args) => this.rooms.deleteRoom(args); // impact: operation-removed operation-removed operation-removed
  getRoom: RoomsClient['getRoom'] = (args) => this.rooms.getRoom(args);

  constructor(private readonly rooms: RoomsClient) {}
}
