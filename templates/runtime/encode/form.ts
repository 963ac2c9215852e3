import type { BodyCodec } from '../codecs.js';
import { fieldsOf, partKind, partTexts } from './parts.js';

/** `application/x-www-form-urlencoded`, as OpenAPI 3.1, section 4.8.15 has it. */
export const form: BodyCodec = {
  encode(body, value, place) {
    const fields = new URLSearchParams();
    for (const [name, item] of fieldsOf(value, place)) {
      for (const text of partTexts(partKind(body, name), item, { ...place, argument: name })) fields.append(name, text);
    }
    return { content: fields.toString(), mediaType: 'application/x-www-form-urlencoded', once: false };
  },
};
