import { bodiesOf } from '../model/bodies.js';
import type { Body } from '../model/model.js';
import { type ArgumentLayout, type BodyLayout, distinctBodies } from '../naming/index.js';
import { codeSpan } from '../render/encode.js';
import { canonical, getObject, pointerToken, withoutFields } from '../schema/index.js';
import type { Document } from './document.js';
import { pairUp } from './match.js';
import { type OperationPair, placeIn, reportAt } from './pair.js';

/** Compares the bodies that a call takes: usually one. */
export function compareBodies(pair: OperationPair): void {
  const { method, oldLayout, nextLayout } = pair;
  const [before, after] = [distinctBodies(oldLayout), distinctBodies(nextLayout)];
  const [was, is] = [before[0]?.body, after[0]?.body];
  // Fields that are parameters in the other version were moved, and are compared as such.
  if (was === undefined && after.every((body) => haveMoved(body, oldLayout))) return;
  if (is === undefined && before.every((body) => haveMoved(body, nextLayout))) return;
  if (was === undefined) {
    const rule = requiresBody(nextLayout) ? 'required-body-added' : 'body-added';
    reportAt(pair, rule, [was, is], `${method} accepts a body.`);
    return;
  }
  if (is === undefined) {
    reportAt(pair, 'body-removed', [was, is], `${method} no longer accepts a body.`);
    return;
  }
  const { pairs, removed, added } = pairUp(
    before,
    after,
    (was, is) => was.body.mediaType === is.body.mediaType,
    (was, is) => was.body.kind === is.body.kind,
    () => true,
  );
  for (const [was, is] of pairs) compareBody(pair, was, is);
  for (const { body } of removed) {
    const text = `${method} no longer accepts a body of ${codeSpan(body.mediaType)}.`;
    reportAt(pair, 'body-alternative-removed', [body, is], text, body.mediaType);
  }
  for (const { body } of added) {
    const text = `${method} also accepts a body of ${codeSpan(body.mediaType)}.`;
    reportAt(pair, 'body-alternative-added', [was, body], text, body.mediaType);
  }
}

function compareBody(pair: OperationPair, before: BodyLayout, after: BodyLayout): void {
  const { method, oldLayout, nextLayout } = pair;
  const [{ body: was }, { body: is }] = [before, after];
  if (before.kind !== after.kind) {
    const text =
      after.kind === 'argument'
        ? `The body of ${method} is now one argument, ${codeSpan(after.argument)}.`
        : `The fields of the body of ${method} are now separate arguments.`;
    reportAt(pair, 'body-argument-changed', [was, is], text);
    return;
  }
  if (after.kind === 'argument' && was.required !== is.required) {
    if (is.required) reportAt(pair, 'body-became-required', [was, is], `${method} requires a body.`);
    else reportAt(pair, 'body-became-optional', [was, is], `${method} no longer requires a body.`);
  } else if (
    !was.required &&
    is.required &&
    before.kind === 'fields' &&
    before.properties.every((one) => !one.required)
  ) {
    reportAt(pair, 'body-always-sent', [was, is], `${method} always sends a body, which may be empty.`);
  }
  if (was.mediaType === is.mediaType) compareParts(pair, before, after);
  compareMediaTypes(pair, was, is);
  // What moved between the body and the parameters is compared there.
  const moved = (layout: ArgumentLayout) => new Set(layout.parameters.map(({ argument }) => argument));
  const [old, next] = [withoutFields(was.schema, moved(nextLayout)), withoutFields(is.schema, moved(oldLayout))];
  pair.schemas.compare(old, next, placeIn(pair, 'the arguments', was, is, 'request'));
}

/** Older clients send the old media type, and files have one of several. */
function compareMediaTypes(pair: OperationPair, was: Body, is: Body): void {
  const typesOf = ({ mediaType, mediaTypes = [mediaType] }: Body) => mediaTypes;
  const accepted = bodiesOf(pair.next).flatMap(typesOf);
  const isAccepted = (type: string): boolean =>
    accepted.some((range) => range === type || range === '*/*' || range === type.replace(/\/.*/, '/*'));
  const gone = typesOf(was).filter((type) => !isAccepted(type));
  const list = gone.map(codeSpan).join(', ');
  if (gone.length === 0) return;
  if (gone.length < typesOf(was).length) {
    reportAt(pair, 'body-media-type-removed', [was, is], `${pair.method} no longer accepts ${list}.`);
  } else {
    const text = `${pair.method} sends ${typesOf(is).map(codeSpan).join(', ')}, was ${list}.`;
    reportAt(pair, 'body-media-type-changed', [was, is], text);
  }
}

/** Whether all fields of a body are parameters of another version. */
function haveMoved(body: BodyLayout, { parameters }: ArgumentLayout): boolean {
  const names = new Set(parameters.map(({ argument }) => argument));
  return body.kind === 'fields' && body.properties.every(({ name }) => names.has(name));
}

/** Compares how the fields of a form are sent (Encoding Object, OpenAPI 3.1, 4.8.15). */
function compareParts(pair: OperationPair, { body: was }: BodyLayout, after: BodyLayout): void {
  const { method, documents } = pair;
  const encodingsOf = ({ pointer, mediaType, kind }: Body, document: Document): ReadonlyMap<string, string> => {
    const media = document.at(`${pointer}/content/${pointerToken(mediaType)}`);
    const encodings = kind === 'form' || kind === 'multipart' ? (getObject(media, 'encoding') ?? {}) : {};
    return new Map(Object.entries(encodings).map(([name, encoding]) => [name, canonical(encoding)]));
  };
  const [old, next] = [encodingsOf(was, documents.old), encodingsOf(after.body, documents.next)];
  const fields = new Set(after.kind === 'fields' ? after.properties.map(({ name }) => name) : []);
  for (const name of new Set([...old.keys(), ...next.keys()])) {
    if (old.get(name) === next.get(name) || !fields.has(name)) continue;
    const text = `${codeSpan(name)} of ${method} is serialized differently.`;
    reportAt(pair, 'part-serialized', [was, after.body], text, name);
  }
}

/** Whether a call requires a value for the body. If its fields are arguments, that depends on the fields. */
function requiresBody({ body }: ArgumentLayout): boolean {
  return body?.kind === 'argument' ? body.body.required : (body?.properties.some(({ required }) => required) ?? false);
}
