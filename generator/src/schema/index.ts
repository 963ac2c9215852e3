export * from './json.js';
export * from './media-types.js';
export * from './references.js';
export * from './shape.js';
export * from './walk.js';
