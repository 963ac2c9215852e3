import type { Model, Operation, OperationResponse, Parameter } from '../../model/model.js';
import { errorResponses, headerReading, successHeaders, successResponses } from '../../model/results.js';
import { sentPath } from '../../model/servers.js';
import { distinctBodies, type Names } from '../../naming/index.js';
import { type Resolver, type StreamKind, schemaTypes } from '../../schema/index.js';
import { pagePlan } from '../calls/pages.js';
import { arrayLines, objectLiteral, stringLiteral } from '../encode.js';
import { replyMode, streamOf } from '../response-type.js';
import { bodyData, textList } from './body-data.js';
import { operationCodecs } from './codecs.js';
import { visibleSecurity } from './credentials.js';
import type { DatePlans } from './dates.js';

/** Data shared by all operations of a client. */
export interface OperationDataContext {
  readonly model: Model;
  readonly names: Names;
  readonly dates: DatePlans;
  /** Keys of security schemes that an add-on fills. */
  readonly hiddenCredentials: ReadonlySet<string>;
  /** `securityText` of the client's default alternatives. */
  readonly defaultSecurity: string;
}

/** The operation as the runtime's data: an object expression with everything that differs from the defaults. */
export function operationData(operation: Operation, context: OperationDataContext): string {
  const { layout } = context.names.operation(operation);
  const entries: [string, string][] = [
    ['method', stringLiteral(operation.method.toUpperCase())],
    ['path', stringLiteral(sentPath(operation))],
  ];
  if (layout.parameters.length > 0) {
    const parameters = layout.parameters.map(({ parameter, argument }) =>
      parameterData(parameter, argument, context.model),
    );
    entries.push(['parameters', arrayLines(parameters, '  ')]);
  }
  const isChoice = distinctBodies(layout).length > 1;
  if (layout.body) entries.push(['body', bodyData(layout.body, isChoice)]);
  if (layout.others.length > 0) {
    const others = layout.others.map((other) => bodyData(other, isChoice));
    entries.push(['otherBodies', arrayLines(others, '  ')]);
  }
  const stream = streamOf(operation);
  if (stream) entries.push(['stream', `runtime.${streamReader(operation, stream, context.model)}`]);
  const reply = stream
    ? undefined
    : (replyMode(operation) ?? (repliesObject(operation, context.model) ? 'object' : undefined));
  if (reply !== undefined) entries.push(['reply', stringLiteral(reply)]);
  if (successResponses(operation).some(({ status }) => status.startsWith('3'))) entries.push(['redirects', 'true']);
  const accept = acceptHeader(operation);
  if (accept !== undefined && accept !== 'application/json') entries.push(['accept', stringLiteral(accept)]);
  const plans = datesByStatus(successResponses(operation), context);
  const responseDates = [...new Set(plans.flatMap(([, plan]) => (plan === undefined ? [] : [plan])))];
  const dates = responseDates.length > 1 ? `['&', ${responseDates.join(', ')}]` : (responseDates[0] ?? '{}');
  if (responseDates.length > 0) {
    entries.push(['decodeDates', 'runtime.decodeDates']);
    entries.push(['dates', dates]);
  }
  const headers = headersData(operation, context.model);
  if (headers !== undefined) entries.push(['headers', headers]);
  const different = plans.map(orNone).filter(([status, plan]) => plan !== dates && /^\d+$/.test(status));
  const statusDates = [...different, ...errorDatesOf(operation, context)];
  if (statusDates.length > 0) {
    if (responseDates.length === 0) entries.push(['decodeDates', 'runtime.decodeDates']);
    entries.push(['statusDates', objectLiteral(statusDates)]);
  }
  const security = securityText(visibleSecurity(operation, context.hiddenCredentials));
  if (security !== context.defaultSecurity) entries.push(['security', security]);
  const [server] = operation.servers;
  if (server && server.url !== context.model.servers[0]?.url) entries.push(['server', stringLiteral(server.url)]);
  if (operation.pagination) entries.push(['pages', pagePlan(operation.pagination, layout)]);
  const codecs = operationCodecs(operation, context.model);
  if (codecs !== undefined) entries.push(['codecs', codecs]);
  return `{\n${entries.map(([key, text]) => `  ${key}: ${text},\n`).join('')}}`;
}

function streamReader(operation: Operation, stream: StreamKind, resolver: Resolver): string {
  if (stream === 'lines') return 'jsonLines';
  const isText = successResponses(operation).every(
    ({ schema = true }) => schema === true || schemaTypes(schema, resolver).join() === 'string',
  );
  return isText ? 'textEvents' : 'jsonEvents';
}

