import type { BodyCodec } from '../codecs.js';
import { fieldsOf, partKind, partTexts } from './parts.js';
import { encodeQuery } from './query.js';

/** `application/x-www-form-urlencoded`, as OpenAPI 3.1, section 4.8.15 has it. */
export const form: BodyCodec = {
  encode(body, value, place) {
    const pairs = fieldsOf(value, place).flatMap(([name, item]) => {
      const kind = partKind(body, name);
      const field = { ...place, argument: name };
      if (kind === 'deep') return encodeQuery({ name, in: 'query', style: 'deepObject' }, item, field);
      return partTexts(kind, item, field).map((text) => new URLSearchParams([[name, text]]).toString());
    });
    return { content: pairs.join('&'), mediaType: 'application/x-www-form-urlencoded', once: false };
  },
};
