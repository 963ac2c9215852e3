import { hash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/index.js';
import { unlessRefused } from '../problems/index.js';

/** In the output folder, beside the packages: it only saves time, and is removed with the folder. */
const FOLDERS = ['node_modules', '.cache', 'sdkgen'];

/** Texts stored for later runs of the same generator with the same document, output folder and names. */
export class Cache {
  readonly #out: string;
  readonly #prefix: string;
  /** The first line of each text. */
  readonly #mark: string;

  /** @param code a hash of the generator's own code. */
  constructor({ out, spec, scope, name }: Pick<Config, 'out' | 'spec' | 'scope' | 'name'>, code: string) {
    this.#out = out;
    this.#mark = `${code}\n`;
    this.#prefix = hash('sha256', [spec, scope, name].join('\0')).slice(0, 16);
  }

  read(name: string): string | undefined {
    const text = unlessRefused(() => readFileSync(this.#file(name) ?? '', 'utf8'));
    return text?.startsWith(this.#mark) ? text.slice(this.#mark.length) : undefined;
  }

  /** A write error of the disk is not a problem. */
  write(name: string, text: string): void {
    if (this.read(name) === text) return;
    unlessRefused(() => {
      const file = this.#file(name, 'make');
      if (file === undefined) return;
      rmSync(file, { force: true });
      writeFileSync(file, this.#mark + text, { flag: 'wx' });
    });
  }

  /** Undefined if a folder of the path is something else, such as a link to another place. */
  #file(name: string, make?: 'make'): string | undefined {
    let folder = this.#out;
    for (const segment of FOLDERS) {
      folder = join(folder, segment);
      if (make) mkdirSync(folder, { recursive: true });
      if (!lstatSync(folder).isDirectory()) return undefined;
    }
    return join(folder, `${this.#prefix}.${name}`);
  }
}
