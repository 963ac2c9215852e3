import type { Json, JsonObject } from '../../load/document.js';
import { get, getArray, getObject, getString, isObject } from '../../model/json.js';
import { objectShape, type SchemaResolver } from '../../model/shape.js';

/**
 * The branches with the discriminator's value where they do not say it themselves (Discriminator Object, 4.8.25). Here,
 * and not in the branches' own types: elsewhere the same schema may stand without a tag.
 */
export function tagged(schema: JsonObject, branches: readonly Json[], resolver: SchemaResolver): readonly Json[] {
  const discriminator = getObject(schema, 'discriminator');
  const property = getString(discriminator, 'propertyName');
  if (property === undefined) return branches;
  const mapping = Object.entries(getObject(discriminator, 'mapping') ?? {});
  return getArray(schema, 'oneOf').map((branch, index) => {
    const converted = branches[index] ?? true;
    const ref = getString(branch, '$ref');
    if (ref === undefined) return converted;
    const name = ref.slice(ref.lastIndexOf('/') + 1);
    const mapped = mapping.flatMap(([value, target]) => (target === ref || target === name ? [value] : []));
    if (saysValue(ref, property, mapped, resolver)) return converted;
    const tag = { type: 'string', enum: mapped.length > 0 ? mapped : [name] };
    return { allOf: [converted, { type: 'object', properties: { [property]: tag }, required: [property] }] };
  });
}

/** Several branches may share a list of values: what is mapped to one of them says more. */
function saysValue(ref: string, property: string, mapped: readonly string[], resolver: SchemaResolver): boolean {
  const shape = objectShape({ $ref: ref }, resolver);
  const described = shape.properties.find(({ name }) => name === property)?.schema;
  if (!isObject(described)) return false;
  const target = getString(described, '$ref');
  const field = target === undefined ? described : resolver.schema(target);
  const type = get(field, 'type');
  const values = getArray(field, 'enum');
  if (mapped.length > 0 && mapped.length < values.length && mapped.every((value) => values.includes(value)))
    return false;
  return ['enum', 'const'].some((key) => get(field, key) !== undefined) || (type !== undefined && type !== 'string');
}
