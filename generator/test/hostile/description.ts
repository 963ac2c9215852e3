/** A document of OpenAPI 3.1 with these parts and what is required. */
export function api(parts: object): object {
  return { openapi: '3.1.0', info: { title: 'Hostile', version: '1' }, paths: {}, ...parts };
}

/** A text schema with more keywords. */
export function text(more: object = {}): object {
  return { type: 'string', ...more };
}

/** An operation that returns an object. */
export function operation(id: string, more: object = {}): object {
  const schema = { type: 'object', properties: { ok: { type: 'boolean' } } };
  return { operationId: id, responses: { 200: { description: 'Done.', content: json(schema) } }, ...more };
}

/** Content of `application/json`. */
export function json(schema: object, more: object = {}): object {
  return { 'application/json': { schema, ...more } };
}

/** One path per text, each with one `post`. */
export function operations(texts: readonly string[], more: (text: string, index: number) => object): object {
  return Object.fromEntries(
    texts.map((text, index) => [`/things/${index}`, { post: operation(`thing${index}`, more(text, index)) }]),
  );
}

/** A document whose only body and response have these fields. */
export function fields(properties: object, more: object = {}): object {
  const schema = { $ref: '#/components/schemas/Thing' };
  const post = operation('send', {
    requestBody: { required: true, content: json(schema, more) },
    responses: { 200: { description: 'Done.', content: json(schema) } },
  });
  return api({
    paths: { '/things': { post } },
    components: { schemas: { Thing: { type: 'object', properties } } },
  });
}

/** An object with one entry per text. */
export function each<Value>(texts: readonly string[], value: (text: string, index: number) => Value): object {
  return Object.fromEntries(texts.map((text, index) => [`field${index}`, value(text, index)]));
}

/** An object whose keys are the texts. */
export function keyed<Value>(texts: readonly string[], value: (text: string, index: number) => Value): object {
  return Object.fromEntries(texts.map((text, index) => [text, value(text, index)]));
}
