import type { CallExample, Operation } from '../../model/model.js';
import type { RenderContext } from '../context.js';
import { renderCall } from './calls.js';

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
