import {
  conflictingTypes,
  cutCycles,
  endlessFields,
  isObject,
  type Json,
  type JsonObject,
  type MutableObject,
  References,
  releaseFields,
  splitFamilies,
  subschemas,
} from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { Bundle } from './bundle.js';

/** Gives the named schemas a form in which none contains itself as the same value. */
export function finishSchemas({ root, origins }: Bundle, findings: Findings): void {
  const schemas: MutableObject | undefined =
    isObject(root.components) && isObject(root.components.schemas) ? root.components.schemas : undefined;
  if (schemas === undefined) return;
  const tokens = ['components', 'schemas'];
  for (const [base, name] of splitFamilies(schemas, new References(root))) {
    origins.add([...tokens, base], origins.placeOf([...tokens, name]));
  }
  cutCycles(schemas, new References(root), (name, keyword) => {
    const message = `An entry of \`${keyword}\` leads back to the schema itself: it is left out.`;
    findings.warning(
      'schema-contradiction',
      origins.placeOf([...tokens, name]),
      message,
      'Remove the entry: nothing can be checked against it.',
    );
  });
  const references = new References(root);
  const endless = endlessFields(schemas, references);
  const names = new Map(endless.map(({ schema, name }) => [schema, name]));
  walk(schemas, (schema, path) => {
    const place = origins.placeOf([...tokens, ...path]);
    if (names.has(schema)) {
      const message = `\`${names.get(schema)}\` is required of each value in it, without an end: it is not demanded.`;
      findings.warning('schema-contradiction', place, message, 'Let it be optional, or `null`.');
    }
    const types = conflictingTypes(schema, references);
    if (types === undefined) return;
    const message = `No value is valid: the parts of the \`allOf\` demand ${types.join(' and ')}.`;
    findings.warning('schema-contradiction', place, message, 'Let one value fulfil them all, or use `oneOf`.');
  });
  releaseFields(endless);
}

/** Visits each schema that is written in the named ones, with the tokens that lead to it. */
function walk(schemas: JsonObject, visit: (schema: JsonObject, path: readonly string[]) => void): void {
  const waiting: (readonly [schema: Json, path: readonly string[]])[] = Object.entries(schemas).map(
    ([name, schema]) => [schema, [name]],
  );
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [schema, path] = next;
    if (!isObject(schema)) continue;
    visit(schema, path);
    for (const part of subschemas(schema)) waiting.push([part.schema, [...path, ...part.tokens]]);
  }
}
