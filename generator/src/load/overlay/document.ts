import parse from 'jsonpath-rfc9535/parser';
import { isKnown } from '../../problems/index.js';
import { isArray, isObject, type Json, type JsonObject } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';

/** One action of an overlay: Overlay Specification 1.0.0, section 4.4.3. */
export interface OverlayAction {
  /** A JSONPath (RFC 9535). */
  readonly target: string;
  readonly update: Json | undefined;
  readonly remove: boolean;
  /** Where it stands in the overlay. */
  readonly tokens: readonly string[];
}

/** An Overlay document: section 4.4.1. */
export interface Overlay {
  readonly file: SourceFile;
  /** The file of the description that it changes; absent for the one that was asked for. */
  readonly extends: string | undefined;
  readonly actions: readonly OverlayAction[];
}

type Fields = Readonly<Record<string, (value: Json) => string | undefined>>;

const text = (value: Json): string | undefined => (typeof value === 'string' ? undefined : 'is no text');
const anything = (): undefined => undefined;

const ROOT: Fields = {
  overlay: text,
  info: (value) => (isObject(value) ? undefined : 'is no object'),
  extends: text,
  actions: (value) => (isArray(value) && value.length > 0 ? undefined : 'is no list of actions'),
};
const INFO: Fields = { title: text, version: text };
const ACTION: Fields = {
  target: text,
  description: text,
  update: anything,
  remove: (value) => (typeof value === 'boolean' ? undefined : 'is neither true nor false'),
};

/** How a field is written. */
const forms: { readonly [field: string]: string } = {
  overlay: 'Write `overlay: 1.0.0`.',
  info: "Write `info: { title: What is mended, version: '1' }`.",
  title: 'Say what the overlay is for, as a text.',
  version: "Give the overlay's own version as a text: `version: '1'`.",
  actions: 'Write a list: `actions: [{ target: $.info, update: { title: Pets } }]`.',
  target: 'Write a JSONPath such as `target: $.info`.',
  remove: 'Write `remove: true`.',
};
const FORM = 'Write it as a text.';

/** Reads an Overlay document; what is wrong with it are findings, all of them at once. */
export function readOverlay(file: SourceFile, findings: Findings): Overlay {
  const root = file.value;
  const none = { file, extends: undefined, actions: [] };
  if (!isObject(root)) {
    const hint = 'It begins with `overlay: 1.0.0`.';
    findings.error('overlay-invalid', { file, tokens: [] }, 'An Overlay document is an object.', hint);
    return none;
  }
  checkFields(file, [], root, ROOT, ['overlay', 'info', 'actions'], findings);
  const version = root.overlay;
  if (typeof version === 'string' && !/^1\.0\.\d+$/.test(version)) {
    const message = `The version ${JSON.stringify(version)} of the Overlay Specification is not supported; 1.0 is.`;
    findings.error('overlay-version', { file, tokens: ['overlay'] }, message, 'Write `overlay: 1.0.0`.');
  }
  if (isObject(root.info)) checkFields(file, ['info'], root.info, INFO, ['title', 'version'], findings);
  const actions = isArray(root.actions) ? root.actions : [];
  return {
    file,
    extends: typeof root.extends === 'string' ? root.extends : undefined,
    actions: actions.flatMap((action, index) => readAction(file, action, ['actions', String(index)], findings)),
  };
}

function readAction(file: SourceFile, action: Json, tokens: readonly string[], findings: Findings): OverlayAction[] {
  if (!isObject(action)) {
    findings.error('overlay-invalid', { file, tokens }, 'An action is an object.', 'Give it `target` and `update`.');
    return [];
  }
  checkFields(file, tokens, action, ACTION, ['target'], findings);
  const { target, update } = action;
  const remove = action.remove === true;
  if (update === undefined && !remove) {
    const hint = 'Give it `update`, or `remove: true`.';
    findings.warning('overlay-idle', { file, tokens }, 'This action changes nothing.', hint);
  }
  if (typeof target !== 'string') return [];
  const fault = pathFault(target);
  if (fault !== undefined) {
    const hint = "A JSONPath begins with $, such as $.paths['/users'].get.parameters[?@.name=='limit'].";
    findings.error('overlay-target-invalid', { file, tokens: [...tokens, 'target'] }, fault, hint);
    return [];
  }
  return [{ target, update, remove, tokens }];
}

function pathFault(target: string): string | undefined {
  try {
    parse(target);
    return undefined;
  } catch (error) {
    // The parser calls itself for each level.
    if (!(error instanceof Error && isKnown(error, /^(?:SyntaxError|RangeError)$/))) throw error;
    return `The target is no JSONPath: ${error.message}`;
  }
}

function checkFields(
  file: SourceFile,
  tokens: readonly string[],
  value: JsonObject,
  fields: Fields,
  required: readonly string[],
  findings: Findings,
): void {
  for (const [key, field] of Object.entries(value)) {
    const at = { file, tokens: [...tokens, key] };
    const check = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (check === undefined) {
      if (key.startsWith('x-')) continue;
      const hint = `The fields are ${Object.keys(fields).join(', ')}.`;
      findings.error('overlay-invalid', at, `\`${key}\` has no meaning here.`, hint);
      continue;
    }
    const fault = check(field);
    if (fault !== undefined) findings.error('overlay-invalid', at, `\`${key}\` ${fault}.`, forms[key] ?? FORM);
  }
  for (const key of required) {
    if (Object.hasOwn(value, key)) continue;
    findings.error('overlay-invalid', { file, tokens }, `\`${key}\` is missing.`, forms[key] ?? FORM);
  }
}
