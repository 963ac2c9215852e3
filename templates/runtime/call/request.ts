import type { ParameterStyles } from '../codecs.js';
import { toJson } from '../encode/json.js';
import { encodePath, encodeSegment } from '../encode/path.js';
import { type Place, refuse } from '../encode/place.js';
import { describe, isAbsent, isPlainObject, percentEncode, presentItems, scalarText } from '../encode/scalar.js';
import type { Operation, Parameter } from '../operation.js';
import { requestOptionNames } from '../options.js';

/** A call's arguments by location. Credentials and the bytes of the body are added later. */
export interface RequestParts {
  /** With all parameters filled in. */
  readonly path: string;
  /** Encoded `name=value` pairs. */
  readonly query: readonly string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Encoded `name=value` pairs. */
  readonly cookies: readonly string[];
  /** Absent if the call has no body. */
  readonly body?: { readonly value: unknown; readonly place: Place };
}

/** Arguments that are not assigned yet. Without a prototype, since `__proto__` is a valid name. */
type Left = Record<string, unknown>;

/**
 * Assigns the flat arguments of a call to path, query, headers, cookies and body.
 * @throws {ChatInputError} if an argument is missing, unknown, or cannot be serialised for its location.
 */
export function placeArguments(operation: Operation, args: unknown, styles?: ParameterStyles): RequestParts {
  const left = ownArguments(operation, args);
  const pathValues = new Map<string, string>();
  const places: Places = { query: [], headers: [], cookies: [] };
  for (const parameter of operation.parameters ?? []) {
    const argument = parameter.argument ?? parameter.name;
    const place = placeOf(operation, argument);
    const value = left[argument];
    Reflect.deleteProperty(left, argument);
    if (styles === undefined && needsStyles(parameter)) refuse(place, 'needs the codec styles');
    if (parameter.in === 'path') {
      pathValues.set(parameter.name, styles?.path(parameter, value, place) ?? encodeSegment(value, place));
    } else if (!isAbsent(value)) {
      encodeOutsidePath(parameter, value, place, places, styles);
    } else if (parameter.required) {
      refuse(place, 'is required');
    }
  }
  const body = placeBody(operation, left);
  return { path: encodePath(operation, pathValues), ...places, ...(body && { body }) };
}

function ownArguments(operation: Operation, args: unknown): Left {
  if (isAbsent(args) || isPlainObject(args)) return Object.assign(Object.create(null), args);
  return refuse(placeOf(operation, 'arguments'), `must be an object, not ${describe(args)}`);
}

function placeOf(operation: Operation, argument: string): Place {
  return { method: operation.method, path: operation.path, argument };
}

interface Places {
  readonly query: string[];
  readonly headers: [string, string][];
  readonly cookies: string[];
}

function encodeOutsidePath(
  parameter: Parameter,
  value: unknown,
  place: Place,
  places: Places,
  styles: ParameterStyles | undefined,
): void {
  const { name } = parameter;
  if (parameter.in === 'query') {
    places.query.push(...(styles?.query(parameter, value, place) ?? plainPairs(parameter, value, place)));
  } else if (parameter.in === 'header') {
    if (styles) places.headers.push([name, styles.header(parameter, value, place)]);
  } else if (styles) {
    places.cookies.push(...styles.cookie(parameter, value, place));
  }
}

/** Whether a parameter needs the `styles` codec, whatever its value. */
function needsStyles({ in: where, style, composite, allowReserved, json }: Parameter): boolean {
  return (
    where === 'header' ||
    where === 'cookie' ||
    !!style ||
    !!composite ||
    !!allowReserved ||
    (where === 'path' && !!json)
  );
}

/** A query parameter in the default style: JSON, a scalar, or one pair per item. */
function plainPairs({ name, json }: Parameter, value: unknown, place: Place): string[] {
  const texts = json
    ? [toJson(value, place)]
    : Array.isArray(value)
      ? presentItems(value, place)
      : [scalarText(value, place)];
  return texts.map((text) => `${percentEncode(name, place)}=${percentEncode(text, place)}`);
}

/** Takes the body from the remaining arguments. */
function placeBody(operation: Operation, left: Left): RequestParts['body'] {
  const { body, method } = operation;
  if (body !== undefined && body.argument === undefined) {
    for (const name of requestOptionNames) {
      if (left[name] !== undefined && !body.optionFields?.includes(name)) refuseArgument(operation, name);
    }
    if (!body.required && Object.values(left).every((value) => value === undefined)) return undefined;
    return sendable(method, { value: left, place: placeOf(operation, 'body') });
  }
  const argument = body?.argument ?? 'body';
  const value = body === undefined ? undefined : left[argument];
  for (const name in left) {
    const isKnown = name === argument && body !== undefined;
    if (!isKnown && left[name] !== undefined) refuseArgument(operation, name);
  }
  if (value === undefined) {
    if (body?.required) refuse(placeOf(operation, argument), 'is required');
    return undefined;
  }
  return sendable(method, { value, place: placeOf(operation, argument) });
}

function refuseArgument(operation: Operation, name: string): never {
  const hint = requestOptionNames.includes(name) ? ': options are the second argument' : '';
  return refuse(placeOf(operation, name), `is not an argument of this operation${hint}`);
}

function sendable(method: string, body: NonNullable<RequestParts['body']>): RequestParts['body'] {
  if (method === 'GET' || method === 'HEAD') refuse(body.place, `cannot be sent: fetch allows no body with ${method}`);
  return body;
}
