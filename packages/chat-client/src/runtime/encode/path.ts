import type { Operation, Parameter } from '../operation.js';
import { toJson } from './json.js';
import { type Place, refuse } from './place.js';
import { isAbsent, isPlainObject, percentEncode, presentFields, presentItems, scalarText } from './scalar.js';

/**
 * The path of a request: every `{name}` of the template replaced by its value.
 * Styles `simple`, `label` and `matrix` of OpenAPI 3.1, section 4.8.12.2.
 */
export function encodePath(operation: Operation, values: ReadonlyMap<string, string>): string {
  return operation.path
    .replace(/\{([^{}]*)\}/g, (_, name: string) => {
      return values.get(name) ?? refuse({ ...operation, argument: name }, 'is in the path but is no parameter');
    })
    .replaceAll('#', '%23');
}

/**
 * One path value, percent-encoded so that it stays inside its segment.
 * An empty value, `.` and `..` would name another resource: they are refused.
 */
export function encodePathValue(parameter: Parameter, value: unknown, place: Place): string {
  if (isAbsent(value)) refuse(place, 'is missing: the path needs it');
  if (parameter.json) return percentEncode(toJson(value, place), place);
  const encode = (text: string) => percentEncode(text, place);
  if (Array.isArray(value) && parameter.composite) {
    const items = presentItems(value, place).map(encode);
    return join(parameter, items, items.length === 0, place);
  }
  if (isPlainObject(value) && parameter.composite) {
    const fields = presentFields(value, place).map((field) => field.map(encode).join(parameter.explode ? '=' : ','));
    return join({ ...parameter, name: '' }, fields, fields.length === 0, place, parameter);
  }
  const text = scalarText(value, place);
  if (text === '' || text === '.' || text === '..') {
    refuse(place, `is ${text === '' ? 'empty' : `"${text}"`}, which would name another path`);
  }
  return join(parameter, [encode(text)], false, place);
}

function join(
  parameter: Parameter,
  texts: readonly string[],
  empty: boolean,
  place: Place,
  object?: Parameter,
): string {
  if (empty) refuse(place, 'is empty: the path needs a value');
  const { style, explode } = parameter;
  if (style === 'label') return `.${texts.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return checkDots(texts.join(','), place);
  const name = percentEncode(object?.name ?? parameter.name, place);
  if (!explode) return `;${name}=${texts.join(',')}`;
  return texts.map((text) => (object ? `;${text}` : `;${name}=${text}`)).join('');
}

function checkDots(segment: string, place: Place): string {
  return segment === '.' || segment === '..' || segment === '' ? refuse(place, 'would name another path') : segment;
}
