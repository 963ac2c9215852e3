import { addTo } from '../../problems/index.js';
import {
  admitDateTimeText,
  admitText,
  correctSchema,
  distributeType,
  emptyObject,
  formatPointer,
  hasMisspelledDateTime,
  isAnnotation,
  isArray,
  isLongInteger,
  isObject,
  isOfField,
  type Json,
  type JsonObject,
  type MutableObject,
  nameUnevaluated,
  raiseSchema,
  splitDateTime,
} from '../../schema/index.js';
import { MAX_BUNDLED_NODES } from '../limits.js';
import type { Findings } from '../places/findings.js';
import type { Place } from '../places/source-file.js';
import type { FrequentCode } from './frequent.js';
import { childKind, isMap, type Kind, kinds } from './grammar.js';
import type { Mount } from './mounts.js';
import { isRedefined, placeOfAnchor } from './resources.js';

/** A reference to be resolved later. */
export interface Site {
  /** The copied object that contains it. */
  readonly holder: MutableObject;
  /** The key of the reference in the holder. */
  readonly key: string;
  readonly reference: string;
  /** Where the holder was written. */
  readonly place: Place;
  readonly mount: Mount;
  readonly kind: Kind;
  /** `inline`: replaced by its target; `mapping`: an entry of a discriminator's mapping. */
  readonly use: 'reference' | 'inline' | 'mapping';
}

export interface TransferContext {
  readonly findings: Findings;
  readonly sites: Site[];
  /** Whether the spec is 3.0, where siblings of a `$ref` have no meaning. */
  readonly legacy: boolean;
  /** Whether a number that is a date-time may also be a string; see `LoadOptions`. */
  readonly numberDateTimes: boolean;
  /** See `LoadOptions`. */
  readonly int64: 'number' | 'number-or-string' | undefined;
  /** The places of what most specs that have it have often, which is reported once. */
  readonly frequent: Map<FrequentCode, Place[]>;
  /** The number of nodes copied so far. */
  nodes: number;
}

/** How to read a spec. */
export type BundleRules = Pick<TransferContext, 'legacy' | 'numberDateTimes' | 'int64'>;

export class TooManyNodes extends Error {}

/**
 * Copies a subtree of a source file: everything defined by OpenAPI is copied, converted to 3.1 and checked, with its references
 * noted; data (examples, defaults, extensions) is shared with the source and not visited.
 */
