import type { RoomsClient } from '@acme/rooms-client';
import type * as Types from '@acme/rooms-types';
import type {
  Booking,
  BookingStatus,
  BookingStatusInput,
  Guest as Person, // impact: type-renamed
  UpdateRoomArguments,
} from '@acme/rooms-types';

type Client = Pick<RoomsClient, 'createBooking' | 'listBookings'>; // impact: operation-renamed
type Result = Awaited<ReturnType<RoomsClient['createBooking']>>; // impact: operation-renamed

interface Row {
  readonly id: string;
  readonly status: BookingStatus;
  readonly beds: number | undefined;
}

export class BookingRepository {
  readonly #client: Client;
  status: BookingStatus = 'canceled'; // impact: enum-value-removed

  constructor(
    client: Client,
    private readonly all: RoomsClient,
  ) {
    this.#client = client;
  }

  // impact next: type-split
  async add(room_id: string, guest: Person): Promise<Result> {
    return this.#client.createBooking({ room_id, guest, nights: 1 }); // impact: operation-renamed required-property-added
  }

  // impact next: type-renamed type-split
  async addAll(guests: readonly Types.Guest[]): Promise<Result[]> {
    return Promise.all(guests.map((guest) => this.all.createBooking({ room_id: 'r1', guest }))); // impact: operation-renamed required-property-added
  }

  async rows(status: BookingStatusInput): Promise<readonly Row[]> {
    const { bookings } = await this.#client.listBookings({ status }); // impact: required-parameter-added
    return bookings.map((booking) => ({
      id: booking.id,
      status: booking.status,
      beds: booking.room.beds, // impact: property-removed
    }));
  }

  async rename(id: string, name: string): Promise<void> {
    const change: UpdateRoomArguments = { room_id: id, name };
    change.beds = 3; // impact: property-removed
    change.state = 'in_repair'; // impact: enum-value-removed
    await this.all.updateRoom(change);
    const base = { name, seat_count: 3 }; // impact: property-renamed
    await this.all.createRoom({ ...base });
    await this.all['deleteRoom']({ room_id: id }); // impact: operation-removed
  }

  label(booking: Booking): string {
    switch (booking.status) {
      case 'pending':
        return 'waits';
      case 'canceled': // impact: enum-value-removed
        return 'off';
      default:
        return booking.coupon?.code ?? booking.status; // impact: property-removed
    }
  }

  // impact next: type-split
  async moveGuest(guest_id: string, name: string): Promise<Person> {
    const changed = await this.all.replaceGuest({ guest_id, name, email: `${name}@example.com` }); // impact: body-argument-changed
    return changed;
  }
}
