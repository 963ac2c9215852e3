import type { Consumer } from '../consumer.js';
import { browserConsumers } from './browser.js';
import { nodeConsumers } from './node.js';
import { runtimeConsumers } from './runtimes.js';
import { treeShakingConsumers } from './tree-shaking.js';
import { typeScriptConsumers } from './typescript.js';
import { workerdConsumers } from './workerd.js';

/** All of them, in the order of the table. The tools must be installed: their versions are in the names. */
export function allConsumers(): Consumer[] {
  return [
    ...nodeConsumers(20),
    ...nodeConsumers(22),
    ...nodeConsumers(24),
    ...runtimeConsumers(),
    ...workerdConsumers(),
    ...browserConsumers(),
    ...typeScriptConsumers(),
    ...treeShakingConsumers(),
  ];
}
