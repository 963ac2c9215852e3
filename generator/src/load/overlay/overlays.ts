import { exec, type JsonValue } from 'jsonpath-rfc9535';
import { isArray, isObject, type Json } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { Place, SourceFile } from '../places/source-file.js';
import { type Overlay, type OverlayAction, readOverlay } from './document.js';
import { WrittenPlaces } from './written-places.js';

/** A value that is being changed. */
type Draft = JsonValue;

/** The overlays of one spec, in order: Overlay Specification 1.0.0. */
export class Overlays {
  readonly #findings: Findings;
  /** With the id of the file that each changes; absent for the spec's root. */
  readonly #entries: { readonly overlay: Overlay; readonly target: string | undefined }[] = [];
  readonly #applied = new Set<Overlay>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** @param locate the id of the file that a reference in the overlay leads to. */
  add(file: SourceFile, locate: (reference: string) => string | undefined): void {
    const overlay = readOverlay(file, this.#findings);
    const target = overlay.extends === undefined ? undefined : (locate(overlay.extends) ?? '');
    this.#entries.push({ overlay, target });
  }

  /**
   * The file with its overlays applied, each action to the result of the earlier ones: section 4.4.3. An update is merged into
   * objects recursively and appended to lists; it replaces other values. An action that matches nothing is an error.
   */
  layOver(file: SourceFile, isRoot: boolean): SourceFile {
    const fitting = this.#entries.filter(({ target }) => target === file.id || (target === undefined && isRoot));
    if (fitting.length === 0) return file;
    const draft = new Overlaid(file);
    for (const { overlay } of fitting) {
      this.#applied.add(overlay);
      for (const action of overlay.actions) draft.act(overlay.file, action, this.#findings);
    }
    const { value, places } = draft;
    return { ...file, value, writtenAt: (tokens) => places.placeOf(value, tokens) };
  }

  /** Called after all files are read: an overlay for a file that is not part of the spec is an error. */
  checkApplied(): void {
    for (const { overlay } of this.#entries) {
      if (this.#applied.has(overlay)) continue;
      const hint = 'Use a file of the spec, or omit `extends` to change the root.';
      const place = { file: overlay.file, tokens: ['extends'] };
      this.#findings.error('overlay-extends', place, 'This file is not part of the spec.', hint);
    }
  }
}

class Overlaid {
  readonly places: WrittenPlaces;
  value: Draft;

  constructor(file: SourceFile) {
    this.places = new WrittenPlaces(file);
    this.value = copyOf(file.value);
  }

  act(overlay: SourceFile, action: OverlayAction, findings: Findings): void {
    const at = { file: overlay, tokens: [...action.tokens, 'target'] };
    const found: string[][] = [];
    exec(this.value, action.target, (_, path) => found.push(path.map(String)));
    if (found.length === 0) {
      if (action.isOptional) return;
      const hint = 'Check whether the spec still contains what this action corrects; if not, remove the action.';
      findings.error('overlay-target-missing', at, 'The target matches nothing in the spec.', hint);
      return;
    }
    if (action.remove) {
      for (const tokens of inRemovalOrder(found)) this.#remove(tokens, at, findings);
    } else if (action.update !== undefined) {
      const source = { file: overlay, tokens: [...action.tokens, 'update'] };
      for (const tokens of found) this.#update(tokens, action.update, source, at, findings);
    }
  }

  #remove(tokens: readonly string[], at: Place, findings: Findings): void {
    const key = tokens.at(-1);
    const parent = nodeIn(this.value, tokens.slice(0, -1));
    if (key === undefined) {
      const hint = 'Target the part to be removed.';
      findings.error('overlay-target-unfit', at, 'The spec as a whole cannot be removed.', hint);
    } else if (Array.isArray(parent)) {
      const place = this.places.placeOf(this.value, tokens.slice(0, -1));
      this.places.removeElement(parent, Number(key), place);
      parent.splice(Number(key), 1);
    } else if (typeof parent === 'object' && parent !== null) {
      delete parent[key];
    }
  }

  #update(tokens: readonly string[], update: Json, source: Place, at: Place, findings: Findings): void {
    const node = nodeIn(this.value, tokens);
    if (Array.isArray(node)) this.#append(node, update, source);
    else if (typeof node === 'object' && node !== null && isObject(update)) this.#merge(node, update, source);
    else {
      const what =
        typeof node === 'object' && node !== null ? 'an object, but the update is not' : 'neither an object nor a list';
      const hint = 'Target the object that contains the field, and put the field into `update`.';
      findings.error('overlay-target-unfit', at, `The target is ${what}.`, hint);
    }
  }

  #merge(node: { [key: string]: Draft }, update: { readonly [key: string]: Json }, source: Place): void {
    for (const [key, value] of Object.entries(update)) {
      const place = { file: source.file, tokens: [...source.tokens, key] };
      const present = Object.hasOwn(node, key) ? node[key] : undefined;
      if (Array.isArray(present) && isArray(value)) this.#append(present, value, place);
      else if (typeof present === 'object' && present !== null && !Array.isArray(present) && isObject(value)) {
        this.#merge(present, value, place);
      } else {
        // As a plain assignment, `__proto__` would set the prototype.
        Object.defineProperty(node, key, {
          value: copyOf(value),
          writable: true,
          enumerable: true,
          configurable: true,
        });
        this.places.set(node, key, place);
      }
    }
  }

  #append(node: Draft[], update: Json, source: Place): void {
    const entries = isArray(update)
      ? update.map((value, index) => [value, String(index)] as const)
      : [[update] as const];
    for (const [value, token] of entries) {
      const tokens = token === undefined ? source.tokens : [...source.tokens, token];
      this.places.set(node, String(node.length), { file: source.file, tokens });
      node.push(copyOf(value));
    }
  }
}

function nodeIn(root: Draft, tokens: readonly string[]): Draft | undefined {
  let node: Draft | undefined = root;
  for (const token of tokens) {
    if (Array.isArray(node)) node = node[Number(token)];
    else if (typeof node === 'object' && node !== null && Object.hasOwn(node, token)) node = node[token];
    else return undefined;
  }
  return node;
}

/** Deeper and later places first, so that the pointers of the others remain valid. */
function inRemovalOrder(found: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...found].sort((left, right) => {
    for (let depth = 0; depth < Math.min(left.length, right.length); depth += 1) {
      const [one = '', other = ''] = [left[depth], right[depth]];
      if (one !== other) return Number(other) - Number(one) || (one < other ? 1 : -1);
    }
    return right.length - left.length;
  });
}

/** A copy that may be changed; a value with several references (YAML aliases) is copied for each. */
function copyOf(value: Json): Draft {
  if (isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copyOf(child)]));
}
