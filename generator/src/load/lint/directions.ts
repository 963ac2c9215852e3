import { isArray, isObject, type Json } from '../../schema/index.js';

/** Names of properties that travel in one direction only. */
export interface OneWayNames {
  /** Of properties that are `readOnly` somewhere: a request need not have them, `required` or not. */
  readonly readOnly: ReadonlySet<string>;
  /** Of properties that are `writeOnly` somewhere: a reply need not have them. */
  readonly writeOnly: ReadonlySet<string>;
}

export function oneWayNames(root: Json): OneWayNames {
  const readOnly = new Set<string>();
  const writeOnly = new Set<string>();
  const visit = (node: Json): void => {
    if (isArray(node)) {
      for (const element of node) if (typeof element === 'object') visit(element);
      return;
    }
    if (!isObject(node)) return;
    for (const [key, child] of Object.entries(node)) {
      if (typeof child !== 'object' || child === null) continue;
      if (isObject(child) && child.readOnly === true) readOnly.add(key);
      if (isObject(child) && child.writeOnly === true) writeOnly.add(key);
      visit(child);
    }
  };
  visit(root);
  return { readOnly, writeOnly };
}

/**
 * Whether an example at a place of the bundled document may lack a property that its schema requires, because the property
 * does not travel in that direction (OpenAPI 3.1, 4.8.24: `readOnly`, `writeOnly`). An example outside of requests and
 * replies may be either.
 */
export function mayLack(name: string, tokens: readonly string[], names: OneWayNames): boolean {
  const [section, kind] = tokens;
  const request = tokens[3] === 'requestBody' || (section === 'components' && kind === 'requestBodies');
  const reply = tokens[3] === 'responses' || (section === 'components' && kind === 'responses');
  return (!reply && names.readOnly.has(name)) || (!request && names.writeOnly.has(name));
}
