import { type Json, reach } from '../schema/index.js';
import { bodiesOf } from './bodies.js';
import type { Model } from './model.js';

/** The direction of schemas; one may be used in both, or, if no operation uses it, in none. */
export interface SchemaDirections {
  readonly sent: ReadonlySet<Json>;
  readonly received: ReadonlySet<Json>;
}

export function schemaDirections(model: Pick<Model, 'operations' | 'webhooks' | 'resolve'>): SchemaDirections {
  const { operations, webhooks } = model;
  return {
    sent: reach(
      operations.flatMap((operation) => [...operation.parameters, ...bodiesOf(operation)].map(({ schema }) => schema)),
      model,
    ),
    received: reach(
      [
        ...webhooks.map(({ schema }) => schema),
        ...operations.flatMap(({ responses }) =>
          responses.flatMap(({ schema, headers = [] }) => [schema ?? true, ...headers.map((header) => header.schema)]),
        ),
      ],
      model,
    ),
  };
}
