import type Compiler from 'typescript';
import { loadCompiler, loadOxc } from './compilers.js';

/** Where a text stops being what its file's name promises. */
export interface SyntaxFault {
  /** One-based. */
  readonly line: number;
  readonly message: string;
}

/** Reads emitted files as a compiler does. */
export interface SyntaxReader {
  /** The first fault of a file of TypeScript, JavaScript or JSON; none for a file of any other kind. */
  fault(path: string, text: string): SyntaxFault | undefined;
  /**
   * The syntax tree without its texts: the kinds of its nodes, one a line, deeper ones further in, and the tags of its
   * comments. How a property is written, bare or in quotes, is left out.
   */
  shape(path: string, text: string): string;
}

/** What oxc takes is no fault; what it does not, the compiler judges. */
export function createSyntaxReader(): SyntaxReader {
  const oxc = loadOxc();
  const isSound = (path: string, text: string): boolean =>
    oxc !== undefined && oxc.transformSync(path, text, { sourceType: 'module' }).errors.length === 0;
  return {
    fault(path, text) {
      if (path.endsWith('.json')) return jsonFault(text);
      return isCode(path) && !isSound(path, text) ? codeFault(loadCompiler(), path, text) : undefined;
    },
    shape(path, text) {
      const ts = loadCompiler();
      return isCode(path) ? shapeOf(ts, parse(ts, path, text, true)) : '';
    },
  };
}

function isCode(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}

function parse(ts: typeof Compiler, path: string, text: string, comments: boolean): Compiler.SourceFile {
  const { ParseAll, ParseNone } = ts.JSDocParsingMode;
  return ts.createSourceFile(path, text, {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: comments ? ParseAll : ParseNone,
  });
}

function jsonFault(text: string): SyntaxFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return { line: 1, message: error instanceof Error ? error.message : String(error) };
  }
}

function codeFault(ts: typeof Compiler, path: string, text: string): SyntaxFault | undefined {
  const file = parse(ts, path, text, false);
  // Filled by the parser; all else that lists them needs a whole program.
  const diagnostics: unknown = 'parseDiagnostics' in file ? file.parseDiagnostics : undefined;
  if (!Array.isArray(diagnostics)) throw new TypeError('The compiler tells nothing of what it could not parse.');
  const [first]: readonly Compiler.DiagnosticWithLocation[] = diagnostics;
  if (first === undefined) return undefined;
  const { line } = file.getLineAndCharacterOfPosition(first.start);
  return { line: line + 1, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}

function shapeOf(ts: typeof Compiler, root: Compiler.SourceFile): string {
  const lines: string[] = [];
  const visit = (node: Compiler.Node, depth: number, parent?: Compiler.Node): void => {
    const isName = parent !== undefined && isPropertyName(ts, node, parent);
    lines.push(' '.repeat(depth) + (isName ? 'Name' : ts.SyntaxKind[node.kind]));
    if (isName) return;
    const comments: unknown = 'jsDoc' in node ? node.jsDoc : [];
    for (const comment of Array.isArray(comments) ? comments : []) visit(comment, depth + 1);
    ts.forEachChild(node, (child) => visit(child, depth + 1, node));
  };
  visit(root, 0);
  return lines.join('\n');
}

/** `a`, `'a-b'`, `1` and `['__proto__']` are ways to write the same: a property's name. */
function isPropertyName(ts: typeof Compiler, node: Compiler.Node, parent: Compiler.Node): boolean {
  if (!('name' in parent) || parent.name !== node) return false;
  if (!ts.isObjectLiteralElement(parent) && !ts.isTypeElement(parent)) return false;
  if (ts.isComputedPropertyName(node)) return ts.isStringLiteral(node.expression);
  return ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node);
}