/** How the response headers in the spec are parsed. */
function headersData(operation: Operation, resolver: Resolver): string | undefined {
  const headers = successHeaders(operation);
  if (headers.length === 0) return undefined;
  return objectLiteral(
    headers.map((header) => {
      const reading = headerReading(header, resolver) ?? 'text';
      return [header.name, typeof reading === 'string' ? stringLiteral(reading) : textList(reading)] as const;
    }),
  );
}

type StatusDates = readonly [status: string, plan: string | undefined];

/** Where JSON bodies contain date-times, by status. */
function datesByStatus(responses: readonly OperationResponse[], { dates }: OperationDataContext): StatusDates[] {
  return responses
    .filter(({ kind }) => kind === 'json')
    .map(({ status, schema }) => [status, schema === undefined ? undefined : dates.expression(schema)]);
}

function orNone([status, plan = '{}']: StatusDates): [string, string] {
  return [status, plan];
}

/** The date-times of error bodies, by status. A status without any is listed if its range or `default` has some. */
function errorDatesOf(operation: Operation, context: OperationDataContext): [string, string][] {
  const errors = errorResponses(operation);
  const plans = new Map(datesByStatus(errors, context));
  const isGeneral = [...plans].some(([status, plan]) => plan !== undefined && /\D/.test(status));
  return errors
    .filter(({ status }) => isGeneral || plans.get(status) !== undefined)
    .map(({ status }) => orNone([status, plans.get(status)]));
}

/** The security of most operations: it is in the client's service, once. */
export function defaultSecurity(model: Model, hidden: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  for (const operation of model.operations) {
    const text = securityText(visibleSecurity(operation, hidden));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most?.[0] ?? '[]';
}

export function securityText(security: readonly (readonly string[])[]): string {
  return `[${security.map((alternative) => `[${alternative.map(stringLiteral).join(', ')}]`).join(', ')}]`;
}

const acceptableMediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[\w-]+=(?:[\w.+-]+|"[\w.:+/=-]*"))*$/;

/** A media type; its parameters, such as `version=2`, are only kept if they select a response. */
function acceptable(mediaType: string): string {
  const [type = '', ...parameters] = mediaType.split(';').map((part) => part.trim());
  return [type, ...parameters.filter((parameter) => !/^(charset|q|$)/i.test(parameter))].join(';');
}

/** The media types of the successful responses, typed ones first (RFC 9110, 12.5.1); `undefined` for a range. */
function acceptHeader(operation: Operation): string | undefined {
  const responses = successResponses(operation).filter(({ mediaType }) => mediaType !== undefined);
  const typed = new Set(responses.map(({ mediaType = '' }) => acceptable(mediaType)));
  const others = new Set(responses.flatMap(({ otherMediaTypes = [] }) => otherMediaTypes.map(acceptable)));
  if (typed.size === 0 || ![...typed, ...others].every((name) => acceptableMediaType.test(name))) return undefined;
  return [...typed, ...[...others].filter((name) => !typed.has(name)).map((name) => `${name};q=0.9`)].join(', ');
}

/** Whether a JSON response is always an object, for every success status. */
function repliesObject(operation: Operation, resolver: Resolver): boolean {
  const responses = successResponses(operation);
  return responses.every(({ schema = true }) => schemaTypes(schema, resolver).join() === 'object');
}

function parameterData(parameter: Parameter, argument: string, resolver: Resolver): string {
  const entries: [string, string][] = [
    ['name', stringLiteral(parameter.name)],
    ['in', stringLiteral(parameter.in)],
  ];
  if (argument !== parameter.name) entries.push(['argument', stringLiteral(argument)]);
  if (parameter.required) entries.push(['required', 'true']);
  if (parameter.mediaType !== undefined) {
    entries.push(['json', 'true']);
  } else {
    const usual = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple';
    if (parameter.style !== usual) entries.push(['style', stringLiteral(parameter.style)]);
    if (parameter.explode !== (parameter.style === 'form')) entries.push(['explode', String(parameter.explode)]);
    if (parameter.allowReserved) entries.push(['allowReserved', 'true']);
    const types = schemaTypes(parameter.schema, resolver);
    if (parameter.in === 'path' && types.some((type) => type === 'array' || type === 'object')) {
      entries.push(['composite', 'true']);
    }
  }
  return objectLiteral(entries);
}
