import { eachKind, type NameKind } from '../naming/index.js';
import type { TemplateTexts } from '../render/templates.js';

/** The name templates out of all templates. */
export function nameTemplateTexts(texts: TemplateTexts): Readonly<Record<NameKind, string>> {
  return eachKind((kind) => texts.get(`naming/${kind}.hbs`) ?? '');
}
