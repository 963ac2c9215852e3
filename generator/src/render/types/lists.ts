import { type JsonObject, objectShape, type Resolver, schemaTypes } from '../../schema/index.js';

/** Parts that define a list again come first: TypeScript uses the methods of the first list of an intersection. */
export function listsFirst(parts: readonly JsonObject[], resolver: Resolver): readonly JsonObject[] {
  if (parts.length < 2) return parts;
  const known = new Set<string>();
  const again = parts.filter((part) => {
    const lists = objectShape(part, resolver).properties.filter((field) =>
      schemaTypes(field.schema, resolver).includes('array'),
    );
    const isKnown = lists.some(({ name }) => known.has(name));
    for (const { name } of lists) known.add(name);
    return isKnown;
  });
  return [...again.reverse(), ...parts.filter((part) => !again.includes(part))];
}
