import { formatPointer, type JsonObject, parsePointer } from '../../schema/index.js';
import type { BundledDocument, Location } from '../document.js';
import type { Positions } from '../places/positions.js';
import { existingPlace, type Place, type SourceFile, writtenPlace } from '../places/source-file.js';
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
    const place = writtenPlace(existingPlace(this.placeOf(tokens)));
    return {
      file: place.file.name,
      pointer: formatPointer(place.tokens),
      ...this.#positions.of(place.file, place.tokens),
    };
  }

  /** Where a node of the bundled document was written, whether it can be found there or not. */
  placeOf(tokens: readonly string[]): Place {
    return this.#bundle.origins.placeOf(tokens);
  }

  frame(location: Location): string | undefined {
    const file = this.#files.find(({ name }) => name === location.file);
    return file === undefined ? undefined : this.#positions.frame(file, location);
  }
}
