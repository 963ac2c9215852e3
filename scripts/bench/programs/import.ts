import { argv } from 'node:process';

/** Prints how long the import of a package takes, in milliseconds: `import.mjs NAME`. */
const [name = ''] = argv.slice(2);
const begun = performance.now();
await import(name);
console.log(performance.now() - begun);
