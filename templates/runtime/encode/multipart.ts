import type { BodyCodec, ExplainedPart } from '../codecs.js';
import type { Body } from '../operation.js';
import { fileNameOf } from './binary.js';
import { isBytes, openFile } from './files.js';
import { fieldsOf, itemsOf, partKind, partTexts } from './parts.js';
import type { Place } from './place.js';

/** One part before its file, if it is one, is opened. */
type Part = { readonly name: string; readonly place: Place } & ({ readonly text: string } | { readonly file: unknown });

/** `multipart/form-data`, as OpenAPI 3.1, section 4.8.15 has it. The platform adds the boundary. */
export const multipart: BodyCodec = {
  async encode(body, value, place, tools) {
    const content = new FormData();
    let once = false;
    for (const part of partsOf(body, value, place)) {
      if ('text' in part) {
        content.append(part.name, part.text);
        continue;
      }
      const { blob, name, streamed } = await openFile(part.file, part.place, tools);
      content.append(part.name, blob, name);
      once ||= streamed;
    }
    return { content, once };
  },
  describe: (body, value, place) =>
    partsOf(body, value, place).map(
      (part): ExplainedPart =>
        'text' in part ? { name: part.name, text: part.text } : { name: part.name, file: fileNameOf(part.file) },
    ),
};

function partsOf(body: Body, value: unknown, place: Place): Part[] {
  return fieldsOf(value, place).flatMap(([name, item]): Part[] => {
    const inner = { ...place, argument: name };
    const kind = partKind(body, name) ?? (isBytes(item) ? 'file' : undefined);
    if (kind === 'file') return [{ name, place: inner, file: item }];
    if (kind === 'files') return itemsOf(item, inner).map((file) => ({ name, place: inner, file }));
    return partTexts(kind, item, inner).map((text) => ({ name, place: inner, text }));
  });
}
