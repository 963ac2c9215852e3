import { RoomsClient, type RoomsClientOptions } from '@acme/rooms-client';
import { getRoom, isErrorOf } from '@acme/rooms-client/operations';
import type { Request, Response, Router } from 'express';
import { ChatApi } from './decoys.js';

const options: RoomsClientOptions = { token: 'secret' };
const rooms = new RoomsClient({ ...options, baseUrl: 'https://rooms.example.com' });
const chat = new ChatApi();

export function routes(router: Router): void {
  router.get('/rooms', async (request: Request, response: Response) => {
    const city = request.query.city;
    const { rooms: found, cursor } = await rooms.listRooms({
      ...(city === undefined ? {} : { city }), // impact: parameter-renamed
      floor: 2, // impact: parameter-removed
      state: 'in_repair', // impact: enum-value-removed
    });
    response.json({
      cursor,
      rooms: found.map(({ id, seat_count, beds: sleeps = 0, ...rest }) => ({ id, seat_count, sleeps, rest })), // impact: property-renamed property-removed
      seats: found.reduce((sum, room) => sum + room.seat_count, 0), // impact: property-renamed
      first: found[0]?.notes, // impact: null-allowed
    });
  });

  router.get('/rooms/:id', async (request, response) => {
    const id = request.params.id ?? '';
    try {
      const { data: room } = await rooms.getRoom({ room_id: id }).withResponse();
      if (room.state === 'in_repair') response.status(409); // impact: enum-value-removed
      response.json({ beds: room.beds, name: room.name }); // impact: property-removed
    } catch (error) {
      if (!isErrorOf(error, getRoom, 404)) throw error;
      response.status(404).json({ hint: error.body.hint, code: error.body.code }); // impact: property-removed
    }
  });

  router.post('/rooms', async (request, response) => {
    const { name, beds } = request.body;
    const room = await rooms.createRoom({
      name,
      beds, // impact: property-removed
      // The hall has its own number.
      seat_count: 12, // impact: property-renamed
    });
    response.status(201).json(room);
  });

  router.post('/rooms/:id/delete', async (request) => {
    await rooms.deleteRoom({ room_id: request.params.id ?? '' }); // impact: operation-removed
    chat.deleteRoom({ room_id: 'decoy', beds: 2 });
  });

  router.post('/search', async (_request, response) => {
    const result = await rooms.searchRooms({
      filter: {
        min_seats: 4, // impact: property-renamed
        smoking: false, // impact: property-removed
      },
      sort: [
        { field: 'name', order: 'up' }, // impact: property-renamed
        { field: 'beds' },
        { field: 'created_at' }, // impact: bound-narrowed
      ],
    });
    response.json(result.rooms.filter((room) => room.owner.beds === 2));
  });
}
