import type Compiler from 'typescript';
import { errorProblem, type Problem, ProblemsError } from '../problems/index.js';
import { loadCompiler, loadOxc } from './compilers.js';
import type { RenderedPackage } from './context.js';

const BROKEN_HINT =
  'Nothing was written. If the templates are the built-in ones, this is an error of the generator: please report it with the spec.';

/** Whether a file with this text has passed the gate before. */
export type IsPassed = (folder: string, path: string, text: string) => boolean;

/** The position where a file does not parse. */
interface SyntaxFault {
  /** One-based. */
  readonly line: number;
  readonly message: string;
}

/** Returns the first syntax error of a TypeScript, JavaScript or JSON file; none for any other file. */
export type SyntaxReader = (path: string, text: string) => SyntaxFault | undefined;

/**
 * Checks that every file of the packages parses. Otherwise it is an error of ours or of a template: it is reported, and nothing
 * is written.
 * @param isPassed whether a file need not be parsed again.
 * @throws {ProblemsError} with each file.
 */
export async function passGate(packages: readonly RenderedPackage[], isPassed: IsPassed = () => false): Promise<void> {
  const faultOf = await createSyntaxReader();
  const problems = packages.flatMap(({ folder, files }) =>
    files.flatMap(([path, text]): Problem[] => {
      const fault = isPassed(folder, path, text) ? undefined : faultOf(path, text);
      if (fault === undefined) return [];
      const place = { file: `${folder}/${path}`, line: fault.line };
      return [errorProblem('output-broken', place, `The generated file does not parse: ${fault.message}`, BROKEN_HINT)];
    }),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** What oxc accepts is valid; what it rejects is checked by the compiler. */
export async function createSyntaxReader(): Promise<SyntaxReader> {
  const oxc = await loadOxc();
  return (path, text) => {
    if (path.endsWith('.json')) return jsonFault(text);
    if (!/\.[cm]?[jt]s$/.test(path)) return undefined;
    const isSound = oxc?.transformSync(path, text, { sourceType: 'module' }).errors.length === 0;
    return isSound ? undefined : codeFault(loadCompiler(), path, text);
  };
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
  // Set by the parser; other ways to list errors need a whole program.
  const diagnostics: unknown = 'parseDiagnostics' in file ? file.parseDiagnostics : undefined;
  if (!Array.isArray(diagnostics)) throw new TypeError('The compiler does not list syntax errors.');
  const [first]: readonly Compiler.DiagnosticWithLocation[] = diagnostics;
  if (first === undefined) return undefined;
  const { line } = file.getLineAndCharacterOfPosition(first.start);
  return { line: line + 1, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}
