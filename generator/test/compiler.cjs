// Jest's configuration replaces `typescript` by this file: of an imported CommonJS module Jest parses all text, here nine megabytes, to
// find the exported names.
const compiler = require('typescript/lib/typescript.js');

module.exports = compiler;
