import type { Absence, Figures } from '../figures.js';

/** Lets a contestant take its turn. Where it fails, the reason stands in its row, and it has no further turns. */
export async function tolerate(
  figures: Figures,
  { part, subject, contestant }: Omit<Absence, 'reason'>,
  turn: () => Promise<void>,
): Promise<void> {
  const isOut = figures.absences.some(
    (absence) => absence.part === part && absence.subject === subject && absence.contestant === contestant,
  );
  if (isOut) return;
  try {
    await turn();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    figures.absences.push({ part, subject, contestant, reason });
  }
}
