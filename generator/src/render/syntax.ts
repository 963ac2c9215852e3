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
}

/** What oxc takes is no fault; what it does not, the compiler judges. */
export async function createSyntaxReader(): Promise<SyntaxReader> {
  const oxc = await loadOxc();
  const isSound = (path: string, text: string): boolean =>
    oxc?.transformSync(path, text, { sourceType: 'module' }).errors.length === 0;
  return {
    fault(path, text) {
      if (path.endsWith('.json')) return jsonFault(text);
      return isCode(path) && !isSound(path, text) ? codeFault(loadCompiler(), path, text) : undefined;
    },
  };
}

function isCode(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}

function jsonFault(text: string): SyntaxFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { line: 1, message: error.message };
  }
}

function codeFault(ts: typeof Compiler, path: string, text: string): SyntaxFault | undefined {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  // Filled by the parser; all else that lists them needs a whole program.
  const diagnostics: unknown = 'parseDiagnostics' in file ? file.parseDiagnostics : undefined;
  if (!Array.isArray(diagnostics)) throw new TypeError('The compiler tells nothing of what it could not parse.');
  const [first]: readonly Compiler.DiagnosticWithLocation[] = diagnostics;
  if (first === undefined) return undefined;
  const { line } = file.getLineAndCharacterOfPosition(first.start);
  return { line: line + 1, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}
