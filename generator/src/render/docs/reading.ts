import type { FurtherReading } from '../../schema/index.js';
import { markdownText } from '../encode.js';

/** A link to a page elsewhere, as Markdown; a target that is not safe is made a text where it is printed. */
export function readingText(reading: FurtherReading | undefined): string {
  if (reading === undefined) return '';
  // A blank or a bracket would end the target.
  const target = reading.url.replace(/[\s()<>\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  return `See [${markdownText(reading.description ?? reading.url)}](${target}).`;
}
