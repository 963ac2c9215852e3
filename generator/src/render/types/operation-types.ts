import type { Operation, OperationResponse, Parameter } from '../../model/model.js';
import { errorResponses, headerSchema, successHeaders, successResponses } from '../../model/results.js';
import { type BodyLayout, distinctBodies, type OperationNames, type TypeName } from '../../naming/index.js';
import { canonical, getString, type Json, type Resolver } from '../../schema/index.js';
import { commentLines } from '../encode.js';
import { described, withoutTitle } from './comments.js';
import type { DeclarationRequest } from './declarations.js';
import { fieldsOf, keyOfReference } from './references.js';
import type { TypeSchemas } from './type-schema.js';

/** The types of an operation's arguments and of an unnamed response. */
export function operationTypes(
  operation: Operation,
  own: OperationNames,
  received: TypeSchemas,
  sent: TypeSchemas,
  resolver: Resolver,
): DeclarationRequest[] {
  const requests: DeclarationRequest[] = [];
  if (own.arguments) requests.push(argumentsType(operation, own, own.arguments, sent));
  if (own.response) {
    const schemas = successResponses(operation).flatMap((response) =>
      response.kind === 'json' && response.schema !== undefined ? [received.convert(response.schema)] : [],
    );
    const different = [...new Map(schemas.map((one) => [canonical(one), one])).values()];
    const [only] = different;
    const schema: Json = different.length === 1 && only !== undefined ? only : { anyOf: different };
    const key = `response:${operation.pointer}`;
    requests.push({ key, name: own.response, schema: described(schema, `The response of \`${own.method}\`.`) });
  }
  if (own.errors) {
    const fields = errorResponses(operation).map(
      (response) => [response.status, errorSchema(response, received)] as const,
    );
    const description = `Error bodies of \`${own.method}\`, by status.`;
    requests.push(
      fieldsType(
        `errors:${operation.pointer}`,
        own.errors,
        fields,
        fields.map(([name]) => name),
        description,
      ),
    );
  }
  if (own.headers) {
    const headers = successHeaders(operation);
    const fields = headers.map((header): readonly [string, Json] => {
      const schema = received.convert(headerSchema(header, resolver));
      return [header.name, described(schema, header.description ?? '', header.deprecated)];
    });
    const required = headers.filter((header) => header.required).map(({ name }) => name);
    const description = `Response headers of \`${own.method}\`.`;
    requests.push(fieldsType(`headers:${operation.pointer}`, own.headers, fields, required, description));
  }
  return requests;
}

function fieldsType(
  key: string,
  name: TypeName,
  fields: readonly (readonly [string, Json])[],
  required: readonly string[],
  description: string,
): DeclarationRequest {
  return { key, name, schema: { type: 'object', ...fieldsOf(fields, required), description } };
}

/** The body of an error: parsed if it is JSON, otherwise text. */
function errorSchema({ kind, schema, description = '' }: OperationResponse, received: TypeSchemas): Json {
  const body: Json = kind === 'json' ? received.convert(schema ?? true) : kind === 'text' ? { type: 'string' } : true;
  return described(body, description);
}

function argumentsType(
  operation: Operation,
  { layout, method }: OperationNames,
  name: TypeName,
  sent: TypeSchemas,
): DeclarationRequest {
  const fields = layout.parameters.map(
    ({ parameter, argument }) => [argument, argumentSchema(parameter, sent)] as const,
  );
  const required = layout.parameters.filter(({ parameter }) => parameter.required).map(({ argument }) => argument);
  const description = `Arguments of \`${method}\`.`;
  const request = { key: `arguments:${operation.pointer}`, name, isSent: true } as const;
  const own: Json = { type: 'object', ...fieldsOf(fields, required), description };
  const bodies = distinctBodies(layout);
  if (bodies.length > 1) {
    const members = bodies.map((body): Json => {
      if (body.kind === 'argument') return withBody(body, fields, required, sent);
      const schema = sent.convert(body.body.schema);
      return fields.length > 0 ? { allOf: [schema, own] } : schema;
    });
    return { ...request, schema: { anyOf: members, description } };
  }
  if (layout.body?.kind === 'argument') {
    return { ...request, schema: described(withBody(layout.body, fields, required, sent), description) };
  }
  if (layout.body === undefined) return { ...request, schema: own };
  const body = sent.convert(layout.body.body.schema);
  const base = keyOfReference(body);
  if (base !== undefined)
    return { ...request, extends: base, ...(fields.length > 0 ? { schema: own } : { description }) };
  return { ...request, schema: described(fields.length > 0 ? { allOf: [body, own] } : body, description) };
}

/** The parameters, and the body as one more field. */
function withBody(
  { argument, body }: BodyLayout & { readonly kind: 'argument' },
  fields: readonly (readonly [string, Json])[],
  required: readonly string[],
  sent: TypeSchemas,
): Json {
  const schema = described(sent.convert(body.schema), body.description ?? 'The request body.');
  const names = body.required ? [...required, argument] : required;
  return { type: 'object', ...fieldsOf([...fields, [argument, schema] as const], names) };
}

function argumentSchema(parameter: Parameter, sent: TypeSchemas): Json {
  const schema = withoutTitle(parameter.name, parameter.schema, sent.convert(parameter.schema));
  const own = commentLines(parameter.description ?? '').join('\n');
  const bounds = getString(schema, 'description') ?? '';
  // Frameworks repeat the description in the schema.
  const text = bounds.startsWith(own) ? bounds : [own, bounds].filter((part) => part !== '').join('\n\n');
  return described(schema, text, parameter.deprecated);
}
