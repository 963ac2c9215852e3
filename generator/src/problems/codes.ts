import { documentCodes } from './codes/document.js';
import type { Explanation } from './codes/explanation.js';
import { modelCodes } from './codes/model.js';
import { operationCodes } from './codes/operations.js';
import { outputCodes } from './codes/output.js';
import { overlayCodes } from './codes/overlays.js';
import { readingCodes } from './codes/reading.js';
import { referenceCodes } from './codes/references.js';
import { settingCodes } from './codes/settings.js';
import { templateCodes } from './codes/templates.js';

/** A group of codes that are about the same thing. */
interface CodeGroup {
  readonly title: string;
  readonly codes: { readonly [code: string]: Explanation };
}

/** The codes in the order in which a run can meet them. */
export const CODE_GROUPS = [
  { title: 'Configuration and flags', codes: settingCodes },
  { title: 'Files', codes: readingCodes },
  { title: 'The description as a whole', codes: documentCodes },
  { title: 'References', codes: referenceCodes },
  { title: 'Operations, schemas and examples', codes: operationCodes },
  { title: 'Overlays', codes: overlayCodes },
  { title: 'Names, examples and pages of the packages', codes: modelCodes },
  { title: 'Templates', codes: templateCodes },
  { title: 'Output', codes: outputCodes },
] as const satisfies readonly CodeGroup[];

/** Every code that a problem can have. They are stable: scripts may look for them. */
export const CODES = {
  ...settingCodes,
  ...readingCodes,
  ...documentCodes,
  ...referenceCodes,
  ...operationCodes,
  ...overlayCodes,
  ...modelCodes,
  ...templateCodes,
  ...outputCodes,
} as const;

export type ProblemCode = keyof typeof CODES;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(CODES, text);
}
