import type { Json } from '../load/document.js';
import type { CallExample, Operation } from '../model/model.js';
import { synthesise } from '../model/synthesise.js';
import { renderCall } from './calls.js';
import type { RenderContext } from './context.js';
import { replyDates } from './reply-dates.js';
import { successReplies } from './reply-type.js';

/** An example call, rendered once for the documentation and for the test. */
export interface RenderedExample {
  readonly example: CallExample;
  readonly call: string;
}

export interface RenderedOperation {
  readonly operation: Operation;
  readonly examples: readonly RenderedExample[];
}

export function renderExamples(context: RenderContext): RenderedOperation[] {
  return context.model.operations.map((operation) => ({
    operation,
    examples: operation.examples.map((example) => ({ example, call: renderCall(operation, example, context) })),
  }));
}

/** Where the mock server's complete reply to an operation holds date-times. */
export function completeReplyDates(operation: Operation, context: RenderContext): string[] {
  const [reply] = [...successReplies(operation)].sort((left, right) => (left.status < right.status ? -1 : 1));
  if (reply?.kind !== 'json' || reply.schema === undefined) return [];
  const value = synthesise(reply.schema, context.model, { fill: 'complete', direction: 'reply' });
  if (value === undefined) return [];
  // What a number counts only an add-on can say; without one it stays a number.
  const isInstant = (item: Json): boolean => typeof item === 'string' || context.addons.length > 0;
  return replyDates(value, reply.schema, context.resolver, isInstant);
}
