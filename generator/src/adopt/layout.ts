import { posix } from 'node:path';
import type { BundledDocument } from '../load/document.js';
import { addTo, freeName } from '../problems/index.js';
import {
  formatPointer,
  getObject,
  getString,
  isArray,
  isObject,
  type Json,
  keywords,
  nodeAt,
  parseFragment,
  parsePointer,
  schemasOf,
} from '../schema/index.js';
import { type Edit, withEdits } from './edits.js';
import { commonSegments } from './located.js';

/** A place in a file, by the file's name in messages. */
interface FilePlace {
  readonly file: string;
  readonly tokens: readonly string[];
}

/** Keys whose values are data: a `$ref` in them is an ordinary key. */
const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** Fields of OpenAPI objects that are maps: their keys are names. */
const NAMES: ReadonlySet<string> = new Set(['schemas', 'responses', 'headers']);

/** Finds the source files and places for the edits of a bundled document, and chooses places for new parts. */
export class Layout {
  readonly #document: BundledDocument;
  readonly #read: (file: string) => Json;
  /** The root before references were resolved. */
  readonly #written: Json;
  readonly #root: string;
  readonly #files = new Map<string, Edit[]>();
  readonly #newSchemas: ReadonlyMap<string, Json>;
  readonly #homes = new Map<string, FilePlace>();

