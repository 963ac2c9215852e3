import type { Verdict } from './budgets.js';
import { type Figure, type Figures, MEASURES, type Measure } from './figures.js';
import { summarise } from './statistics.js';

/** The contestant that the others are compared with. */
const BASE = 'ours';

/** Lays cells out in columns: the first to the left, the others to the right. */
export function layOut(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, column) => Math.max(cell.length, all[column] ?? 0)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One table for each subject of a part: medians with the spread of their middle halves, and `ours / theirs` beside them. */
export function figuresTable(part: string, figures: Figures): string {
  const own = figures.all.filter((figure) => figure.part === part);
  const subjects = [...new Set(own.map(({ subject }) => subject))];
  const tables = subjects.map((subject) =>
    subjectTable(
      subject,
      own.filter((figure) => figure.subject === subject),
    ),
  );
  const absences = figures.absences
    .filter((absence) => absence.part === part)
    .map(({ subject, contestant, reason }) => `${subject}: ${contestant} has no figures: ${reason}`);
  return [...tables, ...absences].join('\n\n');
}

function subjectTable(subject: string, figures: readonly Figure[]): string {
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const found = [...new Set(figures.map(({ contestant }) => contestant))];
  const contestants = [...found.filter((name) => name === BASE), ...found.filter((name) => name !== BASE)];
  const base = contestants[0];
  const find = (contestant: string | undefined, measure: Measure): Figure | undefined =>
    figures.find((figure) => figure.contestant === contestant && figure.measure === measure);
  const head = [
    subject,
    ...measures.flatMap((measure) =>
      MEASURES[measure].isCompared ? [MEASURES[measure].title, 'ours/it'] : [MEASURES[measure].title],
    ),
  ];
  const rows = contestants.map((contestant) => [
    contestant,
    ...measures.flatMap((measure) => cells(measure, find(contestant, measure), find(base, measure))),
  ]);
  const runs = Math.max(...figures.map(({ samples }) => samples.length));
  return `${layOut([head, ...rows])}\n(medians of ${runs}, with the width of the middle half)`;
}

function cells(measure: Measure, figure: Figure | undefined, base: Figure | undefined): readonly string[] {
  const { isCompared, decimals } = MEASURES[measure];
  if (figure === undefined) return isCompared ? ['', ''] : [''];
  const { median, spread } = summarise(figure.samples);
  const width = spread === 0 ? '' : ` ±${Math.round(spread * 50)}%`;
  const value = `${formatNumber(median, decimals)}${width}`;
  if (!isCompared) return [value];
  const isOther = base !== undefined && base !== figure && median !== 0;
  return [value, isOther ? formatRatio(summarise(base.samples).median / median) : ''];
}

/** Each bar: what was measured, what the project is after, and beyond what the benchmark fails. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ budget, value, isBarMet, isKept }) => {
    const sign = budget.at === 'most' ? '<=' : '>=';
    return [
      budget.title,
      value === undefined ? 'not measured' : formatRatio(value),
      `${sign} ${budget.bar}`,
      isBarMet ? 'met' : 'missed',
      `${sign} ${budget.budget}`,
      isKept ? 'kept' : 'BROKEN',
    ];
  });
  return layOut([['bar', 'today', 'bar', '', 'budget', ''], ...rows]);
}

function formatRatio(value: number): string {
  return Math.abs(value) >= 100 ? formatNumber(value, 0) : value.toFixed(2);
}

function formatNumber(value: number, decimals: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
