import { hash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayPath, isWithin } from '../../config/location.js';
import { isKnown } from '../../problems/index.js';
import { percentDecoded } from '../../schema/index.js';
import { MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES } from '../limits.js';
import { fetchBytes } from './fetch.js';

export interface ReadOptions {
  /** The working folder: paths are relative to it, also in messages. */
  readonly cwd: string;
  /** Folders and URL prefixes that `$ref`s may refer to besides the spec's folder. */
  readonly allowRefs: readonly string[];
  /** The overlays to apply to the spec, in order. */
  readonly overlays?: readonly string[];
  /** The spec that the overlays are written for, if another version of it is read: its file names apply to both. */
  readonly overlaysOf?: string;
  /** Called with each file before it is opened, so that a missing one can be watched. */
  readonly onRead?: (path: string) => void;
  /** Ends reading from URLs. */
  readonly signal?: AbortSignal | undefined;
}

/** The code of a file system error, or of an invalid path. */
const SYSTEM_ERROR = /^(?:E[A-Z0-9]+|ERR_INVALID_ARG_VALUE)$/;

/** The content, or why it could not be read. */
export type Read =
  | {
      readonly ok: true;
      readonly id: string;
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly sha256: string;
    }
  | { readonly ok: false; readonly code: 'outside' | 'missing' | 'unreadable' | 'too-large'; readonly reason: string };

export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/**
 * Reads the files and URLs of a spec. Only the spec itself, files in its folder or below, and what `allowRefs` allows are read or
 * fetched; symbolic links are resolved first.
 */
