import type Compiler from 'typescript';
import { loadCompiler } from '../compilers.js';

const written = /^Chat(?=[A-Z])/;

/**
 * Classes of the runtime and of add-ons are written with the prefix `Chat`, in a package they begin with its own name. Names
 * alone follow, those in the types of comments too: what is in quotes, and what a comment says, is somebody's text.
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

/** Where names begin with `Chat`; of each text they are looked for once. */
function placesOfNames(path: string, text: string): readonly number[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const ts = loadCompiler();
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const starts: number[] = [];
  const visit = (node: Compiler.Node): void => {
    if (ts.isIdentifier(node) && written.test(node.text)) starts.push(node.getStart(file));
    node.getChildren(file).forEach(visit);
  };
  visit(file);
  known.set(text, starts);
  return starts;
}
