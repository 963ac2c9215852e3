import { isBinarySchema, isSchema, type Json, OpenEnums, reach } from '../schema/index.js';
import { bodiesOf } from './bodies.js';
import type { Model } from './model.js';

/** Keeps the result of a function for each model, which must not change any more. */
export function oncePerModel<Result>(compute: (model: Model) => Result): (model: Model) => Result {
  const results = new WeakMap<Model, Result>();
  return (model) => {
    const result = results.get(model) ?? compute(model);
    results.set(model, result);
    return result;
  };
}

/** The direction of schemas; one may be used in both, or, if no operation uses it, in none. */
export interface SchemaDirections {
  readonly sent: ReadonlySet<Json>;
  readonly received: ReadonlySet<Json>;
}

export const schemaDirections = oncePerModel((model): SchemaDirections => {
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
});

/** The open enums of received values. */
export const openEnums = oncePerModel((model) => new OpenEnums(model, schemaDirections(model).received));

/** Whether some requests contain files. */
export function takesFiles(model: Model): boolean {
  const isFile = (schema: Json): boolean => isSchema(schema) && isBinarySchema(schema);
  return model.operations.some(({ body }) => body?.kind === 'binary') || [...schemaDirections(model).sent].some(isFile);
}
