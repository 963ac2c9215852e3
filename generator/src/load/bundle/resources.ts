import { addressesOf, childOf, formatPointer, isObject, type Json, nodeAt, parsePointer } from '../../schema/index.js';
import type { Place, SourceFile } from '../places/source-file.js';

/** Names in a file besides its pointers: schemas with an `$id`, and anchors (JSON Schema 2020-12 Core, 8.2). */
interface Named {
  /** The pointers of schemas with an `$id`, by URI. */
  readonly ids: ReadonlyMap<string, string>;
  /** The URIs of schemas with an `$id`, by pointer. */
  readonly addresses: ReadonlyMap<string, string>;
  /** By the URI of the surrounding schema and the name, and by name alone: the first in the file. */
  readonly anchors: ReadonlyMap<string, string>;
  /** The number of schemas with a `$dynamicAnchor` of this name. */
  readonly dynamic: ReadonlyMap<string, number>;
}

const known = new WeakMap<SourceFile, Named>();

/** The node of the same file whose `$id` a reference contains, without its fragment. */
export function placeOfId(from: Place, address: string): readonly string[] | undefined {
  const { ids } = namedIn(from.file);
  const pointer = ids.size === 0 ? undefined : ids.get(resolved(address, addressAround(from)));
  return pointer === undefined ? undefined : parsePointer(pointer);
}

/** The node of an anchor: in the schema with an `$id` around a reference, otherwise the first in the file. */
export function placeOfAnchor(from: Place, anchor: string): readonly string[] | undefined {
  const { anchors } = namedIn(from.file);
  const pointer = anchors.get(`${addressAround(from)}#${anchor}`) ?? anchors.get(`#${anchor}`);
  return pointer === undefined ? undefined : parsePointer(pointer);
}

/** Whether several schemas of a file have the `$dynamicAnchor` of this name. */
export function isRedefined(file: SourceFile, anchor: string): boolean {
  return (namedIn(file).dynamic.get(anchor) ?? 0) > 1;
}

/**
 * A pointer that does not exist in the file may be relative to the schema with an `$id` around the reference. `#` is never the
 * whole OpenAPI document: without an `$id` around, it is the outermost schema.
 */
export function fromSchemaAround(from: Place, tokens: readonly string[]): readonly string[] {
  const around = tokensAround(from);
  if (tokens.length === 0 && around.length === 0 && childOf(from.file.value, 'openapi') !== undefined) {
    const isNamed = from.tokens[0] === 'components' && from.tokens[1] === 'schemas';
    return from.tokens.slice(0, isNamed ? 3 : from.tokens.indexOf('schema') + 1);
  }
  if (tokens.length === 0) return around;
  if (around.length === 0 || nodeAt(from.file.value, tokens) !== undefined) return tokens;
  const inside = [...around, ...tokens];
  return childOf(nodeAt(from.file.value, around), tokens[0] ?? '') === undefined ? tokens : inside;
}

function addressAround(from: Place): string {
  return namedIn(from.file).addresses.get(formatPointer(tokensAround(from))) ?? baseOf(from.file);
}

function tokensAround({ file, tokens }: Place): readonly string[] {
  const { addresses } = namedIn(file);
  if (addresses.size === 0) return [];
  for (let length = tokens.length; length > 0; length -= 1) {
    if (addresses.has(formatPointer(tokens.slice(0, length)))) return tokens.slice(0, length);
  }
  return [];
}

function namedIn(file: SourceFile): Named {
  const before = known.get(file);
  if (before !== undefined) return before;
  const ids = new Map<string, string>();
  const addresses = new Map<string, string>();
  const anchors = new Map<string, string>();
  const dynamic = new Map<string, number>();
  const visit = (node: Json, pointer: string, around: string): void => {
    if (typeof node !== 'object' || node === null) return;
    let address = around;
    if (isObject(node)) {
      const { id, anchors: names, dynamicAnchor } = addressesOf(node);
      if (id !== undefined && pointer !== '') {
        address = resolved(id, around);
        if (!ids.has(address)) ids.set(address, pointer);
        addresses.set(pointer, address);
      }
      if (dynamicAnchor !== undefined) dynamic.set(dynamicAnchor, (dynamic.get(dynamicAnchor) ?? 0) + 1);
      for (const name of names) {
        for (const key of [`${address}#${name}`, `#${name}`]) if (!anchors.has(key)) anchors.set(key, pointer);
      }
    }
    for (const [key, child] of Object.entries<Json>(node)) visit(child, pointer + formatPointer([key]), address);
  };
  // Most files have neither, and are not searched.
  if (/\$id|\$anchor|\$dynamicAnchor/.test(file.text)) visit(file.value, '', baseOf(file));
  const named: Named = { ids, addresses, anchors, dynamic };
  known.set(file, named);
  return named;
}

function baseOf({ id }: SourceFile): string {
  return URL.canParse(id) ? id : `file://${encodeURI(id)}`;
}

function resolved(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href.replace(/#$/, '') : address;
}
