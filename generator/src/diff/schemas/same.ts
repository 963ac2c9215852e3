import { type JsonObject, namedReference } from '../../schema/index.js';
import type { Version } from '../change.js';
import { reachIn } from '../reach.js';
import type { SchemaPairs } from './walk.js';

/** A reference to a part of a named schema, or to a schema of an operation. */
const INSIDE = /"\$ref":"#\/(?:(?!components\/)|components\/schemas\/[^"/]*\/)/;

/** Whether schemas of a bundled document depend on more than the named schemas that they refer to. */
export function refersInside(root: JsonObject): boolean {
  return INSIDE.test(JSON.stringify(root));
}

/** Finds named schemas that are the same text in both versions, with all that they refer to: most are. */
export function sameSchemas(old: Version, next: Version, pairs: SchemaPairs): (name: string) => boolean {
  if (refersInside(old.root) || refersInside(next.root)) return () => false;
  const texts = new Map(next.model.schemas.map(({ name, schema }) => [name, JSON.stringify(schema)]));
  const same = new Set(
    old.model.schemas.flatMap(({ name, schema }) =>
      pairs.get(name) === name && texts.get(name) === JSON.stringify(schema) ? [name] : [],
    ),
  );
  const reach = reachIn(old.model);
  return (name) =>
    same.has(name) && [...reach.namesFrom([{ $ref: namedReference(name) }])].every((key) => same.has(key));
}
