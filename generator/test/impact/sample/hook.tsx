import type { RoomsClient } from '@acme/rooms-client';
import type { BookingStatus, Room } from '@acme/rooms-types';
import { useEffect, useMemo, useState } from 'react';

const LABELS: Record<BookingStatus, string> = {
  pending: 'Waits',
  confirmed: 'Is on',
  canceled: 'Is off', // impact: enum-value-removed
};

type State = Room['state'];
const REPAIR: State = 'in_repair'; // impact: enum-value-removed

export function useRooms(client: RoomsClient, city: string) {
  const [rooms, setRooms] = useState<readonly Room[]>([]);
  const [status, setStatus] = useState<BookingStatus>('pending');
  const [state, setState] = useState<Room['state']>('open');
  useEffect(() => {
    client.listRooms({ city }).then((list) => setRooms(list.rooms)); // impact: parameter-renamed
    setState('in_repair'); // impact: enum-value-removed
    setStatus('canceled'); // impact: enum-value-removed
  }, [client, city]);
  const seats = useMemo(() => rooms.map(({ seat_count }) => seat_count), [rooms]); // impact: property-renamed
  const broken = rooms.filter((room) => ['in_repair', 'closed'].includes(room.state)); // impact: enum-value-removed
  const best = rooms.toSorted((one, other) => one.rating - other.rating)[0]; // impact: property-became-optional property-became-optional
  return { state, seats, broken, best, label: LABELS[status], isRepaired: (state: State) => state !== REPAIR };
}
