import type { Operation, Reply, ReplyHeader } from './model.js';

/**
 * The responses that a call throws as an error, including `default`: that is the response of all statuses that are not listed.
 */
export function errorReplies({ replies }: Pick<Operation, 'replies'>): readonly Reply[] {
  return replies.filter(({ success, status }) => !success || status === 'default');
}

/** The headers of successful responses: required if all of several responses have them. */
export function successHeaders({ replies }: Pick<Operation, 'replies'>): readonly ReplyHeader[] {
  const good = replies.filter(({ success }) => success);
  const byName = new Map<string, ReplyHeader>();
  for (const header of good.flatMap(({ headers = [] }) => headers)) {
    const name = header.name.toLowerCase();
    const isEverywhere = good.every(({ headers = [] }) =>
      headers.some((one) => one.name.toLowerCase() === name && one.required),
    );
    if (!byName.has(name)) byName.set(name, { ...header, required: isEverywhere });
  }
  return [...byName.values()];
}
