import type { RoomsClient } from '@acme/rooms-client';
import { getRoom, listRooms, paintBuilding, type RoomsCore, setCodes } from '@acme/rooms-client/operations';
import type { Booking, BookingStatus, BookingStatusInput, Guest, Room } from '@acme/rooms-types'; // impact: type-renamed

type Payment = 'canceled' | 'paid';
type State = Room['state'];
const NEXT: Record<Payment, BookingStatusInput> = { canceled: 'pending', paid: 'canceled' }; // impact: enum-value-removed
const TEXTS: Record<BookingStatusInput | 'all', string> = { pending: 'a', confirmed: 'b', canceled: 'c', all: 'd' }; // impact: enum-value-removed
const FREE: Record<string, BookingStatusInput> = { canceled: 'pending' };
export const texts = [NEXT.canceled, TEXTS.canceled, FREE.canceled, NEXT['canceled'], TEXTS['canceled']]; // impact: enum-value-removed enum-value-removed

export function inMaps(states: Map<string, State>, byState: Map<State, string>, rooms: readonly Room[]): unknown {
  for (const state of states.values()) if (state === 'in_repair') return 1; // impact: enum-value-removed
  for (const state of byState.keys()) if (state === 'in_repair') return 1; // impact: enum-value-removed
  for (const [name, state] of states.entries()) if (name === 'in_repair' || state === 'in_repair') return 2; // impact: enum-value-removed
  const all = [...states.values()];
  if (all.includes('in_repair')) return 3; // impact: enum-value-removed
  if (Array.from(states.values()).some((state) => state === 'in_repair')) return 4; // impact: enum-value-removed
  const seen = new Set(rooms.map((room) => room.state));
  if (seen.has('in_repair')) return 5; // impact: enum-value-removed
  const groups = rooms.reduce<Record<string, Room[]>>(
    (found, room) => Object.assign(found, { [room.state]: [room] }),
    {},
  );
  const isBad = (state: State) => state === 'in_repair'; // impact: enum-value-removed
  const marked = rooms
    .map(({ state }) => state)
    .filter((state) => {
      return state !== 'in_repair'; // impact: enum-value-removed
    });
  const counts = rooms.reduce((count, { state }) => count + (state === 'in_repair' ? 1 : 0), 0); // impact: enum-value-removed
  const record: Record<string, State> = {};
  const values = Object.values(record).filter((state) => state === 'in_repair'); // impact: enum-value-removed
  const entries = Object.entries(record).filter(([, state]) => state === 'in_repair'); // impact: enum-value-removed
  const sorted = rooms.toSorted((one, other) => (one.state === 'in_repair' ? 1 : other.seat_count - one.seat_count)); // impact: enum-value-removed property-renamed property-renamed
  return [groups, isBad, marked, counts, values, entries, sorted];
}

/** Generic classes, generators, default parameters. */
abstract class Repository<Entity extends { id: string }, Query extends object> {
  protected abstract fetch(query: Query): Promise<readonly Entity[]>;
  async *stream(query: Query): AsyncGenerator<Entity> {
    for (const entity of await this.fetch(query)) yield entity;
  }
}
class RoomRepository extends Repository<Room, { city?: string }> {
  constructor(private readonly core: RoomsCore) {
    super();
  }
  protected async fetch({ city }: { city?: string }): Promise<readonly Room[]> {
    const { rooms } = await listRooms(this.core, city === undefined ? {} : { city }); // impact: parameter-renamed
    return rooms;
  }
}
export async function total(core: RoomsCore, minimum = 0): Promise<number> {
  let sum = minimum;
  // impact next: property-renamed property-removed
  for await (const { seat_count, beds = 0 } of new RoomRepository(core).stream({ city: 'Rome' }))
    sum += seat_count + beds;
  return sum;
}

/** Discriminated unions of the user around those of the packages. */
type Loaded = { kind: 'ready'; room: Room } | { kind: 'failed'; error: Error };
export function describe(loaded: Loaded): string {
  switch (loaded.kind) {
    case 'failed':
      return loaded.error.message;
    case 'ready':
      return `${loaded.room.name}: ${loaded.room.beds ?? 0}`; // impact: property-removed
  }
}
type Pipe<In> = { pipe<Out>(next: (value: In) => Out): Pipe<Out>; value: In };
declare function from<In>(value: In): Pipe<In>;
export const piped = (room: Room) =>
  from(room)
    .pipe(({ state, seat_count }) => ({ state, seats: seat_count })) // impact: property-renamed
    .pipe(({ state, seats }) => (state === 'in_repair' ? 0 : seats)).value; // impact: enum-value-removed

interface Query<Data> {
  data: Data | undefined;
  isLoading: boolean;
}
declare function useQuery<Data, Selected = Data>(options: {
  queryKey: readonly unknown[];
  queryFn: () => Promise<Data>;
  select?: (data: Data) => Selected;
}): Query<Selected>;
export function useSeats(core: RoomsCore, room_id: string): number {
  const { data, isLoading } = useQuery({
    queryKey: ['room', room_id],
    queryFn: () => getRoom(core, { room_id }),
    select: (room) => room.seat_count, // impact: property-renamed
  });
  const whole = useQuery({ queryKey: ['room'], queryFn: async () => (await getRoom(core, { room_id })).owner.beds });
  const room = useQuery({ queryKey: ['x'], queryFn: () => getRoom(core, { room_id }) });
  return isLoading ? 0 : (data ?? whole.data ?? room.data?.beds ?? 0); // impact: property-removed
}
export const ACTIONS = {
  book: (client: RoomsClient, guest: Guest) => client.createBooking({ room_id: 'a', guest }), // impact: type-renamed type-split operation-renamed required-property-added
  list: (client: RoomsClient) => client.listBookings({}).then(({ bookings }) => bookings.map(({ coupon }) => coupon)), // impact: required-parameter-added property-removed
} as const;
export const bookings = async (client: RoomsClient) => (await ACTIONS.list(client)).length;
export const done = (booking: Booking | null): BookingStatus | 'none' => booking?.status ?? 'none';
export const paint = async (core: RoomsCore, building_id: string) => {
  await paintBuilding(core, { building_id }); // impact: body-always-sent
  await paintBuilding(core, { building_id, color: 'red' });
  await setCodes(core, { building_id }); // impact: body-became-required
  await setCodes(core, { building_id, body: ['a'] });
};
