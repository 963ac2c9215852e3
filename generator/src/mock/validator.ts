import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Operation } from '../model/model.js';
import type { Json, JsonObject, Resolver, Schema } from '../schema/index.js';
import { regularExpression, unescapeToken } from '../schema/index.js';
import { Definitions } from './definitions.js';
import type { Failure } from './exchange.js';
import type { ParameterValues } from './parameters.js';

const MOST_FAILURES = 100;

export interface DecodedRequest {
  readonly values: ParameterValues;
  /** `undefined` when there is none. */
  readonly body: Json | undefined;
}

export interface BodyContent {
  readonly mediaType: string;
  readonly schema: Schema;
}

/** Checks decoded requests against the operation's schemas, compiling them when they are first needed. */
export interface RequestValidator {
  validate(operation: Operation, content: BodyContent | undefined, request: DecodedRequest): readonly Failure[];
}

export function createRequestValidator(resolver: Resolver): RequestValidator {
  // A pattern that is not an ECMA-262 regular expression allows any text.
  const regExp = Object.assign((pattern: string) => regularExpression(pattern) ?? /(?:)/, { code: 'new RegExp' });
  const options = {
    allErrors: true,
    strict: false,
    ownProperties: true,
    validateSchema: false,
    logger: false,
  } as const;
  const ajv = new Ajv2020({ ...options, code: { regExp } });
  formats.default(ajv);
  const definitions = new Definitions(resolver, (id, schema) => ajv.addSchema(schema, id));
  const checks = new Map<string, ValidateFunction>();

  function checkOf(operation: Operation, content: BodyContent | undefined): ValidateFunction {
    const key = `${operation.pointer} ${content?.mediaType ?? ''}`;
    const check = checks.get(key) ?? ajv.compile(requestSchema(operation, content, definitions));
    checks.set(key, check);
    return check;
  }

  return {
    validate(operation, content, { values, body }) {
      const check = checkOf(operation, content);
      check(body === undefined ? values : { ...values, body });
      // Ajv reports a condition that failed beside what failed in it.
      const errors = (check.errors ?? []).filter(({ keyword }) => keyword !== 'if');
      return errors.slice(0, MOST_FAILURES).map((error) => toFailure(error, operation));
    },
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

const nameMessages: { readonly [key: string]: string } = { missingProperty: 'is missing' };

function toFailure({ instancePath, message, params }: ErrorObject, operation: Operation): Failure {
  const named = Object.entries(params).find(([key]) => /^(missing|additional|unevaluated)Property$/.test(key));
  const tokens = instancePath.split('/').slice(1).map(unescapeToken);
  if (named !== undefined) tokens.push(String(named[1]));
  const [place = 'request', ...rest] = tokens;
  const header = operation.parameters.find(({ name, in: where }) => {
    return place === 'header' && where === 'header' && name.toLowerCase() === rest[0];
  });
  if (header !== undefined) rest[0] = header.name;
  const allowed = 'allowedValues' in params ? `: ${JSON.stringify(params.allowedValues)}` : '';
  const text = named === undefined ? `${message ?? 'is not valid'}${allowed}` : nameMessages[named[0]];
  return { place: [place, ...rest].join('/'), message: text ?? 'is not known here' };
}
