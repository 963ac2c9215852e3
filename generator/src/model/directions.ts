import { type Json, reach } from '../schema/index.js';
import type { Model } from './model.js';

/** Which schemas travel which way; one may travel both, or, where no operation has it, none. */
export interface SchemaDirections {
  readonly sent: ReadonlySet<Json>;
  readonly received: ReadonlySet<Json>;
}

export function schemaDirections(model: Pick<Model, 'operations' | 'webhooks' | 'resolve'>): SchemaDirections {
  const { operations, webhooks } = model;
  return {
    sent: reach(
      operations.flatMap(({ parameters, body }) => [...parameters.map(({ schema }) => schema), body?.schema ?? true]),
      model,
    ),
    received: reach(
      [
        ...webhooks.map(({ schema }) => schema),
        ...operations.flatMap(({ replies }) =>
          replies.flatMap(({ schema, headers = [] }) => [schema ?? true, ...headers.map((header) => header.schema)]),
        ),
      ],
      model,
    ),
  };
}
