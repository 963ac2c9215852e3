import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { BundledDocument } from '../load/document.js';
import { parseText } from '../load/read/parse.js';
import { isUrl } from '../load/read/reader.js';
import type { Model } from '../model/model.js';
import { errorProblem, type Problem, ProblemsError, replaceFiles } from '../problems/index.js';
import { formatPointer, type Json, schemasOf } from '../schema/index.js';
import { editText } from './edit-text.js';
import type { Edit } from './edits.js';
import { exampleEdits, withoutMisfits } from './examples.js';
import { Layout } from './layout.js';
import { mergeDocuments } from './merge.js';
import type { Note } from './rules.js';

/** A document with its model. */
export interface Subject {
  readonly document: BundledDocument;
  readonly model: Model;
  /** Errors in extensions, with pointers into the document. */
  readonly misfits?: readonly Problem[];
}

export interface AdoptInput {
  /** The root of our spec, absolute. */
  readonly spec: string;
  /** Overlays of our spec, absolute; they are not edited. */
  readonly overlays?: readonly string[];
  /**
   * Reads our spec, or a copy of it. Paths in the result are relative to `folder`.
   *
   * @param placed returns the path in the copy of a file or folder of the project.
   */
  readonly readOurs: (spec: string, folder: string, placed: (path: string) => string) => Promise<Subject>;
  /** Reads the vendor's document; schemas of these names are read even if nothing selected needs them. */
  readonly readTheirs: (schemas: readonly string[]) => Promise<Subject>;
  readonly dryRun: boolean;
}

export interface Adopted {
  /** Changed and new files, absolute. */
  readonly written: readonly string[];
  readonly notes: readonly Note[];
  readonly version: string;
}

/** Changes of facts, changes that depend on them, repair of examples; the last round finds nothing. */
const ROUNDS = 6;

/**
 * Updates our spec, in place, to the facts of the vendor's document. All work is done in a copy, so that a failed run changes
 * nothing.
 *
 * @throws {ProblemsError} when one of the documents, or the result, has errors.
 */
export async function adopt({ spec, overlays = [], readOurs, readTheirs, dryRun }: AdoptInput): Promise<Adopted> {
  if (isUrl(spec)) throw new ProblemsError([notEditable(spec)]);
  const root = realpathSync(spec);
  const asIs = (path: string): string => path;
  let first = await readOurs(root, dirname(root), asIs);
  if (/^3\.0/.test(first.document.version)) {
    const message = 'Only an OpenAPI 3.1 spec can be edited: this one is 3.0.';
    throw new ProblemsError([errorProblem('adopt-version', { file: spec }, message, 'Convert it to 3.1 first.')]);
  }
  const remote = first.document.inputs.map(({ file }) => file).filter(isUrl);
  if (remote.length > 0) throw new ProblemsError(remote.map(notEditable));
  const files = first.document.inputs.map(({ file }) => resolve(dirname(root), file));
  const base = commonFolder(files);
  // File names are relative to the common folder of all files.
  if (base !== dirname(root)) first = await readOurs(root, base, asIs);
  const theirs = await readTheirs(Object.keys(schemasOf(first.document.root)));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sdkgen-adopt-')));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(folder, relative(base, file))), { recursive: true });
      // The contents, not a link: an edit of a link would change the original file.
      writeFileSync(join(folder, relative(base, file)), readFileSync(file));
    }
    const placed = (path: string): string => (isUrl(path) ? path : join(folder, relative(base, realPlace(path))));
    const copy = placed(root);
    const changed = new Set<string>();
    const notes = new Map<string, Note>();
    const kept = new Set(overlays.map(placed));
    const tried = new Set<string>();
    const open = (edits: readonly Edit[]) => edits.filter((edit) => !tried.has(JSON.stringify(edit)));
    let isSettled = false;
    let before = first.document.root;
    let ours = first;
    for (let round = 0; round < ROUNDS; round += 1) {
      const merged = mergeDocuments(ours.document.root, theirs.document.root);
      const misfits = withoutMisfits(ours.misfits ?? []);
      for (const note of [...merged.notes, ...misfits.notes]) notes.set(note.text, note);
      const facts = open([...misfits.edits, ...merged.edits]);
      const isDone = facts.length === 0;
      const edits = isDone ? open(exampleEdits(before, ours.model, ours.document.root)) : facts;
      isSettled = edits.length === 0;
      if (isSettled) break;
      const refused = applyEdits(ours.document, { root: relative(base, root), folder, base, kept }, edits, changed);
      for (const { file, edit, why } of refused) {
        const text = `${file}#/${edit.tokens.join('/')} could not be changed: ${why}.`;
        notes.set(text, { kind: 'decide', text });
      }
      // Without this, the next round would return the rejected edits again, and the examples would not be repaired.
      if (refused.length > 0) for (const edit of edits) tried.add(JSON.stringify(edit));
      if (isDone) {
        for (const text of exampleTexts(edits)) notes.set(text, { kind: 'decide', text });
        before = ours.document.root;
      }
      ours = await readOurs(copy, folder, placed);
    }
    const rest = isSettled ? [] : mergeDocuments(ours.document.root, theirs.document.root).edits;
    for (const { tokens } of open(rest)) {
      const text = `#${formatPointer(tokens)} still differs from the vendor's file: check why it was not changed.`;
      notes.set(text, { kind: 'decide', text });
    }
    const written = [...changed].map((path) => ({ from: path, to: realPlace(join(base, relative(folder, path))) }));
    const differing = written.filter(({ from, to }) => textOf(from) !== textOf(to));
    if (!dryRun) replaceFiles(new Map(differing.map(({ from, to }) => [to, textOf(from)])));
    const version = theirs.model.info.version;
    return { written: differing.map(({ to }) => to).sort(), notes: [...notes.values()], version };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const UNWRITABLE = 'it is written with a merge key, an anchor or an alias, or a comment would be lost';

