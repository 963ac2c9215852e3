import { Lines, type Problem } from '../../problems/index.js';
import type { Overlays } from '../overlay/overlays.js';
import { Positions } from '../places/positions.js';
import type { SourceFile } from '../places/source-file.js';
import { tokensAt } from '../places/tokens-at.js';
import { formatPointer } from '../pointer.js';
import { decodeText } from '../read/decode.js';
import type { ParseFault } from '../read/fault.js';
import { parseText } from '../read/parse.js';
import { isUrl, type Read, type Reader } from '../read/reader.js';

/** A file, or why there is none: `reported` when the reason is told as a problem of its own already. */
export type Opened =
  | { readonly ok: true; readonly file: SourceFile }
  | { readonly ok: false; readonly reported: true }
  | { readonly ok: false; readonly reported: false; readonly read: Exclude<Read, { ok: true }> };

/** The files of one description: each is read and parsed once. */
export class Files {
  readonly #reader: Reader;
  readonly #overlays: Overlays;
  readonly #opened = new Map<string, Promise<Opened>>();
  readonly #inputs: SourceFile[] = [];
  readonly #problems: Problem[] = [];

  constructor(reader: Reader, overlays: Overlays) {
    this.#reader = reader;
    this.#overlays = overlays;
  }

  /** In the order of reading. */
  get inputs(): readonly SourceFile[] {
    return this.#inputs;
  }

  /** Of files that could not be parsed. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** A path as it is told to the user. */
  nameOf(path: string): string {
    return this.#reader.nameOf(path);
  }

  async openSource(source: string): Promise<Opened> {
    const read = await this.#reader.readSource(source);
    // Messages and inputs name the description as the user did.
    const opened = this.#parse(read.ok && !isUrl(source) ? { ...read, name: this.#reader.nameOf(read.id) } : read);
    if (!opened.ok) return opened;
    const overlaid = { ok: true, file: this.#overlays.layOver(opened.file, true) } as const;
    this.#opened.set(opened.file.id, Promise.resolve(overlaid));
    return overlaid;
  }

  /** Reads an overlay, which changes the files that are opened after it. */
  async openOverlay(path: string, source: string): Promise<Opened> {
    const opened = this.#parse(await this.#reader.readOverlay(path));
    if (!opened.ok) return opened;
    const { file } = opened;
    this.#overlays.add(file, (reference) => this.#reader.locateExtended(file.id, reference, source));
    return opened;
  }

  /** The file that the part of a reference before its `#` means. */
  async open(base: SourceFile, reference: string): Promise<Opened> {
    if (reference === '') return { ok: true, file: base };
    const id = this.#reader.locate(base.id, reference);
    if (id === undefined) {
      return {
        ok: false,
        reported: false,
        read: { ok: false, code: 'unreadable', reason: 'it is no path and no URL' },
      };
    }
    let opened = this.#opened.get(id);
    if (opened === undefined) {
      opened = this.#reader.read(id).then((read) => {
        const parsed = this.#parse(read);
        return parsed.ok ? { ok: true, file: this.#overlays.layOver(parsed.file, false) } : parsed;
      });
      this.#opened.set(id, opened);
    }
    return opened;
  }

  #parse(read: Read): Opened {
    if (!read.ok) return { ok: false, reported: false, read };
    const decoded = decodeText(read.bytes);
    if ('fault' in decoded) return this.#report(read.name, '', 'yaml', decoded.fault);
    const parsed = parseText(decoded.text, read.name);
    if (!parsed.ok) return this.#report(read.name, decoded.text, parsed.syntax, parsed.fault);
    const file: SourceFile = {
      id: read.id,
      name: read.name,
      text: decoded.text,
      sha256: read.sha256,
      syntax: parsed.syntax,
      value: parsed.value,
    };
    this.#inputs.push(file);
    return { ok: true, file };
  }

  #report(name: string, text: string, syntax: 'json' | 'yaml', fault: ParseFault): Opened {
    this.#problems.push(problemOf(name, text, syntax, fault));
    return { ok: false, reported: true };
  }
}

function problemOf(name: string, text: string, syntax: 'json' | 'yaml', fault: ParseFault): Problem {
  const lines = new Lines(text);
  const offset = Math.min(fault.offset ?? 0, text.length);
  const tokens = fault.tokens ?? (fault.offset === undefined ? [] : tokensAt(text, syntax, offset));
  const position = fault.tokens === undefined ? lines.position(offset) : deepPosition(name, text, syntax, tokens);
  const frame = text === '' ? undefined : lines.frame(position);
  return {
    code: fault.code,
    severity: 'error',
    message: fault.message,
    file: name,
    line: position.line,
    column: position.column,
    pointer: formatPointer(tokens),
    ...(frame === undefined ? {} : { frame }),
    hint: fault.hint,
  };
}

/** A file that is nested too deeply may be so for the parser with positions too. */
function deepPosition(
  name: string,
  text: string,
  syntax: 'json' | 'yaml',
  tokens: readonly string[],
): { readonly line: number; readonly column: number } {
  try {
    return new Positions().of({ id: name, name, text, sha256: '', syntax, value: null }, tokens);
  } catch {
    return { line: 1, column: 1 };
  }
}
