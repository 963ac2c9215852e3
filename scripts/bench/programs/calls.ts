import { basic } from './basic-contestants.js';
import { peers } from './peers.js';
import { sampleCalls } from './sample-calls.js';

/** Prints, as JSON, samples of all contestants: `calls.mjs time` or `calls.mjs memory`. */
console.log(JSON.stringify(await sampleCalls([...basic, ...peers], process.argv[2] === 'memory' ? 'memory' : 'time')));
