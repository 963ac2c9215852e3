import * as operations from '@acme/rooms-client/operations';
import { createBooking, listRooms, RoomsCore, deleteRoom as removeRoom } from '@acme/rooms-client/operations'; // impact: operation-renamed operation-removed
import type { CreateBookingArguments } from '@acme/rooms-types'; // impact: operation-renamed

const core = new RoomsCore({ token: 'secret' }); // impact: server-removed
const url = 'https://rooms.example.com';
export const other = new RoomsCore({ token: 'secret', baseUrl: url });

export type { CreateBookingArguments }; // impact: operation-renamed
export const [run = createBooking]: unknown[] = []; // impact: operation-renamed
export const members = { createBooking }; // impact: operation-renamed
export const either = ({ add = createBooking }: { add?: unknown }) => add; // impact: operation-renamed

type Given = Parameters<typeof createBooking>[1]; // impact: operation-renamed
const given: Given = { room_id: 'r1', guest: { name: 'Ann' } }; // impact: required-property-added

// impact next: operation-renamed
export async function book(args: CreateBookingArguments) {
  await createBooking(core, given); // impact: operation-renamed
  return createBooking(core, args); // impact: operation-renamed
}

export async function clean(room_id: string): Promise<void> {
  await removeRoom(core, { room_id }); // impact: operation-removed
  await operations.deleteRoom(core, { room_id }); // impact: operation-removed
}

export async function towns(city: string): Promise<string[]> {
  const query = { city, cursor: undefined };
  const { rooms } = await listRooms(core, city === '' ? {} : { city: query.city }); // impact: parameter-renamed
  for (const { name, notes: text } of rooms) if (text.length > name.length) return [text]; // impact: null-allowed
  return rooms.flatMap((room) => room['notes']); // impact: null-allowed
}

export async function everything(): Promise<number> {
  const { listBookings } = operations;
  const { bookings } = await listBookings(core); // impact: required-parameter-added
  return bookings.length;
}

export async function names(): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of operations.listGuests(core)) found.push(name); // impact: pagination-removed
  const call = operations.listGuests(core, {}); // impact: pagination-removed
  for await (const { name } of call) found.push(name);
  const { data: first } = await operations.listGuests(core, {}).withResponse();
  const all = await operations.listGuests(core, {}).toArray(); // impact: pagination-removed
  return [...found, ...first.guests.map(({ name }) => name), ...all.map(({ name }) => name)];
}

export const actions = { remove: removeRoom, add: createBooking }; // impact: operation-removed operation-renamed
export const bookings = (...args: Parameters<typeof operations.listBookings>) => operations.listBookings(...args);

export async function close(room_id: string, changes: { readonly name?: string }): Promise<void> {
  await operations.updateRoom(core, { room_id, state: 'closed' }); // impact: property-became-required
  const args = { room_id, ...changes };
  await operations.updateRoom(core, args); // impact: property-became-required
  await operations.updateRoom(core, { room_id, name: 'Hall' });
  await operations.updateRoom(core, JSON.parse(room_id));
}

export async function sign(room_id: string): Promise<string | undefined> {
  const { view, ...room } = await operations.getRoom(core, { room_id });
  // impact next: property-removed
  switch (room.beds) {
    case 1:
      return 'Single';
  }
  if (view === 'closed') return 'Shut'; // impact: enum-value-removed
  // impact next: enum-value-added
  switch (view) {
    case 'sea':
      return 'Waves';
    case 'city':
      return 'Lights';
  }
  return undefined;
}
