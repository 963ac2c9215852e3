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
