import type { Body } from '../operation.js';
import { fieldsOf, itemsOf, partKind, partTexts } from './body.js';
import type { Place } from './place.js';

/** One part of form data: its text, or the name of its file. */
export interface ExplainedPart {
  readonly name: string;
  readonly text?: string;
  readonly file?: string;
}

/** The parts that a body would be sent as, without opening a file or reading a stream. */
export function describeParts(body: Body, given: { readonly value: unknown; readonly place: Place }): ExplainedPart[] {
  return fieldsOf(given.value, given.place).flatMap(([name, value]): ExplainedPart[] => {
    const place = { ...given.place, argument: name };
    const kind = partKind(body, name, value);
    if (kind !== 'file' && kind !== 'files') return partTexts(kind, value, place).map((text) => ({ name, text }));
    return (kind === 'files' ? itemsOf(value, place) : [value]).map((file) => ({ name, file: fileNameOf(file) }));
  });
}

function fileNameOf(file: unknown): string {
  if (typeof file !== 'object' || file === null) return 'file';
  for (const field of ['name', 'path']) {
    const text: unknown = Reflect.get(file, field);
    if (typeof text === 'string' && text !== '') return text;
  }
  return 'file';
}
