export type { Change, Comparison, Version } from './change.js';
export { compareModels, ownTypes, withChanges } from './compare.js';
export { countText, renderMarkdown } from './markdown.js';
export { matchOperations } from './match.js';
export { Reach } from './reach.js';
export { type Bump, type ChangeSeverity, RULES, type Rule, type RuleId, type SeenBy } from './rules.js';
export { renderTable } from './table.js';
