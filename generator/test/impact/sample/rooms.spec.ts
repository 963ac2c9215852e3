import assert from 'node:assert';
import { RoomsClient } from '@acme/rooms-client';
import type { Room } from '@acme/rooms-types';
import { expect, jest, spyOn, test } from 'test-kit';
import { BookingRepository } from './repository.js';

const room = {
  id: 'r1',
  name: 'Hall',
  state: 'in_repair', // impact: enum-value-removed
  seat_count: 3, // impact: property-renamed
  beds: 0, // impact: property-removed
  notes: '',
  rating: 4,
  owner: { name: 'Eve', beds: 2 },
} satisfies Room;

test('reads rooms', async () => {
  const client = new RoomsClient({ token: 'secret', baseUrl: 'https://rooms.example.com' });
  spyOn(client, 'createBooking').mockResolvedValue({}); // impact: operation-renamed
  const fake = { createBooking: async () => room, listBookings: () => [] } as unknown as RoomsClient; // impact: operation-renamed
  const repository = new BookingRepository(fake, client);
  const found: Room = await client.getRoom({ room_id: 'r1' });
  expect(found.state).toBe('in_repair'); // impact: enum-value-removed
  assert.equal(found.state, 'in_repair'); // impact: enum-value-removed
  console.log(found, 'seat_count');
  expect(found).toEqual({ ...room, seat_count: 3 }); // impact: property-renamed
  expect(found).toEqual({ state: 'in_repair', seat_count: 3 } as unknown); // impact: enum-value-removed property-renamed
  expect(found).toHaveProperty('seat_count'); // impact: property-renamed
  expect(repository.status).toBe('canceled'); // impact: enum-value-removed
  expect(client.createBooking).toHaveBeenCalledWith({ room_id: 'r1', guest: { name: 'Ann' } }); // impact: operation-renamed
});

jest.mock('@acme/rooms-client', () => ({
  createBooking: () => room, // impact: operation-renamed
  getRoom: () => room,
}));
