import type { JsonObject } from '../../src/schema/index.js';
import { buildings } from './buildings.js';
import { content, object, ref, reply, type ServiceVersion } from './shapes.js';

const text = (description: string): JsonObject => ({ type: 'string', description });

/** A service that lets rooms. */
export function service(version: ServiceVersion): JsonObject {
  const isOld = version === 'old';
  const isNew = version === 'new';
  const either = (was: string, is: string): string => (isOld ? was : is);
  const only = (fields: JsonObject): JsonObject => (isNew ? {} : fields);
  const roomId = { name: 'room_id', in: 'path', required: true, schema: { type: 'string' } };
  const states = ['open', 'closed', either('in_repair', 'under_repair')];
  const failed = { 404: reply(ref('Problem')) };
  const { paths, schemas, webhooks } = buildings(version);
  return {
    openapi: '3.1.0',
    info: { title: 'Rooms', version: isOld ? '1.0.0' : '2.0.0' },
    ...only({ servers: [{ url: 'https://rooms.example.com' }] }),
    security: [{ token: [] }],
    webhooks,
    paths: {
      ...paths,
      '/rooms': {
        get: {
          operationId: 'listRooms',
          parameters: [
            {
              name: either('city', 'city_name'),
              in: 'query',
              description: 'Where the rooms are.',
              schema: { type: 'string' },
            },
            ...(isNew ? [] : [{ name: 'floor', in: 'query', schema: { type: 'integer' } }]),
            { name: 'state', in: 'query', schema: { type: 'string', enum: states } },
            { name: 'cursor', in: 'query', schema: { type: 'string' } },
          ],
          responses: { 200: reply(ref('RoomList')) },
        },
        post: {
          operationId: 'createRoom',
          requestBody: { required: true, ...content(ref('RoomRequest')) },
          responses: { 201: reply(ref('Room')), ...failed },
        },
      },
      '/rooms/search': {
        post: {
          operationId: 'searchRooms',
          requestBody: {
            required: true,
            ...content(
              object({
                filter: object({
                  [either('min_seats', 'minimum_seats')]: { type: 'integer', description: 'At least so many.' },
                  ...only({ smoking: { type: 'boolean' } }),
                }),
                sort: {
                  type: 'array',
                  items: object(
                    {
                      field: { type: 'string', maxLength: isNew ? 4 : 40 },
                      [either('order', 'sort_order')]: text('Up or down.'),
                    },
                    ['field'],
                  ),
                },
              }),
            ),
          },
          responses: { 200: reply(ref('RoomList')) },
        },
      },
      '/rooms/{room_id}': {
        get: { operationId: 'getRoom', parameters: [roomId], responses: { 200: reply(ref('Room')), ...failed } },
        patch: {
          operationId: 'updateRoom',
          parameters: [roomId],
          requestBody: {
            required: true,
            ...content(
              object(
                {
                  name: { type: 'string' },
                  state: { type: 'string', enum: states },
                  ...only({ beds: { type: 'integer' } }),
                },
                isNew ? ['name'] : [],
              ),
            ),
          },
          responses: { 200: reply(ref('Room')) },
        },
        ...only({
          delete: { operationId: 'deleteRoom', parameters: [roomId], responses: { 204: { description: 'Gone.' } } },
        }),
      },
      '/rooms/{room_id}/tariff': {
        put: {
          operationId: 'setTariff',
          parameters: [roomId],
          security: isNew ? [{ token: [] }] : [{ token: [] }, { key: [] }],
          requestBody: { required: true, ...content(ref('Tariff')) },
          responses: { 204: { description: 'Set.' } },
        },
      },
      '/bookings': {
        get: {
          operationId: 'listBookings',
          parameters: [
            ...(isNew ? [{ name: 'account', in: 'query', required: true, schema: { type: 'string' } }] : []),
            { name: 'status', in: 'query', schema: ref('BookingStatus') },
          ],
          responses: { 200: reply(object({ bookings: { type: 'array', items: ref('Booking') } }, ['bookings'])) },
        },
        post: {
          operationId: either('createBooking', 'bookRoom'),
          requestBody: {
            required: true,
            ...content(
              object(
                {
                  room_id: { type: 'string' },
                  guest: ref(either('Guest', 'Visitor')),
                  nights: { type: 'integer' },
                  ...(isNew ? { consent: { type: 'boolean' } } : {}),
                },
                ['room_id', 'guest', ...(isNew ? ['consent'] : [])],
              ),
            ),
          },
          responses: { 201: reply(ref('Booking')) },
        },
      },
      '/guests': {
        get: {
          operationId: 'listGuests',
          parameters: [{ name: 'next', in: 'query', schema: { type: 'string' } }],
          responses: {
            200: reply(
              object(
                {
                  guests: { type: 'array', items: ref(either('Guest', 'Visitor')) },
                  ...only({ next: { type: 'string' } }),
                },
                ['guests'],
              ),
            ),
          },
        },
      },
      '/guests/{guest_id}': {
        put: {
          operationId: 'replaceGuest',
          parameters: [
            { name: 'guest_id', in: 'path', required: true, schema: { type: 'string' } },
            // A clash of names puts the body under `body`.
            ...(isOld ? [] : [{ name: 'email', in: 'query', schema: { type: 'boolean' } }]),
          ],
          requestBody: {
            required: true,
            ...content(object({ name: { type: 'string' }, email: { type: 'string' } }, ['name'])),
          },
          responses: { 200: reply(ref(either('Guest', 'Visitor'))) },
        },
      },
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        [either('stamp', 'seal')]: { type: 'apiKey', in: 'header', name: 'X-Stamp' },
        badge: { type: 'apiKey', in: 'header', name: isNew ? 'X-Badge-Id' : 'X-Badge' },
        ...only({ key: { type: 'apiKey', in: 'header', name: 'X-Key' } }),
      },
      schemas: {
        ...schemas,
        RoomList: object({ rooms: { type: 'array', items: ref('Room') }, cursor: { type: 'string' } }, ['rooms']),
        Room: object(
          {
            id: { type: 'string' },
            name: { type: 'string' },
            state: { type: 'string', enum: states },
            view: { type: 'string', enum: ['sea', 'city', isNew ? 'garden' : 'closed'] },
            [either('seat_count', 'seats_count')]: { type: 'integer', description: 'How many may sit.' },
            ...only({ beds: { type: 'integer' } }),
            notes: isNew ? { type: ['string', 'null'] } : { type: 'string' },
            rating: { type: 'number' },
            owner: ref('Owner'),
          },
          ['id', 'name', 'state', either('seat_count', 'seats_count'), 'notes', ...(isNew ? [] : ['rating']), 'owner'],
        ),
        RoomRequest: object(
          {
            name: { type: 'string' },
            [either('seat_count', 'seats_count')]: { type: 'integer', description: 'How many may sit.' },
            size: { type: 'string', enum: ['small', ...(isNew ? ['larger', 'largest'] : ['large'])] },
            ...only({ beds: { type: 'integer' } }),
          },
          ['name'],
        ),
        Tariff: object(
          {
            price: { type: 'number' },
            currency: { type: 'string' },
            days: { type: 'array', items: { type: 'string', default: isNew ? 'monday' : 'sunday' } },
          },
          ['price', ...(isNew ? ['currency'] : [])],
        ),
        Note: { type: isNew ? ['string', 'null'] : 'string' },
        Remark: ref('Note'),
        Owner: object({ name: { type: 'string' }, beds: { type: 'integer' }, remark: ref('Remark') }, ['name']),
        [either('Guest', 'Visitor')]: object(
          {
            name: { type: 'string' },
            email: { type: 'string' },
            ...(isNew ? { rank: { type: 'string', enum: ['gold', 'plain'] } } : {}),
          },
          ['name'],
        ),
        BookingStatus: { type: 'string', enum: ['pending', 'confirmed', either('canceled', 'cancelled')] },
        Booking: object(
          {
            id: { type: 'string' },
            room: ref('Room'),
            guest: ref(either('Guest', 'Visitor')),
            status: ref('BookingStatus'),
            ...only({ coupon: ref('Coupon') }),
            // Responses open the enum in it, so that requests get a separate type.
            ...(isOld ? {} : { wish: ref('RoomRequest') }),
          },
          ['id', 'room', 'guest', 'status'],
        ),
        ...only({ Coupon: object({ code: { type: 'string' } }, ['code']) }),
        Problem: object(
          { code: { type: 'integer' }, message: { type: 'string' }, ...only({ hint: { type: 'string' } }) },
          ['code', 'message', ...(isNew ? [] : ['hint'])],
        ),
      },
    },
  };
}
