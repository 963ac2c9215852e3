import type { BodyCodec } from '../codecs.js';
import { openFile } from './files.js';
import { initOf, streamBody } from './streams.js';

/** A binary body: the bytes of one file. */
export const binary: BodyCodec = {
  async encode(body, value, place, tools) {
    const { content, type, once } = await openFile(value, place, tools);
    const isListed = body.mediaTypes?.includes(type.split(';')[0] ?? '');
    const mediaType = (isListed ? type : body.mediaType) ?? (type || 'application/octet-stream');
    if (!(content instanceof Blob)) return streamBody([content], mediaType, tools);
    return { content, mediaType, once, ...initOf(content.size, tools) };
  },
  describe: (_, value, place) => [{ name: place.argument, file: fileNameOf(value) }],
};

/** The file name that would be sent, as far as it is known without opening the file. */
export function fileNameOf(file: unknown): string {
  const { name, path } = Object(file);
  return [name, path].find((text) => typeof text === 'string' && text !== '') ?? 'file';
}
