import { codeSpan, markdownText } from '../render/encode.js';
import type { Change, Comparison, Version } from './change.js';
import { type ChangeSeverity, RULES, type RuleId, SEVERITIES } from './rules.js';

/** Where only texts changed at more places than these, or a change reaches more operations, they are counted. */
const MOST_NAMES = 3;

const LABELS: Readonly<Record<ChangeSeverity, string>> = {
  breaking: '**Breaking:** ',
  warning: '**Warning:** ',
  compatible: '',
};

const TEXT_RULES: ReadonlySet<RuleId> = new Set<RuleId>([
  'operation-described',
  'schema-described',
  'examples-changed',
]);

/**
 * The changes as a section of a changelog, in CommonMark: a sentence that counts them, then a heading for each resource
 * and a line for each change, the worst first. Places where only texts changed are counted where they are many.
 *
 * @param level of the headings.
 */
export function renderMarkdown(comparison: Comparison, old: Version, next: Version, level = 3): string {
  if (comparison.changes.length === 0) return 'Nothing changed.\n';
  const { told, folded } = foldTexts(comparison.changes);
  const groups = new Map<string, Change[]>();
  for (const change of told) {
    const title = titleOf(change, old, next);
    const group = groups.get(title);
    if (group) group.push(change);
    else groups.set(title, [change]);
  }
  const methods = methodNames(old, next);
  const sections = [...titlesInOrder(old, next)].flatMap((title) => {
    const changes = groups.get(title);
    if (changes === undefined) return [];
    return [`${'#'.repeat(level)} ${markdownText(title)}`, linesOf(changes, methods).join('\n')];
  });
  return `${[countText(comparison), ...sections, folded ?? []].flat().join('\n\n')}\n`;
}

/** How many changes there are of each severity, as a sentence. */
export function countText({ changes }: Comparison): string {
  if (changes.length === 0) return 'Nothing changed.';
  const counts = SEVERITIES.map((severity) => [severity, changes.filter((one) => one.severity === severity)] as const);
  const parts = counts.flatMap(([severity, { length }]) => {
    if (length === 0) return [];
    const noun = severity === 'warning' ? 'warning' : `${severity} change`;
    return [`${length.toLocaleString('en-US')} ${noun}${length === 1 ? '' : 's'}`];
  });
  return `${parts.join(', ')}.`;
}

/** The methods that a change to a shared schema reaches, as a sentence that follows its message; empty for others. */
export function reachText({ reaches, rule }: Change, methods: ReadonlyMap<string, string>): string {
  if (reaches.length === 0 || rule === 'type-added') return '';
  const names = reaches.slice(0, MOST_NAMES).map((id) => codeSpan(methods.get(id) ?? id));
  const more = reaches.length - names.length;
  const list = more > 0 ? [...names, `${more.toLocaleString('en-US')} more`] : names;
  const last = list.at(-1) ?? '';
  return ` Reaches ${list.length === 1 ? last : `${list.slice(0, -1).join(', ')} and ${last}`}.`;
}

/** By operation id; the new name where there are two. */
export function methodNames(old: Version, next: Version): ReadonlyMap<string, string> {
  const entries = [old, next].flatMap(({ model, names }) =>
    model.operations.map((operation) => [operation.id, names.operation(operation).method] as const),
  );
  return new Map(entries);
}

const WHOLE = 'The service';
const SHARED = 'Shared types';
const UNUSED = 'Types that no operation uses';

function titleOf(change: Change, old: Version, next: Version): string {
  if (change.tag !== undefined) return titleOfTag(change.tag, old, next);
  if (change.operation !== undefined && change.reaches.length === 0) return next.names.page(undefined).title;
  if (change.reaches.length > 0) return SHARED;
  const isSchema = (change.next ?? change.old ?? '').startsWith('/components/schemas/');
  return isSchema ? UNUSED : WHOLE;
}

function titleOfTag(tag: string, old: Version, next: Version): string {
  const isNew = next.model.tags.some(({ name }) => name === tag);
  return (isNew ? next : old).names.page(tag).title;
}

function titlesInOrder(old: Version, next: Version): ReadonlySet<string> {
  const tags = [...next.model.tags, ...old.model.tags].map(({ name }) => titleOfTag(name, old, next));
  return new Set([WHOLE, ...tags, next.names.page(undefined).title, SHARED, UNUSED]);
}

function linesOf(changes: readonly Change[], methods: ReadonlyMap<string, string>): string[] {
  return SEVERITIES.flatMap((severity) => changes.filter((change) => change.severity === severity)).map((change) =>
    lineOf(change, methods),
  );
}

/** The changes to be told one by one; those of texts alone, where they are many, as one sentence. */
export function foldTexts(changes: readonly Change[]): {
  readonly told: readonly Change[];
  readonly folded: string | undefined;
} {
  const texts = changes.filter(({ rule }) => TEXT_RULES.has(rule));
  if (texts.length <= MOST_NAMES) return { told: changes, folded: undefined };
  return {
    told: changes.filter(({ rule }) => !TEXT_RULES.has(rule)),
    folded: `Texts and examples changed at ${texts.length.toLocaleString('en-US')} places.`,
  };
}

function lineOf(change: Change, methods: ReadonlyMap<string, string>): string {
  const { rule, severity, message } = change;
  const meaning = severity === 'compatible' ? '' : ` ${RULES[rule].meaning}`;
  return `- ${LABELS[severity]}${message}${meaning}${reachText(change, methods)}`;
}
