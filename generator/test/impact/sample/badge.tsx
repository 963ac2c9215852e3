import type { BookingStatus, Room } from '@acme/rooms-types';

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
