export { type ArgumentLayout, type BodyLayout, distinctBodies, type ParameterArgument } from './argument-layout.js';
export { compileNameTemplates, type NameTemplates } from './name-templates.js';
export { buildNames, type Names, type OperationNames, type TypeName } from './names.js';
export type { PageName } from './page-names.js';
export { camelCase, capitalize, constantCase, kebabCase, pascalCase, sentenceCase, snakeCase } from './words.js';
