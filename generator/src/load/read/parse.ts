import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Json } from '../../schema/index.js';
import type { ParseFault } from './fault.js';
import { findTreeFault, isJson, type TreeFault } from './tree-faults.js';
import { MANY_HINT, parseYaml } from './yaml.js';

export type Parsed =
  | { readonly ok: true; readonly syntax: 'json' | 'yaml'; readonly value: Json }
  | { readonly ok: false; readonly syntax: 'json' | 'yaml'; readonly fault: ParseFault };

const EMPTY_HINT = 'An OpenAPI description begins with, for instance, `openapi: 3.1.0`.';
const JSON_HINT = 'The fault is here or just before; JSON has no comma after the last entry and double quotes only.';
const TREE_HINTS: Readonly<Record<TreeFault['code'], string>> = {
  'too-deep': 'Put parts into components, and refer to them with `$ref`.',
  'alias-bomb': 'Use schemas in components and `$ref`s in the place of the aliases.',
  'alias-cycle': 'Say recursion with a schema in components that refers to itself through `$ref`.',
  'too-many-nodes': MANY_HINT,
  'not-unicode': 'Give both halves of the character, or take it out.',
  'not-json': 'Give a finite number, or leave the keyword out.',
};

/**
 * Parses JSON (RFC 8259) or YAML 1.2 with JSON's types; the text tells which, not the file's name.
 *
 * @param name The file's name: decides only whose message a broken text gets.
 */
export function parseText(text: string, name: string): Parsed {
  const start = /\S/.exec(text)?.[0];
  if (start === undefined)
    return broken('yaml', { code: 'file-empty', message: 'The file is empty.', hint: EMPTY_HINT });
  if (start === '<') {
    return broken('yaml', {
      code: 'file-not-a-description',
      message: 'The file holds HTML or XML, not an OpenAPI description.',
      hint: 'Give the address of the description itself (JSON or YAML), not of a page that shows it.',
      offset: text.indexOf('<'),
    });
  }
  const isFlow = start === '{' || start === '[';
  const json = isFlow ? parseJson(text) : undefined;
  if (json !== undefined) return checked('json', json.value);
  // YAML reads JSON too, and more: `{a: 1}` is fine there.
  if (isFlow && /\.json$/i.test(name)) return broken('json', jsonFault(text));
  const yaml = parseYaml(text);
  if (yaml.fault === undefined) return checked('yaml', yaml.value);
  return isFlow && !/\.ya?ml$/i.test(name) ? broken('json', jsonFault(text)) : broken('yaml', yaml.fault);
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function checked(syntax: 'json' | 'yaml', value: unknown): Parsed {
  const fault = findTreeFault(value);
  if (fault !== undefined) {
    return broken(syntax, {
      code: `file-${fault.code}`,
      message: `The file can't be read: ${fault.message}.`,
      hint: TREE_HINTS[fault.code],
      // To find the place, the whole file would be parsed again, with positions.
      ...(fault.code === 'too-many-nodes' ? {} : { tokens: fault.tokens }),
    });
  }
  return isJson(value) && value !== null
    ? { ok: true, syntax, value }
    : broken(syntax, { code: 'file-empty', message: 'The file holds no value.', hint: EMPTY_HINT });
}

function broken(syntax: 'json' | 'yaml', fault: ParseFault): Parsed {
  return { ok: false, syntax, fault };
}

function jsonFault(text: string): ParseFault {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    // The parser calls itself for each level.
    if (!(error instanceof RangeError)) throw error;
    return { code: 'json-syntax', message: 'Invalid JSON: nested too deeply.', hint: 'Look for brackets without end.' };
  }
  const error = errors[0];
  if (error === undefined) return { code: 'json-syntax', message: 'Invalid JSON.', hint: JSON_HINT };
  // Such as `CommaExpected`.
  const what = printParseErrorCode(error.error)
    .replace(/\B[A-Z]/g, ' $&')
    .toLowerCase();
  return { code: 'json-syntax', message: `Invalid JSON: ${what}.`, offset: error.offset, hint: JSON_HINT };
}
