import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { OpenAPIRouter, OpenAPIValidator, type ParsedRequest, type Request } from 'openapi-backend';
import type { Operation } from '../model/model.js';
import type { Json, Schema } from '../schema/index.js';
import { regularExpression } from '../schema/index.js';
import { Definitions } from './definitions.js';
import type { Failure } from './exchange.js';
import type { Resolver } from './outline.js';
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

type Description = ConstructorParameters<typeof OpenAPIValidator>[0]['definition'];

/**
 * The library parses requests of its own accord, but knows few of OpenAPI's styles, takes `content` for JSON only, and
 * makes numbers of texts where a schema asks for texts. So it gets what was decoded here.
 */
class DecodedRouter extends OpenAPIRouter {
  decoded: DecodedRequest | undefined;

  override parseRequest(request: Request): ParsedRequest {
    const { values, body } = this.decoded ?? {
      values: { path: {}, query: {}, header: {}, cookie: {} },
      body: undefined,
    };
    return {
      ...request,
      params: values.path,
      query: values.query,
      // A body that is no object is checked only where it says that it is JSON, as it now is.
      headers: body === undefined ? values.header : { ...values.header, 'content-type': 'application/json' },
      cookies: values.cookie,
      requestBody: body,
    };
  }
}

export function createRequestValidator(resolver: Resolver): RequestValidator {
  // A pattern that is no ECMA-262 regular expression holds nobody to anything.
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
  const checks = new Map<string, { readonly validator: OpenAPIValidator; readonly router: DecodedRouter }>();

  function checkOf(
    operation: Operation,
    content: BodyContent | undefined,
  ): {
    readonly validator: OpenAPIValidator;
    readonly router: DecodedRouter;
  } {
    const key = `${operation.pointer} ${content?.mediaType ?? ''}`;
    const known = checks.get(key);
    if (known !== undefined) return known;
    const definition = describe(operation, content, definitions);
    const router = new DecodedRouter({ definition });
    const validator = new OpenAPIValidator({
      definition,
      router,
      lazyCompileValidators: true,
      customizeAjv: () => ajv,
    });
    const check = { validator, router };
    checks.set(key, check);
    return check;
  }

  return {
    validate(operation, content, request) {
      const { validator, router } = checkOf(operation, content);
      router.decoded = request;
      const [described] = router.getOperations();
      const headers = { 'content-type': 'application/json' };
      const path = operation.path;
      const { errors } = validator.validateRequest({ method: operation.method, path, headers }, described);
      return (errors ?? [])
        .filter(isTelling)
        .slice(0, MOST_FAILURES)
        .map((error) => toFailure(error, operation));
    },
  };
}

/** A description of one operation, all of whose parameters are plain values and whose body is JSON. */
function describe(operation: Operation, content: BodyContent | undefined, definitions: Definitions): Description {
  const parameters = operation.parameters.map((parameter) => ({
    name: parameter.name,
    in: parameter.in,
    required: parameter.required,
    // By reference: the library lets any query parameter pass beside an object with `additionalProperties`, and a body
    // without the binary properties that it requires.
    schema: definitions.refer(parameter.schema),
  }));
  const json = content === undefined ? undefined : { schema: definitions.refer(content.schema) };
  const body = json === undefined ? {} : { requestBody: { content: { 'application/json': json } } };
  const described = { operationId: 'operation', parameters, responses: {}, ...body };
  const paths = { [operation.path]: { [operation.method]: described } };
  return { openapi: '3.1.0', info: { title: '', version: '' }, paths };
}

interface LibraryError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string;
  readonly params: object;
}

/** Ajv says of a condition that it failed beside what failed in it. */
function isTelling({ keyword }: LibraryError): boolean {
  return keyword !== 'if';
}

function toFailure({ instancePath, message, params }: LibraryError, operation: Operation): Failure {
  const named = Object.entries(params).find(([key]) => /^(missing|additional|unevaluated)Property$/.test(key))?.[1];
  const tokens = [...instancePath.split('/').slice(1), ...(typeof named === 'string' ? [named] : [])];
  const [place = 'request', ...rest] = tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (place === 'header') {
    const header = operation.parameters.find(
      ({ name, in: where }) => where === 'header' && name.toLowerCase() === rest[0],
    );
    if (header !== undefined) rest[0] = header.name;
  }
  const allowed = 'allowedValues' in params ? `: ${JSON.stringify(params.allowedValues)}` : '';
  return {
    place: [place === 'requestBody' ? 'body' : place, ...rest].join('/'),
    message: typeof named === 'string' ? nameMessage(params) : `${message ?? 'is not valid'}${allowed}`,
  };
}

function nameMessage(params: object): string {
  return 'missingProperty' in params ? 'is missing' : 'is not known here';
}
