import type { Operation, Parameter } from '../../model/model.js';
import type { OperationNames, TypeName } from '../../naming/index.js';
import type { Json, Schema } from '../../schema/index.js';
import { getString, isObject } from '../../schema/index.js';
import { commentLines } from '../encode.js';
import { successReplies } from '../reply-type.js';
import type { DeclarationRequest } from './declarations.js';
import { fieldsOf, keyOfReference } from './references.js';
import type { TypeSchemas } from './type-schema.js';

/** The types of an operation's arguments and of a reply without a name. */
export function operationTypes(
  operation: Operation,
  own: OperationNames,
  received: TypeSchemas,
  sent: TypeSchemas,
): DeclarationRequest[] {
  const requests: DeclarationRequest[] = [];
  if (own.arguments) requests.push(argumentsType(operation, own, own.arguments, sent));
  if (own.response) {
    const schemas = successReplies(operation).flatMap((reply) =>
      reply.kind === 'json' && reply.schema !== undefined ? [received.convert(reply.schema)] : [],
    );
    const [only] = schemas;
    const schema: Json = schemas.length === 1 && only !== undefined ? only : { anyOf: schemas };
    const key = `response:${operation.pointer}`;
    requests.push({ key, name: own.response, schema: described(schema, `What \`${own.method}\` replies.`) });
  }
  return requests;
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
  if (layout.body?.kind === 'argument') {
    const { argument, body } = layout.body;
    const schema = sent.convert(bodySchema(body.kind, body.schema));
    fields.push([argument, described(schema, body.description ?? 'The request body.')]);
    if (body.required) required.push(argument);
  }
  const description = `Arguments of \`${method}\`.`;
  const request = { key: `arguments:${operation.pointer}`, name };
  const own: Json = { type: 'object', ...fieldsOf(fields, required), description };
  if (layout.body?.kind !== 'fields') return { ...request, schema: own };
  const body = sent.convert(layout.body.body.schema);
  const base = keyOfReference(body);
  if (base !== undefined)
    return { ...request, extends: base, ...(fields.length > 0 ? { schema: own } : { description }) };
  return { ...request, schema: described(fields.length > 0 ? { allOf: [body, own] } : body, description) };
}

/** Bytes for a binary body, whatever its schema says or leaves out. */
function bodySchema(kind: string, schema: Schema): Schema {
  return kind === 'binary' ? { type: 'string', format: 'binary' } : schema;
}

function argumentSchema(parameter: Parameter, sent: TypeSchemas): Json {
  const schema = sent.convert(parameter.schema);
  const bounds = getString(schema, 'description');
  const text = [parameter.description, bounds].filter((part) => part !== undefined && part !== '').join('\n\n');
  const commented = text === '' ? schema : described(schema, text);
  return parameter.deprecated && isObject(commented) ? { ...commented, deprecated: true } : commented;
}

function described(schema: Json, description: string): Json {
  const comment = commentLines(description).join('\n');
  if (!isObject(schema)) return schema === true ? { description: comment } : schema;
  return { ...schema, description: comment };
}
