// Sets V8 for runs of seconds: Node 20 uses the optimizing compiler so early that it costs more time than it saves.
const { setFlagsFromString } = require('node:v8');

if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString('--interrupt-budget=600000');
