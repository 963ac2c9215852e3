import { childOf, formatPointer, isObject, type Json, nodeAt, parseFragment } from '../../schema/index.js';
import { MAX_REFERENCE_HOPS } from '../limits.js';
import type { Findings } from '../places/findings.js';
import type { Place, SourceFile } from '../places/source-file.js';
import type { Files, Opened } from './files.js';
import { type Kind, shapeOf } from './grammar.js';

const UNREAD_HINT = 'A path in a reference starts at the folder of the file that it stands in.';

/** What a reference leads to. */
export interface Spot extends Place {
  readonly value: Json;
}

/** Follows references through files; what can't be followed is a finding at the place of the reference. */
export class Resolver {
  readonly #root: SourceFile;
  readonly #files: Files;
  readonly #findings: Findings;
  readonly #isSettled: (place: Place, kind: Kind) => boolean;

  /** @param isSettled Whether a place keeps a pointer of its own in the bundled document. */
  constructor(root: SourceFile, files: Files, findings: Findings, isSettled: (place: Place, kind: Kind) => boolean) {
    this.#root = root;
    this.#files = files;
    this.#findings = findings;
    this.#isSettled = isSettled;
  }

  /**
   * The place that a reference means: chains of plain references are followed to their end, or to the first place that
   * keeps its pointer in the bundled document.
   *
   * @param at Where the text of the reference stands.
   */
  async resolve(at: Place, reference: string, kind: Kind): Promise<Spot | undefined> {
    const first = await this.#follow(at, reference, at);
    if (first === undefined) return undefined;
    let settled: Spot | undefined;
    let spot = first;
    const seen = new Set<string>();
    for (let next = chained(spot); next !== undefined; next = chained(spot)) {
      if (settled === undefined && (this.#isSettled(spot, kind) || !isPlain(spot.value))) settled = spot;
      const key = `${spot.file.id}#${formatPointer(spot.tokens)}`;
      if (seen.has(key) || seen.size >= MAX_REFERENCE_HOPS) {
        const hint = 'Let one of them hold the definition.';
        this.#findings.error('ref-cycle', referenceOf(spot), 'This reference leads back to itself.', hint);
        return undefined;
      }
      seen.add(key);
      const following = await this.#follow(referenceOf(spot), next, referenceOf(spot));
      if (following === undefined) return undefined;
      spot = following;
    }
    if (!fits(spot.value, kind)) {
      const { title } = shapeOf(kind);
      this.#findings.error(
        'ref-invalid',
        at,
        `\`${reference}\` leads to ${describe(spot.value)}, where ${title} is expected.`,
        `Let it lead to ${title}.`,
      );
      return undefined;
    }
    return settled ?? spot;
  }

  async #follow(from: Place, reference: string, at: Place, hops = 0): Promise<Spot | undefined> {
    const hash = reference.indexOf('#');
    const address = hash === -1 ? reference : reference.slice(0, hash);
    const opened = await this.#files.open(from.file, address);
    if (!opened.ok) {
      if (!opened.reported) this.#reportUnread(at, reference, opened.read);
      return undefined;
    }
    const { file } = opened;
    const tokens = parseFragment(hash === -1 ? '' : reference.slice(hash + 1));
    if (tokens === undefined) {
      this.#findings.error(
        'ref-unresolved',
        at,
        `\`${reference}\` can't be resolved: what follows the \`#\` is no JSON pointer.`,
        'A JSON pointer begins with `/`, such as `#/components/schemas/User`.',
      );
      return undefined;
    }
    let value: Json = file.value;
    for (let index = 0; index < tokens.length; index += 1) {
      const child = childOf(value, tokens[index] ?? '');
      if (child !== undefined) {
        value = child;
        continue;
      }
      // A pointer may lead through a reference: `#/components/schemas/A/properties/b` where A is `{ $ref: ... }`.
      const here: Spot = { file, tokens: tokens.slice(0, index), value };
      const through = chained(here);
      if (through === undefined || hops >= MAX_REFERENCE_HOPS) {
        this.#reportDangling(at, reference, file, tokens, index);
        return undefined;
      }
      const rest = formatPointer(tokens.slice(index)).replaceAll('%', '%25');
      const joined = through.includes('#') ? `${through}${rest}` : `${through}#${rest}`;
      return this.#follow(here, joined, at, hops + 1);
    }
    return { file, tokens, value };
  }

  #reportUnread(at: Place, reference: string, read: Extract<Opened, { reported: false }>['read']): void {
    if (read.code === 'outside') {
      this.#findings.error(
        'ref-outside',
        at,
        `\`${reference}\` leads outside of the description's own folder: it is not read.`,
        'If you trust it, allow its folder or URL with --allow-ref.',
      );
      return;
    }
    const named = /^[A-Za-z0-9_]+$/.test(reference)
      ? `Did you mean \`#/components/schemas/${reference}\`?`
      : UNREAD_HINT;
    this.#findings.error('ref-unresolved', at, `\`${reference}\` can't be resolved: ${read.reason}.`, named);
  }

  #reportDangling(at: Place, reference: string, file: SourceFile, tokens: readonly string[], index: number): void {
    const where = file === at.file ? 'this file' : file.name;
    const missing = formatPointer(tokens.slice(0, index + 1));
    const message = `\`${reference}\` can't be resolved: ${where} has no \`${missing}\`.`;
    const meantRoot = file !== this.#root && nodeAt(this.#root.value, tokens) !== undefined;
    const hint = meantRoot
      ? `\`#\` means the file that the reference stands in; ${this.#root.name} has such a place.`
      : (nearMiss(file.value, tokens, index) ?? 'Correct the reference, or add what it names.');
    this.#findings.error('ref-unresolved', at, message, hint);
  }
}

/** The reference that a place consists of or holds among other keywords. */
function chained(spot: Spot): string | undefined {
  const reference = isObject(spot.value) && Object.hasOwn(spot.value, '$ref') ? spot.value.$ref : undefined;
  return typeof reference === 'string' ? reference : undefined;
}

function isPlain(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 1;
}

function referenceOf(place: Place): Place {
  return { file: place.file, tokens: [...place.tokens, '$ref'] };
}

function fits(value: Json, kind: Kind): boolean {
  return isObject(value) || (typeof value === 'boolean' && kind === 'schema');
}

function describe(value: Json): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  return `a ${typeof value}`;
}

/** A key that differs in case or in punctuation only is probably what was meant. */
function nearMiss(root: Json, tokens: readonly string[], index: number): string | undefined {
  let parent: Json | undefined = root;
  for (const token of tokens.slice(0, index)) parent = childOf(parent, token);
  if (!isObject(parent)) return undefined;
  const wanted = simplify(tokens[index] ?? '');
  const found = Object.keys(parent).find((key) => simplify(key) === wanted);
  if (found === undefined) return undefined;
  return `Did you mean \`#${formatPointer([...tokens.slice(0, index), found, ...tokens.slice(index + 1)])}\`?`;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
