import { RoomsClient } from '@acme/rooms-client';
import { createFake } from '@acme/rooms-client/testing';
import { expect, jest, mock, test } from 'test-kit';

jest.mock('@acme/rooms-client', () => ({
  RoomsClient: jest.fn(() => ({ createBooking: jest.fn(() => 1) })), // impact: operation-renamed
}));

mock.module('@acme/rooms-client/operations', () => ({ createBooking: () => 1 })); // impact: operation-renamed

test('books', async () => {
  const fake = createFake();
  const client = new RoomsClient({ token: 'secret', baseUrl: 'https://rooms.example.com', fetch: fake.fetch });
  fake.on('createBooking', fake.make('Booking', { status: 'canceled' })); // impact: operation-renamed enum-value-removed
  fake.on('createRoom', ({ args }) => fake.make('Room', { beds: args.beds ?? 0 })); // impact: property-removed property-removed
  fake.on('getRoom', { ...fake.make('Room'), seat_count: 3 }); // impact: property-renamed
  const guest = fake.make('Guest'); // impact: type-renamed
  expect(fake.calls('createBooking')).toEqual([{ room_id: 'r1', guest }]); // impact: operation-renamed
  expect(fake.calls('createRoom')[0]).toMatchObject({ seat_count: 3 }); // impact: property-renamed
  expect([await client.getRoom({ room_id: 'r1' })]).toEqual([{ id: 'r1', seat_count: 3 }]); // impact: property-renamed
  await expect(client.getRoom({ room_id: 'r1' })).resolves.toHaveProperty('seat_count'); // impact: property-renamed
});
