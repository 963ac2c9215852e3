import type { Codecs } from '../codecs.js';
import type { HeaderReading } from '../operation.js';
import { parseDate } from './decode.js';

/**
 * Parses the response headers that are defined in the spec and present. A value that does not match its type is returned as a
 * string.
 */
export const readHeaders: NonNullable<Codecs['headers']> = (headers, readings) => {
  const found: Record<string, unknown> = Object.create(null);
  for (const [name, reading] of Object.entries(readings)) {
    const text = headers.get(name);
    if (text === null) continue;
    if (typeof reading === 'string') found[name] = readText(text, reading);
    else found[name] = text.split(',').map((item) => readText(item.trim(), reading[0] ?? 'text'));
  }
  return found;
};

function readText(text: string, reading: HeaderReading): unknown {
  if (reading === 'number') return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
  if (reading === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  if (reading === 'date') return parseDate(text) ?? text;
  if (reading === 'text') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
