import type { BodyCodec } from '../codecs.js';
import { scalarText } from './scalar.js';

/** A text body. */
export const text: BodyCodec = {
  encode: (body, value, place) => ({
    content: scalarText(value, place),
    mediaType: body.mediaType ?? 'text/plain',
    once: false,
  }),
};
