import type { Schema } from '../../schema/index.js';
import { isReadOnly, isWriteOnly } from '../../schema/index.js';
import type { Place } from '../place.js';
import type { Report } from '../report.js';
import type { SchemaWalk } from './walk.js';

/** Compares whether a field must be given, and whether it is always there. */
export function compareRequired(
  old: { readonly schema: Schema; readonly required: boolean },
  next: { readonly schema: Schema; readonly required: boolean },
  field: Place,
  walk: SchemaWalk,
): void {
  // A field that is only read is not demanded of a request, nor one that is only written of a reply.
  const sent = [
    old.required && !isReadOnly(old.schema, walk.old),
    next.required && !isReadOnly(next.schema, walk.next),
  ] as const;
  const received = [
    old.required && !isWriteOnly(old.schema, walk.old),
    next.required && !isWriteOnly(next.schema, walk.next),
  ] as const;
  const inRequest = { ...field, ways: { request: field.ways.request, reply: false } };
  const inReply = { ...field, ways: { request: false, reply: field.ways.reply } };
  if (sent[0] === received[0] && sent[1] === received[1]) reportRequired(...sent, field, walk.report);
  else {
    if (field.ways.request) reportRequired(...sent, inRequest, walk.report);
    if (field.ways.reply) reportRequired(...received, inReply, walk.report);
  }
}

function reportRequired(was: boolean, is: boolean, field: Place, report: Report): void {
  const sentOnly = field.ways.request && !field.ways.reply;
  if (!was && is) {
    report.schema(
      'property-became-required',
      field,
      sentOnly || field.ways.request ? 'must be given' : 'is always there',
    );
  } else if (was && !is) {
    report.schema('property-became-optional', field, sentOnly ? 'may be left out' : 'may be missing');
  }
}
