import type { Model } from '../../model/model.js';
import { addTo } from '../../problems/index.js';
import { getString, isDateTime, namedReference, partsOf, type Schema } from '../../schema/index.js';

/** The references to schemas from which a date-time can be reached. */
export function schemasWithDates(model: Model): Set<string> {
  const leads = new Set<string>();
  const referrers = new Map<string, string[]>();
  // A set includes what is added during iteration: the targets of further references.
  const found = new Set(model.schemas.map(({ name }) => namedReference(name)));
  for (const { responses } of model.operations)
    for (const { schema } of responses) scan(schema ?? true, { refs: found });
  for (const { schema } of model.webhooks) scan(schema, { refs: found });
  for (const self of found) {
    const seen = { date: false, refs: new Set<string>() };
    scan(model.resolve(self) ?? true, seen);
    if (seen.date) leads.add(self);
    for (const ref of seen.refs) {
      found.add(ref);
      addTo(referrers, ref, self);
    }
  }
  const queue = [...leads];
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    for (const referrer of referrers.get(ref) ?? []) {
      if (leads.has(referrer)) continue;
      leads.add(referrer);
      queue.push(referrer);
    }
  }
  return leads;
}

function scan(schema: Schema, seen: { date?: boolean; readonly refs: Set<string> }): void {
  if (typeof schema === 'boolean') return;
  if (isDateTime(schema)) seen.date = true;
  const ref = getString(schema, '$ref');
  if (ref !== undefined) seen.refs.add(ref);
  for (const part of partsOf(schema)) scan(part, seen);
}
