import type { Info } from '../../model/model.js';
import type { FurtherReading } from '../../schema/index.js';
import { markdownText } from '../encode.js';

/** A link to an external page, as Markdown; an unsafe target is made text when it is printed. */
export function readingText(reading: FurtherReading | undefined): string {
  if (reading === undefined) return '';
  return `See ${link(reading.description ?? reading.url, reading.url)}.`;
}

/** Terms of service, contact and license, as Markdown. */
export function aboutText(about: Info['about']): string {
  return about.map(({ text, url }) => (url === undefined ? markdownText(text) : link(text, url))).join(' · ');
}

function link(text: string, url: string): string {
  // A blank or a bracket would end the target.
  const target = url.replace(/[\s()<>\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
  return `[${markdownText(text)}](${target})`;
}
