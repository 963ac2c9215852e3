import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { BundledDocument } from '../load/document.js';
import { parseText } from '../load/read/parse.js';
import type { Model } from '../model/model.js';
import { type Problem, ProblemsError } from '../problems/index.js';
import { formatPointer, getObject, type Json } from '../schema/index.js';
import type { Edit } from './edits.js';
import { exampleEdits } from './examples.js';
import { Layout } from './layout.js';
import { mergeDocuments } from './merge.js';
import type { Note } from './rules.js';
import { editText } from './yaml-edit.js';

/** A document as `generate` has it. */
export interface Subject {
  readonly document: BundledDocument;
  readonly model: Model;
}

export interface AdoptInput {
  /** The root of our spec, absolute. */
  readonly spec: string;
  /** Reads our spec, or a copy of it: paths in the result are relative to the folder. */
  readonly readOurs: (spec: string, folder: string) => Promise<Subject>;
  /** Reads the vendor's document; schemas of these names are read even if nothing selected needs them. */
  readonly readTheirs: (schemas: readonly string[]) => Promise<Subject>;
  readonly dryRun: boolean;
}

export interface Adopted {
  /** Files that change or are new, absolute. */
  readonly written: readonly string[];
  readonly notes: readonly Note[];
  readonly version: string;
}

/** Facts, then examples, then what only the second look shows; a further one finds nothing. */
const ROUNDS = 4;

/**
 * Brings the facts of the vendor's document into our spec, in place. All work is done in a copy: a run that fails has
 * changed nothing.
 *
 * @throws {ProblemsError} when one of the documents, or the result, has errors.
 */
export async function adopt({ spec, readOurs, readTheirs, dryRun }: AdoptInput): Promise<Adopted> {
  const root = realpathSync(spec);
  const first = await readOurs(root, dirname(root));
  if (/^3\.0/.test(first.document.version)) throw new ProblemsError([tooOld(spec)]);
  const files = first.document.inputs.map(({ file }) => resolve(dirname(root), file));
  const base = commonFolder(files);
  const theirs = await readTheirs(
    Object.keys(getObject(getObject(first.document.root, 'components'), 'schemas') ?? {}),
  );
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sdkgen-adopt-')));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(folder, relative(base, file))), { recursive: true });
      cpSync(file, join(folder, relative(base, file)));
    }
    const copy = join(folder, relative(base, root));
    const changed = new Set<string>();
    const notes = new Map<string, Note>();
    let before = first.document.root;
    let ours = first;
    for (let round = 0; round < ROUNDS; round += 1) {
      const merged = mergeDocuments(ours.document.root, theirs.document.root);
      // What a copy already has is not news.
      for (const note of merged.notes) {
        if (round === 0 || note.kind === 'decide' || note.kind === 'removed') notes.set(note.text, note);
      }
      const isDone = merged.edits.length === 0;
      const edits = isDone ? exampleEdits(before, ours.model, ours.document.root) : merged.edits;
      if (edits.length === 0) break;
      const refused = applyEdits(ours.document, copy, edits, changed);
      for (const { file, edit } of refused) {
        const text = `${file}#/${edit.tokens.join('/')} could not be changed: it is written with an alias, or in a way that would be lost.`;
        notes.set(text, { kind: 'decide', text });
      }
      if (isDone) {
        for (const text of exampleTexts(edits)) notes.set(text, { kind: 'decide', text });
        before = ours.document.root;
      }
      ours = await readOurs(copy, dirname(copy));
      if (refused.length > 0 && refused.length >= edits.length) break;
    }
    const written = [...changed].map((path) => ({ from: path, to: join(base, relative(folder, path)) }));
    const differing = written.filter(({ from, to }) => textOf(from) !== textOf(to));
    if (!dryRun) replaceAll(differing);
    const version = theirs.model.info.version;
    return { written: differing.map(({ to }) => to).sort(), notes: [...notes.values()], version };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the edits into the files of a copy. */
function applyEdits(document: BundledDocument, root: string, edits: readonly Edit[], changed: Set<string>) {
  const name = relative(dirname(root), root);
  const layout = new Layout(document, name, writtenValue(root), edits);
  const refused: { readonly file: string; readonly edit: Edit }[] = [];
  for (const [file, list] of layout.files) {
    const path = resolve(dirname(root), file);
    const text = textOf(path) ?? '';
    const edited = editText(text, list, /^\s*[{[]/.test(text) && path.endsWith('.json'));
    for (const edit of edited.refused) refused.push({ file: file.split(sep).join('/'), edit });
    if (edited.text === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, edited.text);
    changed.add(path);
  }
  return refused;
}

function writtenValue(path: string): Json {
  const parsed = parseText(readFileSync(path, 'utf8'), path);
  return parsed.ok ? parsed.value : null;
}

function exampleTexts(edits: readonly Edit[]): ReadonlySet<string> {
  const places = edits.map(({ tokens }) => {
    const end = tokens.findIndex((token) => token === 'value' || token === 'example');
    return `#${formatPointer(tokens.slice(0, end === -1 ? undefined : end))}`;
  });
  return new Set(
    places.map((place) => `The example ${place} did not fit any more: look whether its new values make sense.`),
  );
}

/** Replaces all files: each is written beside its place first, so that a full disk changes nothing. */
function replaceAll(files: readonly { readonly from: string; readonly to: string }[]): void {
  const temporary = files.map(({ from, to }) => ({
    from,
    to,
    beside: join(dirname(to), `.sdkgen-${process.pid}-${files.findIndex((one) => one.to === to)}`),
  }));
  const done: { readonly to: string; readonly text: string | undefined }[] = [];
  try {
    for (const { from, to, beside } of temporary) {
      mkdirSync(dirname(to), { recursive: true });
      const mode = textOf(to) === undefined ? undefined : statSync(to).mode;
      writeFileSync(beside, readFileSync(from), mode === undefined ? {} : { mode });
    }
    for (const { to, beside } of temporary) {
      const text = textOf(to);
      renameSync(beside, to);
      done.push({ to, text });
    }
  } catch (error) {
    for (const { to, text } of done) {
      if (text === undefined) rmSync(to, { force: true });
      else writeFileSync(to, text);
    }
    throw error;
  } finally {
    for (const { beside } of temporary) rmSync(beside, { force: true });
  }
}

function textOf(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
}

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? '.');
  while (!files.every((file) => file.startsWith(folder + sep))) folder = dirname(folder);
  return folder;
}

function tooOld(file: string): Problem {
  return {
    code: 'adopt-version',
    severity: 'error',
    message: 'Only a spec of OpenAPI 3.1 can be edited: this one is of 3.0.',
    file,
    hint: 'Raise it to 3.1 first, then adopt.',
  };
}
