import type { BodyCodec } from '../codecs.js';
import { fieldsOf, partOf, partTexts } from './parts.js';

/** `application/x-www-form-urlencoded` (OpenAPI 3.1, section 4.8.15). */
export const form: BodyCodec = {
  encode(body, value, place) {
    const pairs = fieldsOf(value, place).flatMap(([name, item]) => {
      const part = partOf(body, name);
      const field = { ...place, argument: name };
      if (part.encode) return part.encode({ ...part, name, in: 'query' }, item, field);
      return partTexts(part.kind, item, field).map((text) => new URLSearchParams([[name, text]]).toString());
    });
    return { content: pairs.join('&'), mediaType: 'application/x-www-form-urlencoded', once: false };
  },
};
