import type { BodyCodec, BodyTools, ExplainedPart } from '../codecs.js';
import type { Body, Part } from '../operation.js';
import { fileNameOf } from './binary.js';
import type { EncodedBody } from './body.js';
import { isFile, type OpenFile, openFile } from './files.js';
import { fieldsOf, itemsOf, partOf, partTexts } from './parts.js';
import type { Place } from './place.js';
import { initOf, streamBody } from './streams.js';

interface NamedPart extends Pick<Part, 'type' | 'headers'> {
  readonly name: string;
}

/** A part whose file is not opened yet. */
type ClosedPart = NamedPart & { readonly place: Place } & ({ readonly text: string } | { readonly file: unknown });

/** A part that is ready to be sent. */
type OpenPart = NamedPart & ({ readonly text: string } | { readonly file: OpenFile });

/** `multipart/form-data` and other multipart types (OpenAPI 3.1, section 4.8.15). */
export const multipart: BodyCodec = {
  async encode(body, value, place, tools) {
    // All streams are locked before the first one is read, so that a failure cancels them all.
    const parts = await Promise.all(
      partsOf(body, value, place).map(
        async (part): Promise<OpenPart> =>
          'text' in part ? part : { ...part, file: await openFile(part.file, part.place, tools) },
      ),
    );
    return writeForm(parts, body.mediaType ?? 'multipart/form-data', tools);
  },
  describe: (body, value, place) =>
    partsOf(body, value, place).map(
      (part): ExplainedPart =>
        'text' in part ? { name: part.name, text: part.text } : { name: part.name, file: fileNameOf(part.file) },
    ),
};

function partsOf(body: Body, value: unknown, place: Place): ClosedPart[] {
  return fieldsOf(value, place).flatMap(([name, item]): ClosedPart[] => {
    const part = partOf(body, name);
    const common = {
      name,
      place: { ...place, argument: name },
      ...(part.type !== undefined && { type: part.type }),
      ...(part.headers && { headers: part.headers }),
    };
    if (part.encode) {
      return part.encode({ ...part, name, in: 'query' }, item, common.place).map((pair) => {
        const [key = '', text = ''] = pair.split('=').map(decodeURIComponent);
        return { ...common, name: key, text };
      });
    }
    const { kind } = part;
    if (kind?.startsWith('file') ?? isFile(item)) {
      const files = kind === 'files' ? itemsOf(item, common.place) : [item].flat(kind === 'file' ? 0 : 1);
      return files.map((file) => ({ ...common, file }));
    }
    const type = common.type ?? (kind?.startsWith('json') ? 'application/json' : undefined);
    return partTexts(kind, item, common.place).map((text) => ({
      ...common,
      ...(type !== undefined && { type }),
      text,
    }));
  });
}

/**
 * Writes the body like `FormData` (HTML Standard, "multipart form data"), with a random boundary. `FormData` itself supports
 * neither types of text parts, nor further headers, nor streams.
 */
function writeForm(parts: readonly OpenPart[], kind: string, tools: BodyTools): EncodedBody {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16));
  const boundary = `form-data-${random.join('')}`;
  const pieces = parts.flatMap((part) => {
    const isText = 'text' in part;
    const type = isText ? part.type : mediaType(part.file.type || part.type);
    const fields = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${quoted(lines(part.name))}"${isText ? '' : `; filename="${quoted(part.file.name)}"`}`,
      ...(type === undefined ? [] : [`Content-Type: ${type}`]),
      ...Object.entries(part.headers ?? {}).map((header) => header.join(': ')),
    ];
    const head = `${fields.join('\r\n')}\r\n\r\n`;
    // Parts with a type are sent unchanged.
    if (isText) return [new Blob([head, type === undefined ? lines(part.text) : part.text, '\r\n'])];
    return [new Blob([head]), part.file.content, new Blob(['\r\n'])];
  });
  pieces.push(new Blob([`--${boundary}--\r\n`]));
  const type = `${kind}; boundary=${boundary}`;
  const whole = pieces.filter((piece) => piece instanceof Blob);
  const content = new Blob(whole);
  // Long streams have no size, and Bun's Blob omits the contents of files on disk.
  const isWhole = whole.length === pieces.length && content.size === whole.reduce((sum, { size }) => sum + size, 0);
  if (!isWhole) return streamBody(pieces, type, tools);
  return {
    content,
    mediaType: type,
    once: parts.some((part) => 'file' in part && part.file.once),
    ...initOf(content.size, tools),
  };
}

function lines(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

function quoted(text: string): string {
  return text.replace(/[\r\n"]/g, encodeURIComponent);
}

/** A media type with line breaks is ignored. */
function mediaType(type = ''): string {
  return /^[\x20-\x7e]+$/.test(type) ? type : 'application/octet-stream';
}
