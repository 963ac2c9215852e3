import type { ParameterStyles } from '../codecs.js';
import { toJson } from '../encode/json.js';
import { encodePath, encodeSegment } from '../encode/path.js';
import { type Place, refuse } from '../encode/place.js';
import { describe, isAbsent, isPlainObject, percentEncode, presentItems, scalarText } from '../encode/scalar.js';
import type { Operation, Parameter } from '../operation.js';
import { requestKinds } from '../options.js';

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

/**
 * Assigns the flat arguments of a call to path, query, headers, cookies and body.
 * @throws {ChatInputError} if an argument is missing, unknown, or cannot be serialised for its location.
 */
export function placeArguments(operation: Operation, args: unknown, styles?: ParameterStyles): RequestParts {
  const { method, path, parameters = [], body } = operation;
  const placeOf = (argument: string): Place => ({ method, path, argument });
  if (!isAbsent(args) && !isPlainObject(args)) refuse(placeOf('arguments'), `must be an object, not ${describe(args)}`);
  // Arguments that are not assigned yet. Without a prototype, since `__proto__` is a valid name.
  const left: Record<string, unknown> = Object.assign(Object.create(null), args);
  const values = new Map<string, string>();
  const query: string[] = [];
  const headers: [string, string][] = [];
  const cookies: string[] = [];
  for (const parameter of parameters) {
    const { name, in: where, argument = name, style, composite, allowReserved, json } = parameter;
    const place = placeOf(argument);
    const value = left[argument];
    Reflect.deleteProperty(left, argument);
    if (where === 'path') {
      values.set(name, styles?.path(parameter, value, place) ?? encodeSegment(value, place));
    } else if (isAbsent(value)) {
      if (parameter.required) refuse(place, 'is required');
    } else if (where === 'query') {
      query.push(...(styles?.query(parameter, value, place) ?? plainPairs(parameter, value, place)));
    } else if (styles && where === 'header') {
      headers.push([name, styles.header(parameter, value, place)]);
    } else if (styles) {
      cookies.push(...styles.cookie(parameter, value, place));
    }
    const isStyled = where === 'header' || where === 'cookie' || style || composite || allowReserved;
    if (!styles && (isStyled || (where === 'path' && json))) refuse(place, 'needs the codec styles');
  }
  // What is left are the fields of the body, or one argument that is the body.
  const isFlat = body !== undefined && body.argument === undefined;
  const argument = body?.argument ?? 'body';
  const place = placeOf(argument);
  let value = isFlat && body.required ? left : body && left[argument];
  for (const name in left) {
    if (left[name] === undefined) continue;
    const isOption = Object.hasOwn(requestKinds, name);
    if (isFlat ? isOption && !body.optionFields?.includes(name) : !body || name !== argument) {
      refuse(
        placeOf(name),
        `is not an argument of this operation${isOption ? ': options are the second argument' : ''}`,
      );
    }
    if (isFlat) value = left;
  }
  if (value === undefined) {
    if (body?.required) refuse(place, 'is required');
  } else if (method === 'GET' || method === 'HEAD') {
    refuse(place, `cannot be sent: fetch allows no body with ${method}`);
  }
  const content = value === undefined ? {} : { body: { value, place } };
  return { path: encodePath(operation, values), query, headers, cookies, ...content };
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
