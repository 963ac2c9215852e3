export { RoomsClient } from '@acme/rooms-client';
export * from '@acme/rooms-types';