export class Reader {
  readonly #options: ReadOptions;
  readonly #folders: string[] = [];
  readonly #prefixes: string[] = [];
  #files = 0;
  #bytes = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** Reads the spec itself, wherever it is; `$ref`s may refer to files in its folder. */
  async readSource(source: string): Promise<Read> {
    for (const allowed of this.#options.allowRefs) {
      if (URL.canParse(allowed) && isUrl(allowed)) this.#prefixes.push(folderUrl(allowed));
      else this.#folders.push(await realFolder(resolve(this.#options.cwd, allowed)));
    }
    if (isUrl(source)) {
      if (!URL.canParse(source)) return { ok: false, code: 'unreadable', reason: 'the URL is not valid' };
      const read = await this.#fetch(source, () => true);
      if (read.ok) this.#prefixes.push(new URL('.', source).href, new URL('.', read.id).href);
      return read;
    }
    const path = resolve(this.#options.cwd, source);
    this.#folders.push(await realFolder(dirname(path)));
    return this.#readFile(path, () => true);
  }

  /** Reads an overlay, wherever it is: it was given by the user. */
  readOverlay(path: string): Promise<Read> {
    return this.#readFile(resolve(this.#options.cwd, path), () => true);
  }

  /** The file of the spec that an overlay `extends`. */
  locateExtended(overlay: string, reference: string, source: string): string | undefined {
    const target = this.locate(overlay, reference);
    const { cwd, overlaysOf } = this.#options;
    if (overlaysOf === undefined || target === undefined || isUrl(source)) return target;
    if (target === overlaysOf) return resolve(cwd, source);
    const way = relative(dirname(overlaysOf), target);
    return isWithin(dirname(overlaysOf), target) ? resolve(cwd, dirname(source), way) : target;
  }

  /** The absolute path or URL of a reference in `base`; `undefined` if it cannot be read. */
  locate(base: string, reference: string): string | undefined {
    if (isUrl(reference)) return URL.canParse(reference) ? new URL(reference).href : undefined;
    if (isUrl(base)) {
      if (!URL.canParse(reference, base)) return undefined;
      const url = new URL(reference, base).href;
      return isUrl(url) ? url : undefined;
    }
    if (/^file:/i.test(reference)) return pathOfUrl(reference);
    if (/^[a-z][a-z0-9+.-]+:/i.test(reference)) return undefined;
    return resolve(dirname(base), percentDecoded(reference));
  }

  /** Reads the target of a reference, if allowed. */
  read(id: string): Promise<Read> {
    return isUrl(id)
      ? this.#fetch(id, (url) => this.#prefixes.some((prefix) => url.startsWith(prefix)))
      : this.#readFile(id, (path) => this.#folders.some((folder) => isWithin(folder, path)));
  }

  /** The name of a path in messages. */
  nameOf(id: string): string {
    const shown = displayPath(this.#options.cwd, isUrl(id) ? id : resolve(this.#options.cwd, id));
    return isAbsolute(shown) ? id : shown;
  }

  async #readFile(path: string, allowed: (path: string) => boolean): Promise<Read> {
    // Checked first, so that a problem does not reveal which files exist elsewhere.
    const real = await realFile(path);
    if (!allowed(real ?? path)) return outside();
    this.#options.onRead?.(path);
    if (real !== undefined) this.#options.onRead?.(real);
    const missing = { ok: false, code: 'missing', reason: 'the file does not exist' } as const;
    try {
      // Before opening it: opening a named pipe waits for a writer.
      const stats = await stat(real ?? path);
      if (real === undefined) return missing;
      if (!stats.isFile()) {
        const reason = stats.isDirectory() ? 'it is a folder' : 'it is not a regular file';
        return { ok: false, code: 'unreadable', reason };
      }
      return this.#refuse(stats.size) ?? this.#done(path, await readFile(real));
    } catch (error) {
      if (!isKnown(error, SYSTEM_ERROR)) throw error;
      if (isKnown(error, /^(?:ENOENT|ENOTDIR)$/)) return missing;
      return { ok: false, code: 'unreadable', reason: reasonOf(error) };
    }
  }

  async #fetch(url: string, allowed: (url: string) => boolean): Promise<Read> {
    if (!allowed(url)) return outside();
    const reply = await fetchBytes(url, allowed, this.#options.signal);
    if (reply.ok) return this.#refuse(reply.bytes.length) ?? this.#done(reply.url, reply.bytes);
    return reply.reason === 'outside' ? outside() : { ok: false, code: 'unreadable', reason: reply.reason };
  }

  #refuse(size: number): Read | undefined {
    if (size > MAX_FILE_BYTES) {
      return { ok: false, code: 'too-large', reason: `it is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB` };
    }
    if (this.#bytes + size > MAX_TOTAL_BYTES || this.#files + 1 > MAX_FILES) {
      const limit = `${MAX_FILES} files or ${MAX_TOTAL_BYTES / 2 ** 20} MiB`;
      return { ok: false, code: 'too-large', reason: `the spec would have more than ${limit}` };
    }
    return undefined;
  }

  #done(id: string, bytes: Uint8Array): Read {
    this.#files += 1;
    this.#bytes += bytes.length;
    const sha256 = hash('sha256', bytes);
    return { ok: true, id, name: this.nameOf(id), bytes, sha256 };
  }
}

/** Without the path, which is already in the message. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z]+: (.*), \w+ '.*'$/s, '$1');
}

function outside(): Read {
  return { ok: false, code: 'outside', reason: "it is outside the spec's folder" };
}

function folderUrl(prefix: string): string {
  const url = new URL(prefix);
  return url.pathname.endsWith('/') || /\.(?:ya?ml|json)$/i.test(url.pathname) ? url.href : `${url.href}/`;
}

async function realFolder(path: string): Promise<string> {
  return (await realFile(path)) ?? path;
}

async function realFile(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isKnown(error, SYSTEM_ERROR)) return undefined;
    throw error;
  }
}

/** The path of a `file:` URL; `undefined` if it is not a local one. */
function pathOfUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch (error) {
    if (isKnown(error, /^(?:ERR_INVALID_(?:URL|FILE_URL).*|URIError)$/)) return undefined;
    throw error;
  }
}
