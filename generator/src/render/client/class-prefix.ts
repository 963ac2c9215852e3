import { hash } from 'node:crypto';
import type Compiler from 'typescript';
import { loadBuilt } from '../../naming/built.js';
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

let known: Map<string, readonly number[]> | undefined;

/** The positions of names that start with `Chat`, cached by text. The build has those of the runtime and the add-ons. */
function placesOfNames(path: string, text: string): readonly number[] {
  known ??= new Map(loadBuilt<ReadonlyMap<string, readonly number[]>>('class-names.cjs'));
  const key = hash('sha256', text, 'base64url');
  const starts = known.get(key) ?? findNames(path, text);
  known.set(key, starts);
  return starts;
}

function findNames(path: string, text: string): readonly number[] {
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
  return starts;
}

/** For the build: the module `class-names.cjs`, with the positions of the names in some texts. */
export function classNames(texts: ReadonlyMap<string, string>): string {
  const entries = [...texts].map(([path, text]) => [hash('sha256', text, 'base64url'), findNames(path, text)]);
  return `module.exports = new Map(${JSON.stringify(entries)});\n`;
}
