import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { jsonOf, utf8Text } from '../../problems/index.js';
import type { Json } from '../../schema/index.js';
import { findTreeFault, isJson } from './tree-faults.js';
import { type ParseFault, parseYaml } from './yaml.js';

export type Parsed =
  | { readonly ok: true; readonly syntax: 'json' | 'yaml'; readonly value: Json }
  | { readonly ok: false; readonly syntax: 'json' | 'yaml'; readonly fault: ParseFault };

const EMPTY_HINT = 'An OpenAPI document starts with, for instance, `openapi: 3.1.0`.';
const JSON_HINT = 'The mistake is here or just before; JSON allows no trailing commas and only double quotes.';

/** Decodes UTF-8 with or without a byte order mark; anything else is a fault. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly fault: ParseFault } {
  const [first, second, third] = bytes;
  const marked16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const bare16 = (first === 0 && second !== 0 && third === 0) || (second === 0 && first !== 0 && bytes[3] === 0);
  if (marked16 || bare16) {
    const hint = 'Save it as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8 OLD > NEW';
    return { fault: { code: 'file-encoding', message: 'The file is encoded as UTF-16 or UTF-32.', hint } };
  }
  const text = utf8Text(bytes);
  if (text !== undefined && !text.includes('\u0000')) return { text };
  const hint = 'Use an OpenAPI document in JSON or YAML; convert other encodings to UTF-8.';
  return { fault: { code: 'file-encoding', message: 'The file is not UTF-8 text.', hint } };
}

/**
 * Parses JSON (RFC 8259) or YAML 1.2 with JSON's types, detected by the text, not the file's name.
 *
 * @param name The file's name: determines which parser's message is reported for invalid text.
 */
export function parseText(text: string, name: string): Parsed {
  const start = /\S/.exec(text)?.[0];
  if (start === undefined)
    return broken('yaml', { code: 'file-empty', message: 'The file is empty.', hint: EMPTY_HINT });
  if (start === '<') {
    const message = 'The file is HTML or XML, not an OpenAPI document.';
    const hint = 'Use the URL of the document itself (JSON or YAML), not of a page that shows it.';
    return broken('yaml', { code: 'file-not-a-description', message, hint, offset: text.indexOf('<') });
  }
  const isFlow = start === '{' || start === '[';
  const json = isFlow ? jsonOf(text) : undefined;
  if (json !== undefined) return checked('json', json);
  // YAML is a superset of JSON: `{a: 1}` is valid in it.
  if (isFlow && /\.json$/i.test(name)) return broken('json', jsonFault(text));
  const yaml = parseYaml(text);
  if (yaml.fault === undefined) return checked('yaml', yaml.value);
  return isFlow && !/\.ya?ml$/i.test(name) ? broken('json', jsonFault(text)) : broken('yaml', yaml.fault);
}

function checked(syntax: 'json' | 'yaml', value: unknown): Parsed {
  const fault = findTreeFault(value);
  if (fault !== undefined) return broken(syntax, fault);
  return isJson(value) && value !== null
    ? { ok: true, syntax, value }
    : broken(syntax, { code: 'file-empty', message: 'The file contains no value.', hint: EMPTY_HINT });
}

function broken(syntax: 'json' | 'yaml', fault: ParseFault): Parsed {
  return { ok: false, syntax, fault };
}

function jsonFault(text: string): ParseFault {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    // The parser is recursive.
    if (!(error instanceof RangeError)) throw error;
    return { code: 'json-syntax', message: 'Invalid JSON: nested too deeply.', hint: 'Look for unclosed brackets.' };
  }
  const error = errors[0];
  if (error === undefined) return { code: 'json-syntax', message: 'Invalid JSON.', hint: JSON_HINT };
  // Such as `CommaExpected`.
  const what = printParseErrorCode(error.error)
    .replace(/\B[A-Z]/g, ' $&')
    .toLowerCase();
  return { code: 'json-syntax', message: `Invalid JSON: ${what}.`, offset: error.offset, hint: JSON_HINT };
}
