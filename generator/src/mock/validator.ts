import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { Definitions } from '../model/definitions.js';
import type { Operation } from '../model/model.js';
import {
  type JsonObject,
  MULTIPLE_DIGITS,
  parsePointer,
  type Resolver,
  regularExpression,
  type Schema,
} from '../schema/index.js';
import type { Failure } from './exchange.js';
import type { SentValues } from './pages.js';

const MOST_FAILURES = 100;

export interface BodyContent {
  readonly mediaType: string;
  readonly schema: Schema;
}

/** Validates a decoded request against the operation's schemas, which are compiled on first use. */
export type Validate = (operation: Operation, content: BodyContent | undefined, sent: SentValues) => readonly Failure[];

export function createValidate(resolver: Resolver): Validate {
  // A pattern that is not an ECMA-262 regular expression allows any text.
  const regExp = Object.assign((pattern: string) => regularExpression(pattern) ?? /(?:)/, { code: 'new RegExp' });
  const options = {
    multipleOfPrecision: MULTIPLE_DIGITS,
    allErrors: true,
    strict: false,
    ownProperties: true,
    validateSchema: false,
  } as const;
  const ajv = new Ajv2020({ ...options, logger: false, code: { regExp } });
  formats.default(ajv);
  const definitions = new Definitions(resolver, (id, schema) => ajv.addSchema(schema, id));
  const checks = new Map<string, ValidateFunction>();

  /** A schema that the validator rejects is not checked. */
  const compile = (schema: JsonObject): ValidateFunction => {
    try {
      return ajv.compile(schema);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return ajv.compile({});
    }
  };

  return (operation, content, { values, body }) => {
    const key = `${operation.pointer} ${content?.mediaType ?? ''}`;
    const check = checks.get(key) ?? compile(requestSchema(operation, content, definitions));
    checks.set(key, check);
    check(body === undefined ? values : { ...values, body });
    // Ajv reports a failed condition in addition to its cause.
    const errors = (check.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return errors.slice(0, MOST_FAILURES).map((error) => toFailure(error, operation));
  };
}

/** The schema of an operation's requests: parameters by place, and the body. */
function requestSchema(operation: Operation, content: BodyContent | undefined, definitions: Definitions): JsonObject {
  const place = (name: string, isOpen: boolean): readonly [string, JsonObject] => {
    const parameters = operation.parameters
      .filter((parameter) => parameter.in === name)
      .map((parameter) => ({ ...parameter, name: name === 'header' ? parameter.name.toLowerCase() : parameter.name }));
    const properties = parameters.map((parameter) => [parameter.name, definitions.prepare(parameter.schema)] as const);
    const required = parameters.flatMap((parameter) => (parameter.required ? [parameter.name] : []));
    const schema = { type: 'object', properties: Object.fromEntries(properties), required: [...new Set(required)] };
    return [name, { ...schema, additionalProperties: isOpen }];
  };
  const body = content === undefined ? [] : [['body', definitions.prepare(content.schema)] as const];
  const places = [place('path', false), place('query', false), place('header', true), place('cookie', true)];
  return { type: 'object', properties: Object.fromEntries([...body, ...places]) };
}

function toFailure({ instancePath, message = 'is not valid', params }: ErrorObject, operation: Operation): Failure {
  const tokens = parsePointer(instancePath) ?? [];
  const [kind, name] =
    Object.entries(params).find(([key]) => /^(missing|additional|unevaluated)Property$/.test(key)) ?? [];
  if (kind !== undefined) tokens.push(String(name));
  const [place = 'request', first, ...rest] = tokens;
  const header = operation.parameters.find(({ name, in: where }) => {
    return place === 'header' && where === 'header' && name.toLowerCase() === first;
  });
  const path = [place, ...(first === undefined ? [] : [header?.name ?? first]), ...rest].join('/');
  if (kind !== undefined)
    return { place: path, message: kind === 'missingProperty' ? 'is missing' : 'is not in the spec' };
  const allowed = 'allowedValues' in params ? `: ${JSON.stringify(params.allowedValues)}` : '';
  return { place: path, message: `${message}${allowed}` };
}
