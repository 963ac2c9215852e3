import { type NameKind, nameKinds } from '../naming/index.js';
import type { TemplateTexts } from '../render/templates.js';

/** The name templates out of all templates. */
export function nameTemplateTexts(texts: TemplateTexts): Readonly<Record<NameKind, string>> {
  const found: Partial<Record<NameKind, string>> = {};
  for (const kind of nameKinds) found[kind] = texts.get(`naming/${kind}.hbs`) ?? '';
  return { ...emptyNames, ...found };
}

const emptyNames: Readonly<Record<NameKind, string>> = {
  'types-package': '',
  'client-package': '',
  class: '',
  'server-class': '',
  variable: '',
  method: '',
  arguments: '',
  response: '',
  type: '',
  input: '',
  page: '',
};
