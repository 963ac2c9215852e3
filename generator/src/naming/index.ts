export type { ArgumentLayout, ParameterArgument } from './argument-layout.js';
export { compileNameTemplates, type NameKind, nameKinds, type NameTemplates } from './name-templates.js';
export { buildNames, type Names, type OperationNames, type PageName, type TypeName } from './names.js';
export { capitalize, camelCase, kebabCase, pascalCase, sentenceCase, snakeCase } from './words.js';
