import type { Codecs } from '../codecs.js';
import type { Body } from '../operation.js';
import { isFile } from './files.js';
import { partOf } from './parts.js';

const usual = {
  json: 'application/json',
  multipart: 'multipart/form-data',
  form: 'application/x-www-form-urlencoded',
  text: 'text/plain',
  binary: 'application/octet-stream',
} as const;

/**
 * Selects the body whose media type the caller set as `Content-Type`, otherwise one that fits the arguments: JSON if there is no
 * file among them, since forms have no null.
 */
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
  const fitting = bodies.filter((one) => fits(one, given));
  const isUpload = given.some(
    ([name, value]) => Object(value) === value && bodies.some((one) => isFilePart(one, name)),
  );
  return (
    named[0] ?? fitting.find(({ kind, argument }) => !isUpload && !argument && kind === 'json') ?? fitting[0] ?? body
  );
};

function fits(body: Body, given: readonly (readonly [string, unknown])[]): boolean {
  const { kind, argument, fields } = body;
  return given.every(([name, value]) => {
    const isBinary = isFile(value);
    if (argument === undefined) {
      const isPart = isFilePart(body, name);
      // Only JSON accepts a text in place of a file: its base64.
      const isSent = isBinary
        ? kind === 'multipart' || isPart
        : !isPart || [value].flat().every((one) => typeof one !== 'string');
      return (!fields || fields.includes(name)) && isSent;
    }
    if (name !== argument) return false;
    if (kind === 'text') return typeof value === 'string';
    return kind === 'binary' ? isBinary || typeof value === 'object' : !isBinary;
  });
}

function isFilePart(body: Body, name: string): boolean | undefined {
  return partOf(body, name).kind?.startsWith('file');
}
