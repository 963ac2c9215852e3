import { RoomsClient } from '@acme/rooms-client';
import { BookingRepository } from './repository.js';

/** What the code gets and asks for, with a service that is not there: the same before and after it is rewritten. */
export async function check(fetch: (url: string, body: unknown) => object): Promise<unknown> {
  const asked: unknown[] = [];
  const client = new RoomsClient({
    token: 'secret',
    baseUrl: 'https://rooms.example.com',
    fetch: async (input) => {
      const request = new Request(input);
      const text = await request.text();
      asked.push(request.method, new URL(request.url).pathname, text);
      return Response.json(fetch(request.url, text), { status: 200 });
    },
  });
  const repository = new BookingRepository(client, client);
  const booking = await repository.add('r1', { name: 'Ann' });
  const rows = await repository.rows('pending');
  const guest = await repository.moveGuest('g1', 'Eve');
  return { asked, label: repository.label(booking), rows, guest, seats: booking.room.seat_count }; // impact: property-renamed
}