  /** @param read returns the contents of a file, with its references; null if it does not exist. */
  constructor(document: BundledDocument, root: string, read: (file: string) => Json, edits: readonly Edit[]) {
    this.#document = document;
    this.#root = root;
    this.#read = read;
    this.#written = read(root);
    const added = edits.filter(({ tokens, value }) => isSchemaPlace(tokens) && value !== undefined);
    this.#newSchemas = new Map(
      added
        .filter(({ tokens }) => nodeAt(document.root, tokens) === undefined)
        .map(({ tokens, value }) => [tokens[2] ?? '', value ?? null]),
    );
    const rest = edits.filter(({ tokens }) => !(isSchemaPlace(tokens) && this.#newSchemas.has(tokens[2] ?? '')));
    const paths = new Map<string, Edit[]>();
    for (const edit of rest) {
      const [section, path = ''] = edit.tokens;
      const isNew = section === 'paths' && getObject(getObject(document.root, 'paths'), path) === undefined;
      if (edit.rename !== undefined) this.#rename(edit);
      else if (isNew) addTo(paths, path, edit);
      else if (edit.value === undefined) this.#remove(edit.tokens, rest);
      else this.#set(edit.tokens, edit.value);
    }
    for (const [path, methods] of paths) {
      const item = methods.map(({ tokens, value }) => [tokens[2] ?? '', value ?? null] as const);
      this.#addPath(path, Object.fromEntries(item));
    }
    for (const name of this.#newSchemas.keys()) this.#homeOf(name, root);
  }

  get files(): ReadonlyMap<string, readonly Edit[]> {
    return this.#files;
  }

  #edit(file: string, tokens: readonly string[], value: Json | undefined): void {
    const edits = this.#files.get(file) ?? [];
    // Several operations may share this part of the file.
    const pointer = formatPointer(tokens);
    const isKnown = edits.some((one) => {
      const isSame = tokens.at(-1) !== '-' || JSON.stringify(one.value) === JSON.stringify(value);
      return isSame && formatPointer(one.tokens) === pointer;
    });
    if (!isKnown) addTo(this.#files, file, { tokens, value });
  }

  #placeOf(tokens: readonly string[]): FilePlace {
    const place = this.#document.locate(formatPointer(tokens));
    return { file: place?.file ?? this.#root, tokens: parsePointer(place?.pointer ?? '') ?? [] };
  }

  #set(tokens: readonly string[], value: Json): void {
    const exists = nodeAt(this.#document.root, tokens) !== undefined;
    const place = this.#placeOf(exists ? tokens : tokens.slice(0, -1));
    const at = exists ? place.tokens : [...place.tokens, tokens.at(-1) ?? ''];
    const isData = tokens.some((token, index) => isDataKey(token, tokens[index - 1]));
    this.#edit(place.file, at, isData ? value : this.#referring(value, place.file, tokens.at(-1)));
  }

  /** Renames the key of a path in the file that contains the key. */
  #rename(edit: Edit): void {
    const { file, tokens } = this.#placeOf(edit.tokens.slice(0, -1));
    addTo(this.#files, file, { ...edit, tokens: [...tokens, edit.tokens.at(-1) ?? ''] });
  }

  #remove(tokens: readonly string[], edits: readonly Edit[]): void {
    const [section, path = ''] = tokens;
    const isMethod = section === 'paths' && tokens.length === 3;
    const item = isMethod ? getObject(getObject(this.#document.root, 'paths'), path) : undefined;
    const methods = edits.filter(({ tokens: at }) => at.length === 3 && at[0] === 'paths' && at[1] === path);
    const left = item && withEdits({ paths: { [path]: item } }, methods);
    const isGone = left !== undefined && Object.keys(nodeAt(left, tokens.slice(0, 2)) ?? {}).length === 0;
    const whole = isGone ? tokens.slice(0, 2) : tokens;
    const place = this.#placeOf(whole);
    this.#edit(place.file, place.tokens, undefined);
    // If the root refers to the file, the reference is removed as well.
    const isListed = place.file !== this.#root || place.tokens.join('\n') !== whole.join('\n');
    if (isListed && nodeAt(this.#written, whole) !== undefined) this.#edit(this.#root, whole, undefined);
  }

  /** A new path is added beside the path with the longest common prefix, or in a new file. */
  #addPath(path: string, item: Json): void {
    const known = Object.keys(getObject(this.#document.root, 'paths') ?? {}).map((one) => {
      return { one, common: commonSegments(one, path) };
    });
    const [nearest] = known.sort((one, other) => other.common - one.common);
    const home = nearest === undefined ? undefined : this.#placeOf(['paths', nearest.one]);
    if (home === undefined || nearest === undefined || home.file === this.#root) {
      this.#edit(this.#root, ['paths', path], this.#referring(item, this.#root));
      return;
    }
    // The common prefix of all paths does not distinguish them.
    const shared = Math.min(...known.map(({ common }) => common));
    const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
    const words = path.split('/').slice(shared).join('-').replaceAll('_', '-');
    const word = words.replace(/[^A-Za-z0-9-]+/g, '') || 'path';
    const first = segments.find((segment) => path.split('/').indexOf(segment) >= shared) ?? segments.at(-1) ?? 'more';
    const isBeside = nearest.common > shared;
    const file = isBeside
      ? home.file
      : posix.join(posix.dirname(this.#root), `${first.replaceAll('_', '-')}${posix.extname(home.file)}`);
    const container = isBeside ? home.tokens.slice(0, -1) : ['paths'];
    const name = this.#freeName(file, container, word);
    this.#edit(file, [...container, name], this.#referring(item, file));
    const reference = `${relativeTo(this.#root, file)}#${formatPointer([...container, name])}`;
    this.#edit(this.#root, ['paths', path], { $ref: reference });
  }

  /** The word; with a number if the file already has that key. */
  #freeName(file: string, container: readonly string[], word: string): string {
    const written = this.#read(file);
    const given = new Set((this.#files.get(file) ?? []).map(({ tokens }) => formatPointer(tokens)));
    const isTaken = (name: string): boolean => {
      const tokens = [...container, name];
      return nodeAt(written, tokens) !== undefined || given.has(formatPointer(tokens));
    };
    return freeName(word, isTaken, '-');
  }

  /** The place of a schema. A new schema is added to the schemas of the first file that refers to it. */
  #homeOf(name: string, referring: string): FilePlace {
    const known = this.#homes.get(name);
    if (known !== undefined) return known;
    const value = this.#newSchemas.get(name);
    if (value === undefined) return this.#placeOf(['components', 'schemas', name]);
    const home = { file: referring, tokens: [...this.#schemasOf(referring), name] };
    this.#homes.set(name, home);
    this.#edit(home.file, home.tokens, this.#referring(value, home.file));
    const listed = schemasOf(this.#written);
    const isList = Object.values(listed).some((entry) => /^[^#]/.test(getString(entry, '$ref') ?? ''));
    if (isList && referring !== this.#root) {
      const reference = `${relativeTo(this.#root, home.file)}#${formatPointer(home.tokens)}`;
      this.#edit(this.#root, ['components', 'schemas', name], { $ref: reference });
    }
    return home;
  }

  #schemasOf(file: string): readonly string[] {
    if (file === this.#root) return ['components', 'schemas'];
    for (const name of Object.keys(schemasOf(this.#document.root))) {
      const place = this.#placeOf(['components', 'schemas', name]);
      if (place.file === file) return place.tokens.slice(0, -1);
    }
    return ['schemas'];
  }

  /** A value with its references rewritten relative to a file. */
  #referring(value: Json, file: string, parent?: string): Json {
    if (isArray(value)) return value.map((item) => this.#referring(item, file));
    if (!isObject(value)) return this.#reference(value, file);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        isDataKey(key, parent) ? this.#referringExamples(key, inner, file) : this.#referring(inner, file, key),
      ]),
    );
  }

  /** Examples are data, but each may itself be a reference. */
  #referringExamples(key: string, value: Json, file: string): Json {
    if (key !== 'examples' || !isObject(value)) return value;
    const entries = Object.entries(value).map(([name, entry]) => {
      const isReference = isObject(entry) && Object.keys(entry).join() === '$ref';
      return [name, isReference ? this.#referring(entry, file) : entry] as const;
    });
    return Object.fromEntries(entries);
  }

  #reference(value: Json, file: string): Json {
    if (typeof value !== 'string' || !value.startsWith('#/components/')) return value;
    const tokens = parseFragment(value.slice(1)) ?? [];
    const [, section, name = '', ...rest] = tokens;
    const home = section === 'schemas' ? this.#homeOf(name, file) : this.#placeOf(tokens.slice(0, 3));
    return `${relativeTo(file, home.file)}#${formatPointer([...home.tokens, ...rest])}`;
  }
}

function isDataKey(key: string, parent: string | undefined): boolean {
  const isName = parent !== undefined && (NAMES.has(parent) || keywords.get(parent)?.kind === 'map');
  return DATA.has(key) && !isName;
}

function isSchemaPlace(tokens: readonly string[]): boolean {
  return tokens.length === 3 && tokens[0] === 'components' && tokens[1] === 'schemas';
}

/** The relative path between two files; empty if they are the same. */
function relativeTo(from: string, to: string): string {
  return from === to ? '' : posix.relative(posix.dirname(from), to);
}
