import { isDateTime, itemsOf, type Resolver, type Schema, schemaTypes, unwrapFully } from '../schema/index.js';
import type { Operation, OperationResponse, ResponseHeader } from './model.js';

/** The successful responses of an operation: together they are the result of a call. */
export function successResponses({ responses }: Pick<Operation, 'responses'>): readonly OperationResponse[] {
  return responses.filter(({ success }) => success);
}

/**
 * The responses that a call throws as an error, including `default`: that is the response of all statuses that are not listed.
 */
export function errorResponses({ responses }: Pick<Operation, 'responses'>): readonly OperationResponse[] {
  return responses.filter(({ success, status }) => !success || status === 'default');
}

/** The headers of successful responses: required if all of several responses have them. */
export function successHeaders(operation: Pick<Operation, 'responses'>): readonly ResponseHeader[] {
  const good = successResponses(operation);
  const byName = new Map<string, ResponseHeader>();
  for (const header of good.flatMap(({ headers = [] }) => headers)) {
    const name = header.name.toLowerCase();
    const isEverywhere = good.every(({ headers = [] }) =>
      headers.some((one) => one.name.toLowerCase() === name && one.required),
    );
    if (!byName.has(name)) byName.set(name, { ...header, required: isEverywhere });
  }
  return [...byName.values()];
}

/** The response of a status: by status, range or `default`. Without a status, that of the lowest success. */
export function responseFor(
  operation: Pick<Operation, 'responses'>,
  status: number | undefined,
): OperationResponse | undefined {
  if (status === undefined) {
    return [...successResponses(operation)].sort((left, right) => statusOf(left) - statusOf(right))[0];
  }
  const names = [String(status), `${String(status).charAt(0)}XX`, 'default'];
  const found = names.flatMap((name) => operation.responses.filter((response) => response.status === name));
  // If there is a success response, `default` is that of errors.
  return found.find((response) => response.status !== 'default' || response.success || status >= 400);
}

/** The status of a response whose key is a range or `default`. */
export function statusOf({ status }: Pick<OperationResponse, 'status'>): number {
  if (status === 'default') return 200;
  return /^\dXX$/.test(status) ? Number(status.charAt(0)) * 100 : Number(status);
}

/** How a header is parsed; `undefined` for a string. */
export type HeaderReading = 'number' | 'boolean' | 'date' | 'json' | readonly ['number' | 'boolean' | 'date' | 'text'];

export function headerReading({ schema, json }: ResponseHeader, resolver: Resolver): HeaderReading | undefined {
  if (json) return 'json';
  const inner = unwrapFully(schema, resolver).schema;
  const types = schemaTypes(inner, resolver);
  if (types.join() === 'array') return [scalarReading(itemsOf(inner), resolver) ?? 'text'];
  return scalarReading(inner, resolver);
}

function scalarReading(schema: Schema, resolver: Resolver): 'number' | 'boolean' | 'date' | undefined {
  const inner = unwrapFully(schema, resolver).schema;
  if (isDateTime(inner)) return 'date';
  const types = schemaTypes(inner, resolver).filter((type) => type !== 'null');
  if (types.length > 0 && types.every((type) => type === 'number' || type === 'integer')) return 'number';
  return types.join() === 'boolean' ? 'boolean' : undefined;
}

/** The schema of the parsed value: a string if it is not parsed, whatever the spec defines. */
export function headerSchema(header: ResponseHeader, resolver: Resolver): Schema {
  const reading = headerReading(header, resolver);
  if (Array.isArray(reading) && reading[0] === 'text') return { type: 'array', items: { type: 'string' } };
  if (reading !== undefined) return header.schema;
  const inner = unwrapFully(header.schema, resolver).schema;
  return schemaTypes(inner, resolver).join() === 'string' ? header.schema : { type: 'string' };
}
