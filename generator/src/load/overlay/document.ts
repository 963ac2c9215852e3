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
  /** Whether it may match nothing: `x-optional`, for parts that only some versions of a spec have. */
  readonly isOptional: boolean;
  /** Its place in the overlay. */
  readonly tokens: readonly string[];
}

/** An Overlay document: section 4.4.1. */
export interface Overlay {
  readonly file: SourceFile;
  /** The file of the spec that it changes; absent for the root. */
  readonly extends: string | undefined;
  readonly actions: readonly OverlayAction[];
}

/** Whether a value fits, what is wrong with one that does not, and how the field is written. */
type Field = readonly [fits: (value: Json) => boolean, fault: string, hint: string];
type Fields = ReadonlyMap<string, Field>;

const textField = (hint: string): Field => [(value) => typeof value === 'string', 'is not a string', hint];
const TEXT_HINT = 'Write it as a string.';

const rootFields: Fields = new Map([
  ['overlay', textField('Write `overlay: 1.0.0`.')],
  ['info', [isObject, 'is not an object', "Write `info: { title: What is corrected, version: '1' }`."]],
  ['extends', textField(TEXT_HINT)],
  [
    'actions',
    [
      (value) => isArray(value) && value.length > 0,
      'is not a list of actions',
      'Write a list: `actions: [{ target: $.info, update: { title: Pets } }]`.',
    ],
  ],
]);
const infoFields: Fields = new Map([
  ['title', textField('Describe the purpose of the overlay as a string.')],
  ['version', textField("Write the overlay's own version as a string: `version: '1'`.")],
]);
const actionFields: Fields = new Map([
  ['target', textField('Write a JSONPath such as `target: $.info`.')],
  ['description', textField(TEXT_HINT)],
  ['update', [() => true, '', TEXT_HINT]],
  ['remove', [(value) => typeof value === 'boolean', 'is neither true nor false', 'Write `remove: true`.']],
  ['x-optional', [(value) => typeof value === 'boolean', 'is neither true nor false', 'Write `x-optional: true`.']],
]);

/** Reads an Overlay document; what is wrong with it are findings, all of them at once. */
export function readOverlay(file: SourceFile, findings: Findings): Overlay {
  const root = file.value;
  const none = { file, extends: undefined, actions: [] };
  if (!isObject(root)) {
    const hint = 'It starts with `overlay: 1.0.0`.';
    findings.error('overlay-invalid', { file, tokens: [] }, 'An Overlay document must be an object.', hint);
    return none;
  }
  checkFields(file, [], root, rootFields, ['overlay', 'info', 'actions'], findings);
  const version = root.overlay;
  if (typeof version === 'string' && !/^1\.0\.\d+$/.test(version)) {
    const message = `The version ${JSON.stringify(version)} of the Overlay Specification is not supported; 1.0 is.`;
    findings.error('overlay-version', { file, tokens: ['overlay'] }, message, 'Write `overlay: 1.0.0`.');
  }
  if (isObject(root.info)) checkFields(file, ['info'], root.info, infoFields, ['title', 'version'], findings);
  const actions = isArray(root.actions) ? root.actions : [];
  return {
    file,
    extends: typeof root.extends === 'string' ? root.extends : undefined,
    actions: actions.flatMap((action, index) => readAction(file, action, ['actions', String(index)], findings)),
  };
}

function readAction(file: SourceFile, action: Json, tokens: readonly string[], findings: Findings): OverlayAction[] {
  if (!isObject(action)) {
    findings.error('overlay-invalid', { file, tokens }, 'An action must be an object.', 'Add `target` and `update`.');
    return [];
  }
  checkFields(file, tokens, action, actionFields, ['target'], findings);
  const { target, update } = action;
  const remove = action.remove === true;
  if (update === undefined && !remove) {
    const hint = 'Add `update`, or `remove: true`.';
    findings.warning('overlay-idle', { file, tokens }, 'This action changes nothing.', hint);
  }
  if (typeof target !== 'string') return [];
  const fault = pathFault(target);
  if (fault !== undefined) {
    const hint = "A JSONPath starts with $, such as $.paths['/users'].get.parameters[?@.name=='limit'].";
    findings.error('overlay-target-invalid', { file, tokens: [...tokens, 'target'] }, fault, hint);
    return [];
  }
  return [{ target, update, remove, isOptional: action['x-optional'] === true, tokens }];
}

function pathFault(target: string): string | undefined {
  try {
    parse(target);
    return undefined;
  } catch (error) {
    // The parser calls itself for each level.
    if (!(error instanceof Error && isKnown(error, /^(?:SyntaxError|RangeError)$/))) throw error;
    return `The target is not a JSONPath: ${error.message}`;
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
  for (const [key, content] of Object.entries(value)) {
    const at = { file, tokens: [...tokens, key] };
    const [fits, fault, hint] = fields.get(key) ?? [];
    if (fits === undefined && !key.startsWith('x-')) {
      const known = `The fields are ${[...fields.keys()].join(', ')}.`;
      findings.error('overlay-invalid', at, `\`${key}\` is not allowed here.`, known);
    } else if (fits?.(content) === false) {
      findings.error('overlay-invalid', at, `\`${key}\` ${fault}.`, hint ?? TEXT_HINT);
    }
  }
  for (const key of required) {
    if (Object.hasOwn(value, key)) continue;
    const hint = fields.get(key)?.[2] ?? TEXT_HINT;
    findings.error('overlay-invalid', { file, tokens }, `\`${key}\` is missing.`, hint);
  }
}