/**
 * Writes the edits into the files of a copy: of the files below `base`, in `folder`.
 *
 * @param root the path of the spec in the folder.
 * @param kept files that are not edited.
 */
function applyEdits(
  document: BundledDocument,
  {
    root,
    folder,
    base,
    kept,
  }: { readonly [key in 'root' | 'folder' | 'base']: string } & { kept: ReadonlySet<string> },
  edits: readonly Edit[],
  changed: Set<string>,
) {
  const layout = new Layout(document, root.split(sep).join('/'), (file) => writtenValue(join(folder, file)), edits);
  const refused: { readonly file: string; readonly edit: Edit; readonly why: string }[] = [];
  for (const [shown, list] of layout.files) {
    const path = join(folder, shown);
    if (kept.has(path)) {
      for (const edit of list) refused.push({ file: shown, edit, why: 'it is from an overlay' });
      continue;
    }
    const present = textOf(path);
    const place = join(base, relative(folder, path));
    if (present === undefined && existsSync(place)) {
      const message = 'A new path would be written to this file, which exists and is not part of the spec.';
      const hint = 'Move it elsewhere, or refer to it from the spec.';
      throw new ProblemsError([errorProblem('adopt-file', { file: place }, message, hint)]);
    }
    const text = present ?? '';
    const edited = editText(text, list, path);
    for (const edit of edited.refused) refused.push({ file: shown, edit, why: UNWRITABLE });
    if (edited.text === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    // A file without contents is no longer referred to.
    if (edited.text === '') rmSync(path);
    else writeFileSync(path, edited.text);
    changed.add(path);
  }
  return refused;
}

function notEditable(file: string): Problem {
  const message = 'This part of the spec cannot be edited: it is not a local file.';
  const hint = 'Download it into the folder of the spec, and change the references to it.';
  return errorProblem('adopt-file', { file }, message, hint);
}

function writtenValue(path: string): Json {
  const text = textOf(path);
  if (text === undefined) return null;
  const parsed = parseText(text, path);
  return parsed.ok ? parsed.value : null;
}

function exampleTexts(edits: readonly Edit[]): ReadonlySet<string> {
  const places = edits.map(({ tokens }) => {
    const end = tokens.findIndex((token) => token === 'value' || token === 'example');
    return `#${formatPointer(tokens.slice(0, end === -1 ? undefined : end))}`;
  });
  const reason = 'no longer matched its schema: check whether its new values make sense.';
  return new Set(places.map((place) => `The example ${place} ${reason}`));
}

function textOf(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
}

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? '.');
  while (!files.every((file) => file.startsWith(folder + sep))) folder = dirname(folder);
  return folder;
}

/** The target of a symbolic link; any other path unchanged. */
function realPlace(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