export function transfer(context: TransferContext, mount: Mount, value: Json, kind: Kind): Json {
  const { findings, sites } = context;
  const { file } = mount.place;
  const tokens = [...mount.place.tokens];
  const here = (...more: readonly string[]): Place => ({ file, tokens: [...tokens, ...more] });

  const copy = (node: Json, nodeKind: Kind): Json | undefined => {
    if (nodeKind === kinds.data) return node;
    context.nodes += 1;
    if (context.nodes > MAX_BUNDLED_NODES) throw new TooManyNodes();
    const { form, title, lenient = false } = nodeKind;
    if (form === 'list') return isArray(node) ? copyList(node, nodeKind) : misfit(node, title, 'a list', lenient);
    if (isObject(node)) return copyObject(node, nodeKind);
    if (form === 'schema' && typeof node === 'boolean') return node;
    return misfit(node, title, form === 'schema' ? 'an object or a boolean' : 'an object', lenient);
  };

  const copyList = (list: readonly Json[], listKind: Kind): readonly Json[] => {
    const kept: Json[] = [];
    list.forEach((element, index) => {
      tokens.push(String(index));
      // Positions in arrays are kept: pointers contain them.
      kept.push(copy(element, childKind(listKind, String(index))) ?? emptyObject());
      tokens.pop();
    });
    return kept;
  };

  const copyObject = (node: JsonObject, nodeKind: Kind): MutableObject => {
    const result = emptyObject();
    const dynamic = nodeKind === kinds.schema ? dynamicReference(node) : undefined;
    const reference = Object.hasOwn(node, '$ref') ? node.$ref : dynamic;
    const refers = reference !== undefined && (!isMap(nodeKind) || typeof reference === 'string');
    const ignored = refers && typeof reference === 'string' && nodeKind.section !== undefined;
    for (const key of Object.keys(node)) {
      const child = node[key];
      if (child === undefined) continue;
      if (ignored && key !== '$ref' && isIgnoredBeside(nodeKind, key)) {
        const message = `\`${key}\` beside a \`$ref\` is ignored.`;
        const hint = `Move it to the target of the reference, or write \`allOf: [{ $ref: ... }]\` with \`${key}\` beside it.`;
        if (!isAnnotation(key)) findings.warning('ref-siblings-ignored', here(key), message, hint);
        continue;
      }
      tokens.push(key);
      const ownKind = refers && key === '$ref' ? kinds.data : childKind(nodeKind, key);
      const isOldTuple = isArray(child) && nodeKind === kinds.schema && key === 'items';
      const copied = copy(child, isOldTuple ? kinds.schemaList : ownKind);
      tokens.pop();
      if (copied !== undefined) result[key] = copied;
      // A name with an invalid value is still a name: a property, a response.
      else if (isMap(nodeKind)) result[key] = emptyObject();
    }
    if (dynamic !== undefined) {
      result.$ref = dynamic;
      delete result.$dynamicRef;
    }
    if (refers) noteReference(result, reference, nodeKind);
    if (nodeKind === kinds.schema) finishSchema(result);
    if (nodeKind === kinds.discriminator) noteMapping(result);
    return result;
  };

  /** Siblings of a `$ref` have no meaning in 3.0, nor in 3.1 except in schemas. */
  const isIgnoredBeside = (nodeKind: Kind, key: string): boolean =>
    key !== 'description' &&
    key !== 'summary' &&
    (nodeKind === kinds.schema ? context.legacy && !isOfField(key) : true);

  const noteReference = (holder: MutableObject, reference: Json | undefined, nodeKind: Kind): void => {
    if (typeof reference !== 'string') {
      const hint = 'Write, for instance, #/components/schemas/User.';
      findings.error('ref-invalid', here('$ref'), 'A `$ref` must be a string.', hint);
      return;
    }
    const use = nodeKind.section === undefined ? 'inline' : 'reference';
    sites.push({ holder, key: '$ref', reference, place: here(), mount, kind: nodeKind, use });
  };

  /** The first anchor with the name is used: the path by which a value reaches a schema is not tracked. */
  const dynamicReference = (node: JsonObject): Json | undefined => {
    const { $dynamicRef } = node;
    if (typeof $dynamicRef !== 'string' || Object.hasOwn(node, '$ref')) return undefined;
    const anchor = $dynamicRef.replace(/^.*#/, '');
    const found = placeOfAnchor({ file, tokens }, anchor);
    const isKnown =
      !$dynamicRef.startsWith('#') || (found !== undefined && formatPointer(found) !== formatPointer(tokens));
    const message = isKnown
      ? '`$dynamicRef` is read as `$ref`: other schemas with the same `$dynamicAnchor` do not replace its target.'
      : `\`$dynamicRef\` resolves to no schema: any value is accepted.`;
    if (!isKnown || isRedefined(file, anchor)) {
      findings.warning(
        'schema-keyword-ignored',
        here('$dynamicRef'),
        message,
        'Refer to the intended schema by `$ref`.',
      );
    }
    return isKnown ? $dynamicRef : undefined;
  };

  const noteMapping = (discriminator: MutableObject): void => {
    if (!isObject(discriminator.mapping)) return;
    const mapping = emptyObject();
    for (const [key, reference] of Object.entries(discriminator.mapping)) {
      mapping[key] = reference;
      // A plain name is the name of a component.
      const isName = /^[A-Za-z0-9._-]+$/.test(String(reference)) && !/\.(?:ya?ml|json)$/i.test(String(reference));
      if (typeof reference !== 'string' || isName) continue;
      const place = here('mapping');
      sites.push({ holder: mapping, key, reference, place, mount, kind: kinds.schema, use: 'mapping' });
    }
    discriminator.mapping = mapping;
  };

  const finishSchema = (schema: MutableObject): void => {
    correctSchema(schema, (code, keyword, message, hint) => findings.warning(code, here(keyword), message, hint));
    if (context.legacy && schema.type === 'array' && schema.items === undefined) {
      const hint = 'Define the items: `items: { type: string }`.';
      findings.warning(
        'schema-keyword-ignored',
        here(),
        'An array has no `items`: items of any type are accepted.',
        hint,
      );
    }
    if (schema.nullable === true && context.legacy && Object.hasOwn(schema, '$ref')) {
      const message = 'OpenAPI 3.0 ignores `nullable` beside a `$ref`; it is applied anyway: the value may be null.';
      findings.warning(
        'ref-siblings-ignored',
        here('nullable'),
        message,
        'Write `allOf: [{ $ref: ... }]` with `nullable: true` beside it.',
      );
    }
    if (schema.nullable === true && !context.legacy) {
      addTo(context.frequent, 'nullable-outdated', here('nullable'));
    }
    if (hasMisspelledDateTime(schema)) addTo(context.frequent, 'format-unknown', here('format'));
    distributeType(schema);
    nameUnevaluated(schema);
    const reference = sites.at(-1);
    if (context.numberDateTimes) admitDateTimeText(schema);
    if (isLongInteger(schema)) {
      if (context.int64 === undefined) addTo(context.frequent, 'int64-rounded', here());
      if (context.int64 === 'number-or-string') admitText(schema);
    }
    const wrap = raiseSchema(schema);
    if (!context.numberDateTimes) splitDateTime(schema);
    if (wrap === undefined) return;
    mount.wraps.set(formatPointer(tokens), wrap);
    // The reference was moved into the wrapper, so its site must point there.
    const [inner] = isArray(schema.anyOf) ? schema.anyOf : [];
    if (reference?.holder === schema && isObject(inner)) {
      sites[sites.length - 1] = { ...reference, holder: inner };
    }
  };

  const misfit = (node: Json, title: string, expected: string, lenient: boolean): undefined => {
    const hint = `Use ${expected}, or remove the entry.`;
    if (node !== null && !lenient) {
      findings.error('structure-invalid', here(), `Expected ${title}, which must be ${expected}.`, hint);
      return undefined;
    }
    const nothing = `The value is missing: ${title} is expected.`;
    const message = node === null ? nothing : `This is ignored: ${title} must be ${expected}.`;
    findings.warning('structure-ignored', here(), message, hint);
    return undefined;
  };

  return copy(value, kind) ?? emptyObject();
}
