import { calls } from './calls.js';
import { generation } from './generation.js';
import { imports } from './import.js';
import { loopback } from './loopback.js';
import type { Part } from './part.js';
import { rerun } from './rerun.js';
import { size } from './size.js';
import { types } from './types.js';

export const allParts: readonly Part[] = [generation, rerun, calls, loopback, size, imports, types];
