import { parseText } from '../load/read/parse.js';
import { isObject, type Json } from '../schema/index.js';
import { type Edit, type Edited, withEdits } from './edits.js';
import { YamlEditor } from './yaml-edit.js';
import { pairText } from './yaml-text.js';

/** Edits the text of a file; everything else is kept byte for byte. */
export function editText(text: string, edits: readonly Edit[], path: string): Edited {
  if (text === '' ? path.endsWith('.json') : isJson(text, path)) return { text: editJson(text, edits), refused: [] };
  if (text.trim() === '') {
    const value = withEdits({}, edits);
    const sections = Object.entries(isObject(value) ? value : {}).map(([key, inner]) => `${pairText(key, inner, 0)}\n`);
    return { text: sections.join('\n'), refused: [] };
  }
  if (!text.includes('\r\n')) return new YamlEditor(text).edit(edits);
  const edited = new YamlEditor(text.replaceAll('\r\n', '\n')).edit(edits);
  return { ...edited, text: edited.text.replaceAll('\n', '\r\n') };
}

function editJson(text: string, edits: readonly Edit[]): string {
  const indent = text === '' ? 2 : (/^\s*?\n([ \t]+)"/m.exec(text)?.[1] ?? /^[{[]\s*\n([ \t]+)/.exec(text)?.[1] ?? '');
  const value: Json = JSON.parse(text === '' ? '{}' : text);
  return `${JSON.stringify(withEdits(value, edits), null, indent)}${text === '' || text.endsWith('\n') ? '\n' : ''}`;
}

function isJson(text: string, path: string): boolean {
  const parsed = parseText(text, path);
  return parsed.ok && parsed.syntax === 'json';
}
