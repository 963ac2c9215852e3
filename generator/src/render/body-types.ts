import type { ArgumentLayout, BodyLayout } from '../naming/index.js';
import { canonical } from '../schema/index.js';

/** The bodies of an operation with different types: another format of the same data has the type of the first. */
export function distinctBodies({ body, others }: ArgumentLayout): readonly BodyLayout[] {
  const byText = new Map<string, BodyLayout>();
  for (const layout of body === undefined ? [] : [body, ...others]) {
    const text = `${layout.kind} ${canonical(layout.body.schema)}`;
    if (!byText.has(text)) byText.set(text, layout);
  }
  return [...byText.values()];
}
