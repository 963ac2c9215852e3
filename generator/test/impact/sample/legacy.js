/**
 * @param {import('@acme/rooms-types').Room} room
 * @param {import('@acme/rooms-types').Guest} guest // impact: type-renamed type-split
 */
export function describe(room, guest) {
  return `${guest.name}: ${room.seat_count}`; // impact: property-renamed
}
