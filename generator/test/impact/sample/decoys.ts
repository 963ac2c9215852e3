/** Names that are those of the packages, and nothing of them. */
export interface Room {
  readonly beds: number;
  readonly seat_count: number;
  readonly state: 'in_repair' | 'open';
}
export type Guest = { readonly notes: string };
type BookingStatus = 'canceled' | 'done';

export class ChatApi {
  deleteRoom(args: { room_id: string; beds: number }): number {
    return args.beds;
  }

  createBooking(room: Room): Room['state'] {
    return room.state === 'in_repair' ? 'open' : 'in_repair';
  }
}

export const room: Room = { beds: 1, seat_count: 2, state: 'in_repair' };
export const status: BookingStatus = 'canceled';
export const { beds, seat_count } = room;
export const call = new ChatApi().createBooking(room);
export const smoking = { smoking: true, min_seats: 3, order: 'up' };
export const guest: Guest = { notes: 'deleteRoom' };

interface Chain {
  readonly next: () => Chain['next'];
}
export const chained = (chain: Chain) => chain.next();
