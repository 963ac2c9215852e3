import type { BodyKind, Part } from '../../model/model.js';
import type { BodyLayout } from '../../naming/index.js';
import { objectLiteral, stringLiteral } from '../encode.js';

const standardMediaTypes = new Map([
  ['json', 'application/json'],
  ['multipart', 'multipart/form-data'],
  ['form', 'application/x-www-form-urlencoded'],
  ['text', 'text/plain'],
  ['binary', 'application/octet-stream'],
]);

const sendableMediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** The request options of the runtime (`options.ts`): as arguments they are rejected. */
const requestOptions = new Set(['timeout', 'totalTimeout', 'headers', 'retry', 'maxResponseBytes', 'signal']);

/** @param isChoice whether the fields select one of several bodies */
export function bodyData(layout: BodyLayout, isChoice: boolean): string {
  const { body } = layout;
  const entries: [string, string][] = [['kind', stringLiteral(body.kind)]];
  // A range such as `image/*` cannot be sent: the type of the file is.
  const isConcrete = !body.mediaType.includes('*');
  // The type of the file is sent, unless the spec requires another one.
  if (isConcrete && (body.kind === 'binary' || body.mediaType !== standardMediaTypes.get(body.kind))) {
    entries.push(['mediaType', stringLiteral(body.mediaType)]);
  }
  if (body.mediaTypes) entries.push(['mediaTypes', textList(body.mediaTypes)]);
  if (layout.kind === 'argument') entries.push(['argument', stringLiteral(layout.argument)]);
  else if (isChoice) entries.push(['fields', textList(layout.properties.map(({ name }) => name))]);
  const named = layout.kind === 'fields' ? layout.properties.filter(({ name }) => requestOptions.has(name)) : [];
  if (named.length > 0) entries.push(['optionFields', textList(named.map(({ name }) => name))]);
  if (body.required) entries.push(['required', 'true']);
  const parts = body.parts.flatMap((part) => {
    const data = partData(part, body.kind);
    return data === undefined ? [] : [[part.name, data] as const];
  });
  if (parts.length > 0) entries.push(['parts', objectLiteral(parts)]);
  return objectLiteral(entries);
}

export function textList(texts: readonly string[]): string {
  return `[${texts.map(stringLiteral).join(', ')}]`;
}

/** A part as runtime data: its kind alone, or with its other properties. */
function partData({ kind, repeated, contentType, headers, style }: Part, bodyKind: BodyKind): string | undefined {
  if (style) {
    return objectLiteral([
      ...(style.style === 'form' ? [] : [['style', stringLiteral(style.style)] as const]),
      ['explode', String(style.explode)],
      ...(style.allowReserved ? [['allowReserved', 'true'] as const] : []),
      ['encode', 'runtime.encodeQuery'],
    ]);
  }
  const single = kind === 'text' ? undefined : kind;
  const name = repeated === 'either' ? 'fileOrFiles' : repeated ? `${kind}s` : single;
  const type = bodyKind === 'multipart' ? partType(kind, contentType) : undefined;
  if (type === undefined && headers === undefined) return name === undefined ? undefined : stringLiteral(name);
  return objectLiteral([
    ...(name === undefined ? [] : [['kind', stringLiteral(name)] as const]),
    ...(type === undefined ? [] : [['type', stringLiteral(type)] as const]),
    ...(headers
      ? [['headers', objectLiteral(Object.entries(headers).map(([key, text]) => [key, stringLiteral(text)]))] as const]
      : []),
  ]);
}

/** The type of a part, if it is not the default of its kind; a file's own type takes precedence. */
function partType(kind: Part['kind'], contentType = ''): string | undefined {
  const type = contentType
    .split(',')
    .map((one) => one.trim())
    .find((one) => sendableMediaType.test(one.replace(/;.*/, '')) && !one.includes('*'));
  const usual = kind === 'json' ? 'application/json' : kind === 'file' ? 'application/octet-stream' : undefined;
  return type === usual ? undefined : type;
}
