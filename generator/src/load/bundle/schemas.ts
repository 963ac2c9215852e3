import { didYouMean } from '../../config/index.js';
import {
  conflictingTypes,
  cutCycles,
  formatReference,
  infiniteFields,
  isObject,
  type Json,
  type JsonObject,
  type MutableObject,
  makeOptional,
  openParts,
  ownFieldNames,
  References,
  referenceAsPart,
  splitFamilies,
  undefinedRequired,
} from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { Bundle } from './bundle.js';
import { childKind, type Kind, kinds } from './grammar.js';

/** Corrects schemas that no value can match, and named schemas that contain themselves as the same value. */
export function finishSchemas({ root, origins }: Bundle, findings: Findings): void {
  const schemas: MutableObject =
    isObject(root.components) && isObject(root.components.schemas) ? root.components.schemas : {};
  const tokens = ['components', 'schemas'];
  for (const [base, name] of splitFamilies(schemas, new References(root))) {
    origins.add([...tokens, base], origins.placeOf([...tokens, name]));
  }
  cutCycles(schemas, new References(root), (name, keyword) => {
    const message = `An entry of \`${keyword}\` refers back to the schema itself: it is removed.`;
    findings.warning(
      'schema-contradiction',
      origins.placeOf([...tokens, name]),
      message,
      'Remove the entry: no value can be checked against it.',
    );
  });
  const references = new References(root);
  const endless = infiniteFields(schemas, references);
  const names = new Map(endless.map(({ schema, name }) => [schema, name]));
  const unknown: { readonly name: string; readonly schema: JsonObject; readonly path: readonly string[] }[] = [];
  const bases = new Set<string>();
  walk(root, (schema, path) => {
    const place = origins.placeOf(path);
    if (names.has(schema)) {
      const message = `\`${names.get(schema)}\` is required endlessly in its own values: it becomes optional.`;
      findings.warning('schema-contradiction', place, message, 'Make it optional, or allow `null`.');
    }
    const keyword = path.at(-2);
    for (const name of undefinedRequired(schema, keyword)) unknown.push({ name, schema, path });
    const base = referenceAsPart(schema, keyword);
    if (base !== undefined) bases.add(base);
    if (openParts(schema, references)) {
      const message =
        'A part of the `allOf` forbids the fields of the others: its `additionalProperties: false` is ignored.';
      const hint = 'Write `unevaluatedProperties: false` (3.1) beside the `allOf`, or leave it out.';
      findings.warning('schema-contradiction', place, message, hint);
    }
    const types = conflictingTypes(schema, references);
    if (types === undefined) return;
    const message = `No value is valid: the parts of the \`allOf\` require ${types.join(' and ')}.`;
    findings.warning(
      'schema-contradiction',
      place,
      message,
      'Change the parts so that one value can match them all, or use `oneOf`.',
    );
  });
  makeOptional(endless);
  for (const { name, schema, path } of unknown) {
    if (bases.has(formatReference(path))) continue;
    const message = `\`${name}\` is required, but not among the \`properties\`: it may be anything.`;
    const otherwise = 'Define the property, or correct the name.';
    const hint = didYouMean(name, ownFieldNames(schema), otherwise, (word) => `\`${word}\``);
    findings.warning('required-undefined', origins.placeOf([...path, 'required']), message, hint);
  }
}

/** Visits each schema of the document, with the tokens of its path. */
function walk(root: JsonObject, visit: (schema: MutableObject, path: readonly string[]) => void): void {
  const waiting: (readonly [node: Json, path: readonly string[], kind: Kind])[] = [[root, [], kinds.document]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, path, kind] = next;
    if (typeof node !== 'object' || node === null || kind === kinds.data) continue;
    if (kind === kinds.schema && isObject(node)) visit(node, path);
    for (const [key, part] of Object.entries(node)) waiting.push([part, [...path, key], childKind(kind, key)]);
  }
}
