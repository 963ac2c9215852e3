import type { Parameter } from '../operation.js';
import { toJson } from './json.js';
import { checkSegment, encodeSegment } from './path.js';
import { type Place, refuse } from './place.js';
import { isAbsent, isPlainObject, percentEncode, presentFields, presentItems, scalarText } from './scalar.js';

/** Serialises a path parameter in style `simple`, `label` or `matrix` (OpenAPI 3.1, section 4.8.12.2), or as JSON. */
export function encodeStyledPathValue(parameter: Parameter, value: unknown, place: Place): string {
  const { style, explode = false, composite, json, allowReserved } = parameter;
  const encode = (text: string) => percentEncode(text, place);
  const name = encode(parameter.name);
  if (json && value !== undefined) return encode(toJson(value, place));
  if (isPlainObject(value) && composite) {
    const fields = presentFields(value, place).map((field) => field.map(encode).join(explode ? '=' : ','));
    if (style === 'matrix')
      return explode ? fields.map((field) => `;${field}`).join('') : `;${name}=${fields.join(',')}`;
    return join(fields, style, explode, place);
  }
  if (allowReserved && !isAbsent(value))
    return scalarText(value, place)
      .split('/')
      .map((segment) => encodeSegment(segment, place))
      .join('/');
  const items =
    Array.isArray(value) && composite ? presentItems(value, place).map(encode) : [encodeSegment(value, place)];
  if (style !== 'matrix') return join(items, style, explode, place);
  return explode ? items.map((item) => `;${name}=${item}`).join('') : `;${name}=${items.join(',')}`;
}

function join(texts: readonly string[], style: Parameter['style'], explode: boolean, place: Place): string {
  if (texts.length === 0) refuse(place, 'must not be empty');
  return style === 'label' ? `.${texts.join(explode ? '.' : ',')}` : checkSegment(texts.join(','), place);
}
