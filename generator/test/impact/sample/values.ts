import type { RoomsClient } from '@acme/rooms-client';
import { createRoom, listBookings, type RoomsCore } from '@acme/rooms-client/operations';
import type { Room } from '@acme/rooms-types';

type State = Room['state'];
type Size = 'small' | 'large';

const BROKEN = 'in_repair'; // impact: enum-value-removed
const OFF = 'canceled'; // impact: enum-value-removed
const STARTED = 'in_repair' satisfies State; // impact: enum-value-removed
const stateOf = (room: Room) => room.state;
const lastState = (rooms: readonly Room[]) => {
  const last = rooms.at(-1);
  return last?.state ?? 'in_repair'; // impact: enum-value-removed
};

/** Watches the states of rooms. */
export class Watch {
  last: State = 'in_repair'; // impact: enum-value-removed
  readonly seen: State[] = [];
  readonly counts = new Map<State, number>();
  readonly #defaults: { size: Size };

  constructor(size: Size) {
    this.#defaults = { size };
  }

  note(room: Room, isNew: boolean, name: string): boolean {
    this.seen.push(room.state, 'in_repair'); // impact: enum-value-removed
    this.counts.set('in_repair', this.counts.get('in_repair') ?? 0); // impact: enum-value-removed enum-value-removed
    const defaults = { state: room.state, next: this.last };
    this.last = isNew ? 'in_repair' : room.state; // impact: enum-value-removed
    if ((isNew ? room.state : '') === 'in_repair' || (isNew ? '' : room.state) === 'in_repair') return false; // impact: enum-value-removed enum-value-removed
    if ((this.seen[0] ?? '') === 'in_repair' || (name || room.state) === 'in_repair') return false; // impact: enum-value-removed enum-value-removed
    return 'in_repair' === room.state || this.last === 'in_repair' || defaults.state === 'in_repair'; // impact: enum-value-removed enum-value-removed enum-value-removed
  }

  count(rooms: readonly Room[], index: number, isStrict: boolean): number {
    const states = rooms.map((room) => room.state);
    for (const state of this.seen) if (state === 'in_repair') return 0; // impact: enum-value-removed
    if (this.seen.indexOf('in_repair') >= 0 || states[index] === 'in_repair') return 1; // impact: enum-value-removed enum-value-removed
    if (rooms.some((room) => stateOf(room) === 'in_repair')) return 2; // impact: enum-value-removed
    const isOff = states.filter((state) => state !== (isStrict ? 'closed' : 'in_repair')); // impact: enum-value-removed
    return lastState(rooms) === 'in_repair' ? 0 : isOff.length; // impact: enum-value-removed
  }

  async create(core: RoomsCore, isLarge: boolean): Promise<void> {
    const { size } = this.#defaults;
    await createRoom(core, { name: 'Hall', size }); // impact: enum-value-removed
    await createRoom(core, { name: 'Hall', size: isLarge ? this.#defaults.size : 'small' }); // impact: enum-value-removed
    const cut = { name: 'Hall', size: 'large' } as const; // impact: enum-value-removed
    await createRoom(core, cut);
  }
}

interface Store {
  state(name: string): State;
  put(state: State): void;
}
// impact next: enum-value-removed
export const reset = (store: Store, state: State = 'in_repair') => {
  if (store.state('a') === 'in_repair') store.put('in_repair'); // impact: enum-value-removed enum-value-removed
  return state;
};
const loadStates = async (rooms: readonly Room[]) => rooms.map((room) => room.state);
export const anyBroken = async (rooms: readonly Room[]) => (await loadStates(rooms)).includes('in_repair'); // impact: enum-value-removed
export const halls: Record<string, State> = { first: 'in_repair' }; // impact: enum-value-removed
export const isBroken = (room: Room): boolean => room.state === BROKEN;
export const isStarted = ({ state }: Room): boolean => [STARTED, 'closed'].includes(state);
export const canceled = async (core: RoomsCore) => listBookings(core, { status: OFF }); // impact: required-parameter-added
export const found = (client: RoomsClient, city: string) => {
  const query = { city, cursor: undefined }; // impact: parameter-renamed
  return client.listRooms(query);
};

class Filter {
  readonly smoking = true;
  constructor(readonly by: 'min_seats' | 'none') {}
}
const filterBy = (by: Filter['by']): Filter => new Filter(by);
export const searches = (client: RoomsClient) => [
  client.searchRooms({ filter: new Filter('min_seats') }),
  client.searchRooms({ filter: filterBy('min_seats') }),
];
