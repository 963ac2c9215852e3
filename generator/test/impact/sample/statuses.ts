import type { Booking, BookingStatus, BookingStatusInput, Room, UpdateRoomArguments } from '@acme/rooms-types';

const CLOSED: ReadonlySet<BookingStatus> = new Set(['canceled', 'pending']); // impact: enum-value-removed
const RANK = { pending: 1, confirmed: 2, canceled: 3 } as const satisfies Record<BookingStatusInput, number>; // impact: enum-value-removed
const WORDS: { readonly [Status in BookingStatusInput]: string } = {
  pending: 'Waits',
  confirmed: 'Is on',
  canceled: 'Is off', // impact: enum-value-removed
};
const FIELD = 'beds' as const;

export class Filter {
  #status: BookingStatusInput | undefined;

  get status(): BookingStatusInput {
    this.#status ??= 'canceled'; // impact: enum-value-removed
    return this.#status;
  }

  takes = (booking: Booking): boolean => CLOSED.has(booking.status) && RANK.canceled < RANK[this.status]; // impact: enum-value-removed
}

export const off = (): string => `${WORDS.canceled} ${WORDS['canceled']} ${RANK['canceled']}`; // impact: enum-value-removed enum-value-removed enum-value-removed
export const bedsOf = ({ [FIELD]: beds = 0 }: Room): number => beds; // impact: property-removed
export const changeable: readonly (keyof UpdateRoomArguments)[] = ['name', 'beds']; // impact: property-removed
export type Columns = Exclude<keyof Room, 'seat_count'>; // impact: property-renamed
export interface PlainBooking extends Omit<Booking, 'coupon'> {} // impact: property-removed

const pluck = <T, Key extends keyof T>(all: readonly T[], key: Key): T[Key][] => all.map((one) => one[key]);
export const seats = (rooms: readonly Room[]): number[] => pluck(rooms, 'seat_count'); // impact: property-renamed
export const isStillOff = ({ status }: Booking): boolean => structuredClone(status) === 'canceled'; // impact: enum-value-removed
export const isOff = (text: string): boolean => (JSON.parse(text) as BookingStatus) === 'canceled'; // impact: enum-value-removed

/** Patterns in lists and loops, with defaults. */
export function seatsIn(rooms: readonly Room[], booking: Booking): unknown[] {
  const [{ seat_count: first = 1 }] = rooms; // impact: property-renamed
  const [{ seat_count: second, state: third } = { seat_count: 2, state: 'in_repair' }] = rooms; // impact: property-renamed property-renamed enum-value-removed
  const [state = 'in_repair'] = rooms.map((room) => room.state); // impact: enum-value-removed
  let seat_count = 0;
  [{ seat_count }] = rooms; // impact: property-renamed
  ({
    room: { seat_count }, // impact: property-renamed
  } = booking);
  for ({ seat_count = 3 } of rooms) if (seat_count > first) return [state]; // impact: property-renamed
  return [second, third, seat_count];
}

type Payment = 'canceled' | 'paid';
type Part = 'in_repair' | 'new';
type Pair = readonly [Part, Room['state']];
type Seen = ReadonlySet<Room['state']>;
type ReadBeds = () => Room['beds']; // impact: property-removed
type ReadNotes = () => Room['notes']; // impact: null-allowed

/** Lists of values, of which some are of the packages. */
export function areOff(all: ReadonlyMap<Payment, BookingStatus>, [part, state]: Pair, seen: Seen): boolean {
  const [first] = seen;
  for (const [payment, status] of all) if (payment === 'canceled' && status === 'canceled') return true; // impact: enum-value-removed
  if (part === 'in_repair' || first === 'in_repair') return true; // impact: enum-value-removed
  return state === 'in_repair'; // impact: enum-value-removed
}

export function mayBeOff(all: Map<Payment, BookingStatus>, pair: Pair): boolean {
  all.forEach((status, payment) => {
    if (payment === 'canceled') all.set('canceled', status);
  });
  if (all.has('canceled') && all.get('canceled') === 'canceled') return true; // impact: enum-value-removed
  return pair[0] === 'in_repair' || pair[1] === 'in_repair'; // impact: enum-value-removed
}

/** Functions that return values of the packages. */
export const valuesOf = (beds: ReadBeds, notes: ReadNotes): unknown[] => [beds(), notes()];
interface Codec {
  readonly parse: (text: string) => BookingStatus;
}
export const parsed = ({ parse }: Codec): BookingStatus => parse('canceled');
