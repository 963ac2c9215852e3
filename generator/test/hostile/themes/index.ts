import type { HostileTable } from '../case.js';
import { addresses } from './addresses.js';
import { exhaustion } from './exhaustion.js';
import { fileNames } from './file-names.js';
import { files } from './files.js';
import { names } from './names.js';
import { oddlyNamed } from './odd-names.js';
import { prose } from './prose.js';
import { references } from './references.js';
import { values } from './values.js';

/** The whole corpus, by theme. */
export const themes: readonly (readonly [theme: string, table: HostileTable])[] = [
  ['prose', prose],
  ['values', values],
  ['names', names],
  ['addresses', addresses],
  ['odd names', oddlyNamed],
  ['file names', fileNames],
  ['references', references],
  ['files', files],
  ['exhaustion', exhaustion],
];
