import type Compiler from 'typescript';
import { loadCompiler } from '../compilers.js';

const written = /^Chat(?=[A-Z])/;

/**
 * Classes of the runtime and of add-ons have the prefix `Chat` in the templates; packages replace it by their own. Only names are
 * replaced, also in types of comments: string literals and comment texts are not.
 */
export function withClassPrefix(path: string, text: string, prefix: string): string {
  if (prefix === 'Chat' || !text.includes('Chat')) return text;
  let result = '';
  let position = 0;
  for (const start of placesOfNames(path, text)) {
    result += text.slice(position, start) + prefix;
    position = start + 'Chat'.length;
  }
  return result + text.slice(position);
}

const known = new Map<string, readonly number[]>();

/** The positions of names that start with `Chat`; cached by text. */
function placesOfNames(path: string, text: string): readonly number[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const ts = loadCompiler();
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const starts: number[] = [];
  const visit = (node: Compiler.Node): void => {
    // Set by the parser; to list all children scans the text once more.
    const comments: unknown = 'jsDoc' in node ? node.jsDoc : [];
    if (Array.isArray(comments)) comments.forEach(visit);
    if (ts.isIdentifier(node) && written.test(node.text)) starts.push(node.getStart(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  known.set(text, starts);
  return starts;
}
