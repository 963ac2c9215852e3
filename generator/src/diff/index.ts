export type { Change, Comparison, Version } from './change.js';
export { bumpOf, compareModels, ownTypes } from './compare.js';
export { changeIds } from './groups.js';
export { countText, renderMarkdown } from './markdown.js';
export { matchOperations } from './match.js';
export type { Ways } from './place.js';
export { Reach } from './reach.js';
export { type Bump, type ChangeSeverity, RULES, type Rule, type RuleId } from './rules.js';
export { renderTable } from './table.js';
