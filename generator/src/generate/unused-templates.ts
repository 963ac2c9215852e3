import { basename } from 'node:path/posix';
import { closestWord } from '../config/index.js';
import type { TemplateTexts } from '../render/templates.js';

/** Whether a file has the extension of a template. */
export function isTemplateName(path: string): boolean {
  return /\.(hbs|ts|mjs|json|md)$|(^|\/)LICENSE$/.test(path);
}

/**
 * The files that neither replace one of ours nor are used by one, such as misspelt names. READMEs and hidden files are ignored.
 *
 * @param own our templates.
 * @param texts ours and the user's.
 * @returns each with a suggestion.
 */
export function unusedFiles(paths: readonly string[], own: TemplateTexts, texts: TemplateTexts) {
  const ours = new Set([...own.keys()].filter((path) => !isForMaintainers(path)));
  return paths
    .filter((path) => !/(^|\/)(\.|README\.md$)/.test(path) && !ours.has(path) && !isUsed(path, texts))
    .map((path) => ({ path, hint: hintFor(path, [...ours]) }));
}

/** Tests and READMEs of the code that is copied into the client. */
export function isForMaintainers(path: string): boolean {
  return /^(runtime|addons\/[^/]+)\/(test\/|README\.md$)/.test(path);
}

/** Whether the file is in one of the places where files may be added. */
function isUsed(path: string, texts: TemplateTexts): boolean {
  if (isForMaintainers(path)) return false;
  const mentions = (text: string): boolean => [...texts.values()].some((one) => one.includes(text));
  const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
  if (partial !== undefined) return [`> ${partial} `, `> ${partial}}`, `>${partial} `, `>${partial}}`].some(mentions);
  if (/^docs\/guides\/[^/]+\.md\.hbs$/.test(path)) return true;
  const [, addon, within = ''] = /^addons\/([^/]+)\/(.+)/.exec(path) ?? [];
  const manifest = addon === undefined ? undefined : texts.get(`addons/${addon}/addon.json`);
  if (addon === undefined ? !path.startsWith('runtime/') : manifest === undefined) return false;
  if (/^(addon\.json$|package\/)/.test(within)) return true;
  // Sources of an add-on are named by its addon.json; any other source is imported.
  const built = basename(path).replace(/\.ts$/, '.js');
  const isNamed = manifest?.includes(`/${within.replace(/\.ts$/, '.js')}"`) === true;
  return isNamed || (path.endsWith('.ts') && [`/${built}'`, `/${built}"`].some(mentions));
}

/** Suggests the template that was probably meant. */
export function hintFor(path: string, ours: readonly string[]): string {
  const meant = closestWord(path, ours) ?? ours.find((candidate) => basename(candidate) === basename(path));
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return 'Use the path of the template that it should replace; sdkgen templates lists them.';
}
