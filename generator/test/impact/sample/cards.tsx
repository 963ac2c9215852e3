import type { BookingStatus, Room } from '@acme/rooms-types';
import type { Card } from './types.js';

const OFF = 'canceled'; // impact: enum-value-removed
const show = ({ room }: { readonly room: Card }): string => room.id;

export const remarkOf = (room: Room): string => room.owner.remark ?? ''; // impact: null-allowed
export const CardView = ({ id, rating }: Card) => (rating > 0 ? id : null);
export const View = ({ card }: { readonly card: Card }) => <CardView {...card} />;

/** Rooms as cards: each room becomes one where it is passed on. */
export class Cards {
  first: Card | undefined;

  constructor(readonly top: Card) {}

  with(room: Room): Cards {
    return new Cards(room); // impact: property-became-optional
  }

  add(room: Room): Card {
    this.first = room; // impact: property-became-optional
    show({ room }); // impact: property-became-optional
    const copy: Card = { ...room }; // impact: property-became-optional
    const own: Card = room; // impact: property-became-optional
    const all: readonly Card[] = [own, room]; // impact: property-became-optional
    const some: readonly Card[] = all.length > 1 ? all : [copy];
    if (some.length === 0) return room satisfies Card; // impact: property-became-optional
    const shown = room satisfies Card; // impact: property-became-optional
    console.log(shown.name);
    return room; // impact: property-became-optional
  }

  list(rooms: readonly Room[], isShort: boolean): readonly Card[] {
    return isShort ? rooms : rooms.slice(1); // impact: property-became-optional property-became-optional
  }

  views = (room: Room) => [<View card={room} />, <CardView {...room} />]; // impact: property-became-optional property-became-optional
}

// impact next: null-allowed
export function word(status: import('@acme/rooms-types').BookingStatus, { notes, view }: Room): string {
  switch (status) {
    case OFF:
      return notes === '' ? 'off' : notes;
    default:
      return view ?? status;
  }
}

interface BadgeProps {
  readonly status: BookingStatus;
  readonly state?: Room['state'];
}

export function Badge({ status, state }: BadgeProps) {
  if (state === 'in_repair') return null; // impact: enum-value-removed
  return status === 'canceled' ? null : status; // impact: enum-value-removed
}

export const Off = () => <Badge status="canceled" />; // impact: enum-value-removed
export const Broken = () => <Badge status="pending" state={'in_repair'} />; // impact: enum-value-removed
