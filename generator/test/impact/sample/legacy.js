/**
 * @param {import('@acme/rooms-types').Room} room
 * @param {import('@acme/rooms-types').Guest} guest // impact: type-renamed type-split
 */
export function describe(room, guest) {
  return `${guest.name}: ${room.seat_count}`; // impact: property-renamed
}

/** @param {readonly string[]} states */
function lastOf(states) {
  if (states.length === 0) return 'open';
  /** @type {string} */
  const last = lastOf(states.slice(1));
  return last;
}

/** @param {readonly string[]} states */
export const isLast = (states) => lastOf(states) === 'in_repair';
