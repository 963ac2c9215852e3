import { basic } from './basic.js';
import { sampleCalls } from './sample-calls.js';

/** Prints, as JSON, samples of ours and of what it stands on: `basic-calls.mjs time` or `basic-calls.mjs memory`. */
console.log(JSON.stringify(await sampleCalls(basic, process.argv[2] === 'memory' ? 'memory' : 'time')));
