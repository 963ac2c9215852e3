import type { BundledDocument } from '../../src/load/document.js';
import { buildModel } from '../../src/model/build.js';
import type { Model, Operation } from '../../src/model/model.js';
import type { Problem } from '../../src/problems/index.js';
import type { Json, JsonObject } from '../../src/schema/index.js';

export function documentOf(root: JsonObject): BundledDocument {
  return { root, source: 'fixture', version: '3.1.0', inputs: [], locate: () => undefined, frame: () => undefined };
}

/** The model of a spec with these paths. */
export function modelOf(paths: JsonObject, more: JsonObject = {}): { model: Model; problems: readonly Problem[] } {
  return buildModel(documentOf({ openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths, ...more }));
}

/** The one operation `POST /test` of a spec. */
export function operationOf(operation: JsonObject, components: JsonObject = {}): Operation {
  const { model } = modelOf(
    { '/test': { post: { operationId: 'test', responses: {}, ...operation } } },
    { components },
  );
  const [first] = model.operations;
  if (!first) throw new Error('The spec has no operation.');
  return first;
}

export function jsonBody(schema: Json, more: JsonObject = {}): JsonObject {
  return { required: true, content: { 'application/json': { schema, ...more } } };
}
