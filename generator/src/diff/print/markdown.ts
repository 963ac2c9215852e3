import { counted } from '../../problems/index.js';
import { codeSpan, markdownText } from '../../render/encode.js';
import type { Change, Comparison, Version } from '../change.js';
import { adviceOf, RULES, type RuleId, SEVERITIES } from '../rules.js';
import { type Group, groupChanges } from './groups.js';

/** If more descriptions changed, or a change affects more operations, they are only counted. */
const MOST_NAMES = 3;
/** Maximum number of places to list for a change. */
export const MOST_PLACES = 8;

const TEXT_RULES: ReadonlySet<RuleId> = new Set(['operation-described', 'schema-described', 'examples-changed']);

/**
 * Renders the changes as a section of a changelog, in CommonMark: a sentence with their number, followed by a heading for each
 * resource and a line for each change, the worst first. Many changed descriptions are only counted.
 */
export function renderMarkdown(comparison: Comparison, old: Version, next: Version): string {
  if (comparison.changes.length === 0) return 'Nothing changed.\n';
  const { shown, folded } = foldTexts(comparison.changes);
  const methods = methodNames(old, next);
  const groups = new Map(titlesInOrder(old, next).map((title): [string, Group[]] => [title, []]));
  for (const group of groupChanges(shown)) {
    const titles = new Set([group.first, ...group.others].map((change) => titleOf(change, old, next)));
    const [title = SEVERAL, ...more] = titles;
    groups.get(more.length === 0 ? title : SEVERAL)?.push(group);
  }
  const sections = breakingFirst([...groups]).flatMap(([title, list]) => {
    if (list.length === 0) return [];
    const lines = list.map((group) => lineOf(group, methods, title === BREAKING));
    return [`### ${markdownText(title)}`, lines.join('\n')];
  });
  return `${[countText(comparison), ...sections, folded ?? []].flat().join('\n\n')}\n`;
}

type Section = readonly [title: string, groups: readonly Group[]];

/** Breaking changes of several resources come first, in one section. */
function breakingFirst(sections: readonly Section[]): readonly Section[] {
  const isBreaking = ({ first }: Group): boolean => first.severity === 'breaking';
  if (sections.filter(([, groups]) => groups.some(isBreaking)).length < 2) return sections;
  const rest = sections.map(([title, groups]): Section => [title, groups.filter((group) => !isBreaking(group))]);
  return [[BREAKING, sections.flatMap(([, groups]) => groups.filter(isBreaking))], ...rest];
}

/** The number of changes of each severity, as a sentence. */
export function countText({ changes }: Comparison): string {
  if (changes.length === 0) return 'Nothing changed.';
  const parts = SEVERITIES.flatMap((severity) => {
    const { length } = changes.filter((one) => one.severity === severity);
    if (length === 0) return [];
    return [counted(length, severity === 'warning' ? severity : `${severity} change`)];
  });
  return `${parts.join(', ')}.`;
}

/** The methods affected by a change to a shared schema, as a sentence after its message; empty for others. */
function reachText({ reaches, rule }: Change, methods: ReadonlyMap<string, string>): string {
  if (reaches.length === 0 || rule === 'type-added') return '';
  const names = reaches.map((id) => codeSpan(methods.get(id) ?? id));
  return ` Affects ${listText(names, MOST_NAMES)}.`;
}

/** By operation id; the new name if it was renamed. */
export function methodNames(old: Version, next: Version): ReadonlyMap<string, string> {
  const entries = [old, next].flatMap(({ model, names }) =>
    model.operations.map((operation) => [operation.id, names.operation(operation).method] as const),
  );
  return new Map(entries);
}

const BREAKING = 'Breaking changes';
const WHOLE = 'The service';
const SEVERAL = 'Several resources';
const SHARED = 'Shared types';
const UNUSED = 'Types that no operation uses';

function titleOf({ tag, operation, reaches, old: was, next: is }: Change, old: Version, next: Version): string {
  if (tag !== undefined) return titleOfTag(tag, old, next);
  if (reaches.length > 0) return SHARED;
  if (operation !== undefined) return next.names.page(undefined).title;
  return (is ?? was)?.startsWith('/components/schemas/') === true ? UNUSED : WHOLE;
}

function titleOfTag(tag: string, old: Version, next: Version): string {
  const isNew = next.model.tags.some(({ name }) => name === tag);
  return (isNew ? next : old).names.page(tag).title;
}

function titlesInOrder(old: Version, next: Version): string[] {
  const tags = [...next.model.tags, ...old.model.tags].map(({ name }) => titleOfTag(name, old, next));
  return [WHOLE, SEVERAL, ...tags, next.names.page(undefined).title, SHARED, UNUSED];
}

/** The changes to list one by one; changes of descriptions, if there are many, as one sentence. */
export function foldTexts(changes: readonly Change[]): { shown: readonly Change[]; folded: string | undefined } {
  const others = changes.filter(({ rule }) => !TEXT_RULES.has(rule));
  const texts = changes.length - others.length;
  if (texts <= MOST_NAMES) return { shown: changes, folded: undefined };
  return { shown: others, folded: `Descriptions and examples changed in ${texts.toLocaleString('en-US')} places.` };
}

function lineOf(group: Group, methods: ReadonlyMap<string, string>, isMarked: boolean): string {
  const { rule, severity } = group.first;
  // What to do about a breaking change implies what it means.
  const text = sentences(group, methods, severity === 'warning' ? ` ${RULES[rule].meaning}` : '');
  return severity === 'compatible' || isMarked
    ? `- ${text}`
    : `- **${severity === 'breaking' ? 'Breaking' : 'Warning'}:** ${text}`;
}

/** The sentences of a group: the first change, its meaning, the advice, the affected operations, and the other places. */
export function sentences({ first, others, types }: Group, methods: ReadonlyMap<string, string>, meaning = ''): string {
  const names = [...new Set(others.map(({ about }) => about?.name ?? ''))].filter((name) => name !== first.about?.name);
  const same = names.length === 0 ? '' : ` The same for ${listText(names, MOST_PLACES)}.`;
  const plural = types.length === 1 ? 'type' : 'types';
  const withIt =
    types.length === 0
      ? ''
      : ` So ${types.length === 1 ? 'is' : 'are'} its ${plural} ${listText(types.map(typeOf), MOST_PLACES)}.`;
  const reaches = [...new Set([first, ...others].flatMap((change) => change.reaches))];
  const advice = adviceOf(first);
  return `${first.message}${meaning}${advice === undefined ? '' : ` ${advice}`}${withIt}${same}${reachText({ ...first, reaches }, methods)}`;
}

/** The name of the added or removed type, from its message. */
function typeOf({ message }: Change): string {
  return /`+[^`]+`+/.exec(message)?.[0] ?? '';
}

function listText(names: readonly string[], most: number): string {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  const last = more > 0 ? `${more.toLocaleString('en-US')} more` : shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} and ${last}`;
}
