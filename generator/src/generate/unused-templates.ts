import { basename } from 'node:path/posix';
import { closestWord } from '../config/index.js';
import type { TemplateTexts } from '../render/templates.js';

/** A file of the user's folder of templates that has no effect, and what may have been meant. */
export interface UnusedFile {
  readonly path: string;
  readonly hint: string;
}

/** Whether a file is of a kind that templates are. */
export function isTemplateName(path: string): boolean {
  return /\.(hbs|ts|mjs|json|md)$|(^|\/)LICENSE$/.test(path);
}

/**
 * The files that neither replace one of ours nor are used beside ours: a misspelt name must not go unnoticed. READMEs and
 * hidden files are left alone.
 *
 * @param own our templates.
 * @param texts ours and the user's.
 */
export function unusedFiles(paths: readonly string[], own: TemplateTexts, texts: TemplateTexts): UnusedFile[] {
  const ours = [...own.keys()].filter((path) => !isForMaintainers(path));
  const known = new Set(ours);
  return paths
    .filter((path) => !isNote(path) && !known.has(path) && !isUsed(path, texts))
    .map((path) => ({ path, hint: hintFor(path, ours) }));
}

/** Our own tests and notes of the code that is copied into the client. */
function isForMaintainers(path: string): boolean {
  return /^(runtime|addons\/[^/]+)\/(test\/|README\.md$)/.test(path);
}

function isNote(path: string): boolean {
  return path.split('/').some((segment) => segment.startsWith('.')) || /(^|\/)README\.md$/.test(path);
}

/** The places where a file may be added. */
function isUsed(path: string, texts: TemplateTexts): boolean {
  if (isForMaintainers(path)) return false;
  const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
  if (partial !== undefined) return mentions(texts, new RegExp(`\\{\\{~?#?>\\s*${literally(partial)}[\\s~}]`));
  if (/^docs\/guides\/[^/]+\.md\.hbs$/.test(path)) return true;
  const addon = /^addons\/([^/]+)\//.exec(path)?.[1];
  if (addon !== undefined && !texts.has(`addons/${addon}/addon.json`)) return false;
  if (
    addon !== undefined &&
    (/^addons\/[^/]+\/(addon\.json$|package\/)/.test(path) || addonIsTheirs(addon, path, texts))
  ) {
    return true;
  }
  const isSource = path.startsWith('runtime/') || addon !== undefined;
  return isSource && /\.ts$/.test(path) && mentions(texts, new RegExp(`/${literally(basename(path, '.ts'))}\\.js['"]`));
}

/** A source of an add-on is named by its addon.json, or imported. */
function addonIsTheirs(addon: string, path: string, texts: TemplateTexts): boolean {
  const manifest = texts.get(`addons/${addon}/addon.json`) ?? '';
  return manifest.includes(`/${path.slice(`addons/${addon}/`.length).replace(/\.ts$/, '.js')}"`);
}

function mentions(texts: TemplateTexts, pattern: RegExp): boolean {
  for (const text of texts.values()) if (pattern.test(text)) return true;
  return false;
}

function hintFor(path: string, ours: readonly string[]): string {
  const meant = closestWord(path, ours) ?? ours.find((candidate) => basename(candidate) === basename(path));
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return 'Give it the path of the template that it should replace; generator/docs/template-data.md lists them.';
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
