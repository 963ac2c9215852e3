import type { Row } from '../row.js';
import { composition } from './composition.js';
import { documentRows } from './documents.js';
import { keywordRows } from './keywords.js';
import { lists } from './lists.js';
import { objects } from './objects.js';
import { replyRows } from './replies.js';
import { requestRows } from './requests.js';
import { scalars } from './scalars.js';
import { textRows } from './texts.js';

/** Every row, in the order of the page. */
export const rows: readonly Row[] = [
  ...documentRows,
  ...textRows,
  ...requestRows,
  ...replyRows,
  ...scalars,
  ...lists,
  ...objects,
  ...composition,
  ...keywordRows,
];
