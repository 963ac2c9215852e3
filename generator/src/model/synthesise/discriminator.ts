import type { JsonObject } from '../../schema/index.js';
import { isObject, own, stringAt } from '../../schema/index.js';

/** The value that stands for the schema behind a reference: as mapped, or else its name. */
export function discriminatorValue(discriminator: JsonObject, ref: string): string {
  const name = ref
    .slice(ref.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  const mapping = own(discriminator, 'mapping');
  if (!isObject(mapping)) return name;
  const key = Object.keys(mapping).find((candidate) => {
    const target = stringAt(mapping, candidate);
    return target === ref || target === name;
  });
  return key ?? name;
}
