import type { BodyCodec, BodyTools, ExplainedPart } from '../codecs.js';
import type { Body } from '../operation.js';
import { fileNameOf } from './binary.js';
import type { EncodedBody } from './body.js';
import { isBytes, type OpenFile, openFile } from './files.js';
import { fieldsOf, itemsOf, partKind, partTexts } from './parts.js';
import type { Place } from './place.js';
import { initOf, streamBody } from './streams.js';

/** One part before its file, if it is one, is opened. */
type Part = { readonly name: string; readonly place: Place } & ({ readonly text: string } | { readonly file: unknown });

/** One part that can be sent. */
type OpenPart = { readonly name: string } & ({ readonly text: string } | { readonly file: OpenFile });

/** `multipart/form-data`, as OpenAPI 3.1, section 4.8.15 has it. */
export const multipart: BodyCodec = {
  async encode(body, value, place, tools) {
    // All streams are taken before the first is read: what fails stops them all.
    const parts = await Promise.all(
      partsOf(body, value, place).map(async (part) =>
        'text' in part ? part : { name: part.name, file: await openFile(part.file, part.place, tools) },
      ),
    );
    if (parts.some((part) => 'file' in part && !(part.file.content instanceof Blob))) return streamForm(parts, tools);
    const content = new FormData();
    let size = 0;
    for (const part of parts) {
      if ('text' in part) content.append(part.name, part.text);
      else if (part.file.content instanceof Blob) {
        content.append(part.name, part.file.content, part.file.name);
        size += part.file.content.size;
      }
    }
    return { content, once: parts.some((part) => 'file' in part && part.file.once), ...initOf(size, tools) };
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

/** The same bytes as `FormData` has on the wire (HTML Standard, "multipart form data"), with a boundary that no file holds by chance. */
function streamForm(parts: readonly OpenPart[], tools: BodyTools): EncodedBody {
  const boundary = `form-data-${crypto.randomUUID()}`;
  const pieces = parts.flatMap((part) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(lines(part.name))}"`;
    if ('text' in part) return [new Blob([`${head}\r\n\r\n${lines(part.text)}\r\n`])];
    const { name, type, content } = part.file;
    const fileHead = `${head}; filename="${quoted(name)}"\r\nContent-Type: ${mediaType(type)}\r\n\r\n`;
    return [new Blob([fileHead]), content, new Blob(['\r\n'])];
  });
  pieces.push(new Blob([`--${boundary}--\r\n`]));
  return streamBody(pieces, `multipart/form-data; boundary=${boundary}`, tools);
}

function lines(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

function quoted(text: string): string {
  return text.replace(/[\r\n"]/g, encodeURIComponent);
}

/** A type that would break out of its line is none. */
function mediaType(type: string): string {
  return /^[\x20-\x7e]+$/.test(type) ? type : 'application/octet-stream';
}
