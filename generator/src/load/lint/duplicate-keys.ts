import { visit } from 'jsonc-parser';
import { type Finding, Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';

/** Finds duplicate keys in objects of a JSON file: `JSON.parse` keeps the last one silently. */
export function findDuplicateKeys(file: SourceFile): readonly Finding[] {
  const findings = new Findings();
  const open: Set<string>[] = [];
  if (file.syntax !== 'json') return [];
  visit(file.text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, _line, _character, path) => {
      const keys = open.at(-1);
      if (keys?.has(key)) {
        const tokens = [...path().map(String), key];
        const hint = 'Remove or rename one of them: the last one is used.';
        findings.error('duplicate-key', { file, tokens }, `The key \`${key}\` occurs twice in this object.`, hint);
      }
      keys?.add(key);
    },
  });
  return findings.all;
}
