import type { Codecs } from '../codecs.js';
import type { Body } from '../operation.js';
import { isBytes } from './files.js';
import { partOf } from './parts.js';
import { isPlainObject } from './scalar.js';
import { isStream } from './sources.js';

const usual = {
  json: 'application/json',
  multipart: 'multipart/form-data',
  form: 'application/x-www-form-urlencoded',
  text: 'text/plain',
  binary: 'application/octet-stream',
} as const;

/** Selects the body whose media type the caller set as `Content-Type`, otherwise the first one that fits the arguments. */
export const chooseBody: NonNullable<Codecs['choose']> = (
  { body, otherBodies = [], parameters = [] },
  args,
  mediaType,
) => {
  const bodies = body ? [body, ...otherBodies] : otherBodies;
  const bare = (type: string) => type.split(';')[0]?.trim().toLowerCase();
  const named = bodies.filter(
    (one) => mediaType !== undefined && bare(one.mediaType ?? usual[one.kind]) === bare(mediaType),
  );
  const places = new Set(parameters.map(({ argument, name }) => argument ?? name));
  const given = Object.entries(Object(args)).filter(([name, value]) => value !== undefined && !places.has(name));
  return named[0] ?? bodies.find((one) => fits(one, given)) ?? body;
};

function fits(body: Body, given: readonly (readonly [string, unknown])[]): boolean {
  const { kind, argument, fields } = body;
  return given.every(([name, value]) => {
    const isBinary = isFile(value);
    if (argument === undefined) {
      const isFilePart = partOf(body, name).kind?.startsWith('file');
      // A text in the place of a file is its base64, which only JSON has there.
      const isSent = isBinary
        ? kind === 'multipart' || isFilePart
        : !isFilePart || [value].flat().every((one) => typeof one !== 'string');
      return (!fields || fields.includes(name)) && isSent;
    }
    if (name !== argument) return false;
    if (kind === 'text') return typeof value === 'string';
    return kind === 'binary' ? isBinary || typeof value === 'object' : !isBinary;
  });
}

function isFile(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isFile);
  if (isBytes(value) || isStream(value)) return true;
  return isPlainObject(value) && (isBytes(value.data) || isStream(value.data));
}
