import type { JsonObject } from '../../schema/index.js';
import type { BundledDocument, Location } from '../document.js';
import type { Positions } from '../places/positions.js';
import { type Place, type SourceFile, writtenPlace } from '../places/source-file.js';
import { existingTokens, formatPointer, parsePointer } from '../pointer.js';
import type { Bundle } from './bundle.js';

export class BundledDescription implements BundledDocument {
  readonly root: JsonObject;
  readonly source: string;
  readonly version: string;
  readonly inputs: BundledDocument['inputs'];
  readonly #bundle: Bundle;
  readonly #files: readonly SourceFile[];
  readonly #positions: Positions;

  constructor(source: string, version: string, bundle: Bundle, files: readonly SourceFile[], positions: Positions) {
    this.root = bundle.root;
    this.source = source;
    this.version = version;
    this.inputs = files.map(({ name, sha256 }) => ({ file: name, sha256 }));
    this.#bundle = bundle;
    this.#files = files;
    this.#positions = positions;
  }

  locate(pointer: string): Location | undefined {
    const tokens = parsePointer(pointer);
    if (tokens === undefined) return undefined;
    const place = this.placeOf(tokens);
    const { file, tokens: written } = writtenPlace({
      file: place.file,
      tokens: existingTokens(place.file.value, place.tokens),
    });
    const { line, column } = this.#positions.of(file, written);
    return { file: file.name, pointer: formatPointer(written), line, column };
  }

  /** Where a node of the bundled document was written, whether it can be found there or not. */
  placeOf(tokens: readonly string[]): Place {
    return this.#bundle.origins.placeOf(tokens);
  }

  frame(location: Location): string | undefined {
    const file = this.#files.find(({ name }) => name === location.file);
    return file === undefined ? undefined : this.#positions.frame(file, location.line, location.column);
  }
}
