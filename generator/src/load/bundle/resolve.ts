import { closestWord } from '../../config/index.js';
import {
  childOf,
  formatPointer,
  isObject,
  type Json,
  nodeAt,
  parseFragment,
  percentDecoded,
} from '../../schema/index.js';
import { MAX_REFERENCE_HOPS } from '../limits.js';
import type { Findings } from '../places/findings.js';
import { type Place, placeKey, type SourceFile } from '../places/source-file.js';
import type { Files, Opened } from './files.js';
import type { Kind } from './grammar.js';
import { fromSchemaAround, placeOfAnchor, placeOfId } from './resources.js';

/** The target of a reference. */
export interface Spot extends Place {
  readonly value: Json;
}

/**
 * Resolves a reference: chains of plain references are followed to their end, or to the first node that keeps its pointer in the
 * bundled document. If that fails, a finding is added at the reference.
 *
 * @param at The location of the reference's text.
 */
export type Resolve = (at: Place, reference: string, kind: Kind) => Promise<Spot | undefined>;

/**
 * @param report receives unresolved references.
 * @param isSettled Whether a node keeps its pointer in the bundled document.
 */
export function createResolve(
  root: SourceFile,
  files: Files,
  report: Findings['error'],
  isSettled: (place: Place, kind: Kind) => boolean,
): Resolve {
  return async (at, reference, kind) => {
    const first = await follow(at, reference, at);
    if (first === undefined) return undefined;
    let settled: Spot | undefined;
    let spot = first;
    const seen = new Set<string>();
    for (let next = referenceIn(spot); next !== undefined; next = referenceIn(spot)) {
      const isPlain = isObject(spot.value) && Object.keys(spot.value).length === 1;
      if (settled === undefined && (isSettled(spot, kind) || !isPlain)) settled = spot;
      const place = { file: spot.file, tokens: [...spot.tokens, '$ref'] };
      if (seen.has(placeKey(spot)) || seen.size >= MAX_REFERENCE_HOPS) {
        report('ref-cycle', place, 'This reference is circular.', 'Make one of them the definition.');
        return undefined;
      }
      seen.add(placeKey(spot));
      const following = await follow(place, next, place);
      if (following === undefined) return undefined;
      spot = following;
    }
    const { value } = spot;
    if (isObject(value) || (typeof value === 'boolean' && kind.form === 'schema')) return settled ?? spot;
    const found = value === null ? 'nothing (null)' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    const message = `\`${reference}\` refers to ${found}, where ${kind.title} is expected.`;
    report('ref-invalid', at, message, `Refer to ${kind.title}.`);
    return undefined;
  };

  async function follow(from: Place, reference: string, at: Place, hops = 0): Promise<Spot | undefined> {
    const [address = '', ...fragments] = reference.split('#');
    const fragment = fragments.join('#');
    const named = address === '' ? undefined : placeOfId(from, address);
    const opened = await files.open(from.file, named === undefined ? address : '');
    if (!opened.ok) {
      if (!opened.reported) reportUnread(at, reference, opened.read);
      return undefined;
    }
    const { file } = opened;
    const start: Place =
      named === undefined ? (file === from.file ? from : { file, tokens: [] }) : { file, tokens: named };
    const pointer = parseFragment(fragment);
    const inside = pointer && named !== undefined ? [...named, ...pointer] : pointer;
    const tokens = inside ? fromSchemaAround(start, inside) : placeOfAnchor(start, percentDecoded(fragment));
    if (tokens === undefined) {
      const message = `\`${reference}\` can't be resolved: the part after the \`#\` is neither a JSON pointer nor an anchor of ${nameOf(file, at)}.`;
      const hint = 'A JSON pointer starts with `/`, such as `#/components/schemas/User`.';
      report('ref-unresolved', at, message, hint);
      return undefined;
    }
    let value: Json = file.value;
    for (const [index, token] of tokens.entries()) {
      const child = childOf(value, token);
      if (child !== undefined) {
        value = child;
        continue;
      }
      // A pointer may go through a reference: `#/components/schemas/A/properties/b` where A is `{ $ref: ... }`.
      const here: Spot = { file, tokens: tokens.slice(0, index), value };
      const through = referenceIn(here);
      if (through === undefined || hops >= MAX_REFERENCE_HOPS) {
        reportDangling(at, reference, file, tokens, index);
        return undefined;
      }
      const rest = formatPointer(tokens.slice(index)).replaceAll('%', '%25');
      return follow(here, through.includes('#') ? `${through}${rest}` : `${through}#${rest}`, at, hops + 1);
    }
    return { file, tokens, value };
  }

  function reportUnread(at: Place, reference: string, read: Extract<Opened, { reported: false }>['read']): void {
    if (read.code === 'outside') {
      const message = `\`${reference}\` is outside the spec's folder: it is not read.`;
      report('ref-outside', at, message, 'If you trust it, allow its folder or URL with --allow-ref.');
      return;
    }
    const hint = /^[A-Za-z0-9_]+$/.test(reference)
      ? `Did you mean \`#/components/schemas/${reference}\`?`
      : 'A path in a reference is relative to the folder of its file.';
    report('ref-unresolved', at, `\`${reference}\` can't be resolved: ${read.reason}.`, hint);
  }

  function reportDangling(
    at: Place,
    reference: string,
    file: SourceFile,
    tokens: readonly string[],
    index: number,
  ): void {
    const missing = formatPointer(tokens.slice(0, index + 1));
    const message = `\`${reference}\` can't be resolved: ${nameOf(file, at)} has no \`${missing}\`.`;
    const hint =
      file !== root && nodeAt(root.value, tokens) !== undefined
        ? `\`#\` refers to the file of the reference; ${root.name} has such a node.`
        : (nearMiss(file.value, tokens, index) ?? 'Correct the reference, or add its target.');
    report('ref-unresolved', at, message, hint);
  }
}

function nameOf(file: SourceFile, at: Place): string {
  return file === at.file ? 'this file' : file.name;
}

/** The reference that a node consists of or has among other keywords. */
function referenceIn({ value }: Spot): string | undefined {
  const reference = childOf(value, '$ref');
  return typeof reference === 'string' ? reference : undefined;
}

/** A key that differs only in case or punctuation was probably meant. */
function nearMiss(root: Json, tokens: readonly string[], index: number): string | undefined {
  const parent = nodeAt(root, tokens.slice(0, index));
  const simplify = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const wanted = simplify(tokens[index] ?? '');
  const keys = isObject(parent) ? Object.keys(parent) : [];
  const found = keys.find((key) => simplify(key) === wanted) ?? closestWord(tokens[index] ?? '', keys);
  if (found === undefined) return undefined;
  return `Did you mean \`#${formatPointer([...tokens.slice(0, index), found, ...tokens.slice(index + 1)])}\`?`;
}
