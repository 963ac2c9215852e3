import { Lines, type Problem } from '../../problems/index.js';
import type { Overlays } from '../overlay/overlays.js';
import { toProblem } from '../places/findings.js';
import { Positions, tokensAt } from '../places/positions.js';
import type { SourceFile } from '../places/source-file.js';
import { decodeText, parseText } from '../read/parse.js';
import type { Read, Reader } from '../read/reader.js';
import type { ParseFault } from '../read/yaml.js';

/** A file, or why there is none: `reported` if the reason is already a problem. */
export type Opened =
  | { readonly ok: true; readonly file: SourceFile }
  | { readonly ok: false; readonly reported: true }
  | { readonly ok: false; readonly reported: false; readonly read: Exclude<Read, { ok: true }> };

/** The files of one spec: each is read and parsed once. */
export class Files {
  readonly #reader: Reader;
  readonly #overlays: Overlays;
  readonly #opened = new Map<string, Promise<Opened>>();
  /** In the order of reading. */
  readonly inputs: SourceFile[] = [];
  /** Of files that could not be parsed. */
  readonly problems: Problem[] = [];

  constructor(reader: Reader, overlays: Overlays) {
    this.#reader = reader;
    this.#overlays = overlays;
  }

  async openSource(source: string): Promise<Opened> {
    const read = await this.#reader.readSource(source);
    const opened = this.#overlaid(this.#parse(read), true);
    if (opened.ok) this.#opened.set(opened.file.id, Promise.resolve(opened));
    return opened;
  }

  /** Reads an overlay. It must be read before the files that it changes are opened. */
  async openOverlay(path: string, source: string): Promise<Opened> {
    const opened = this.#parse(await this.#reader.readOverlay(path));
    if (!opened.ok) return opened;
    const { file } = opened;
    this.#overlays.add(file, (reference) => this.#reader.locateExtended(file.id, reference, source));
    return opened;
  }

  /** Opens the file that a reference refers to by the part before its `#`. */
  async open(base: SourceFile, reference: string): Promise<Opened> {
    if (reference === '') return { ok: true, file: base };
    const id = this.#reader.locate(base.id, reference);
    if (id === undefined) {
      const read = { ok: false, code: 'unreadable', reason: 'it is neither a path nor a URL' } as const;
      return { ok: false, reported: false, read };
    }
    const opened =
      this.#opened.get(id) ?? this.#reader.read(id).then((read) => this.#overlaid(this.#parse(read), false));
    this.#opened.set(id, opened);
    return opened;
  }

  #overlaid(opened: Opened, isRoot: boolean): Opened {
    return opened.ok ? { ok: true, file: this.#overlays.layOver(opened.file, isRoot) } : opened;
  }

  #parse(read: Read): Opened {
    if (!read.ok) return { ok: false, reported: false, read };
    const { id, name, sha256 } = read;
    const unread = { id, name, text: '', sha256, syntax: 'yaml', value: null } as const;
    const decoded = decodeText(read.bytes);
    if ('fault' in decoded) return this.#report(unread, decoded.fault);
    const { text } = decoded;
    const parsed = parseText(text, name);
    const { syntax } = parsed;
    if (!parsed.ok) return this.#report({ ...unread, text, syntax }, parsed.fault);
    const file = { ...unread, text, syntax, value: parsed.value };
    this.inputs.push(file);
    return { ok: true, file };
  }

  #report(file: SourceFile, { code, message, hint, ...at }: ParseFault): Opened {
    const offset = Math.min(at.offset ?? 0, file.text.length);
    const tokens = at.tokens ?? (at.offset === undefined ? [] : tokensAt(file.text, file.syntax, offset));
    const position = at.tokens === undefined ? new Lines(file.text).position(offset) : undefined;
    const finding = { code, severity: 'error', message, place: { file, tokens }, hint } as const;
    this.problems.push(toProblem(finding, new Positions(), position));
    return { ok: false, reported: true };
  }
}
