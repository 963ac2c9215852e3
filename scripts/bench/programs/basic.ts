import { basic } from './basic-contestants.js';
import { sampleCalls } from './sample-calls.js';

/** Prints, as JSON, samples of ours and of its dependencies: `basic.mjs time` or `basic.mjs memory`. */
console.log(JSON.stringify(await sampleCalls(basic, process.argv[2] === 'memory' ? 'memory' : 'time')));
