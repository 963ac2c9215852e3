import type Compiler from 'typescript';
import { type Problem, ProblemsError } from '../problems/index.js';
import { loadCompiler, loadOxc } from './compilers.js';
import type { RenderedPackage } from './context.js';

/** Whether a file with this text has passed the gate before. */
export type IsPassed = (folder: string, path: string, text: string) => boolean;

/** Where a text stops being what its file's name promises. */
interface SyntaxFault {
  /** One-based. */
  readonly line: number;
  readonly message: string;
}

/** The first fault of a file of TypeScript, JavaScript or JSON; none for a file of any other kind. */
export type SyntaxReader = (path: string, text: string) => SyntaxFault | undefined;

/**
 * Lets packages pass of which every file parses. A file that does not is a fault of ours or of a template: it is reported, and
 * nothing is written.
 * @param isPassed whether a file need not be parsed again.
 * @throws {ProblemsError} naming each file.
 */
export async function passGate(packages: readonly RenderedPackage[], isPassed: IsPassed = () => false): Promise<void> {
  const faultOf = await createSyntaxReader();
  const problems = packages.flatMap(({ folder, files }) =>
    files.flatMap(([path, text]): Problem[] => {
      const fault = isPassed(folder, path, text) ? undefined : faultOf(path, text);
      if (fault === undefined) return [];
      return [
        {
          code: 'output-broken',
          severity: 'error',
          file: `${folder}/${path}`,
          line: fault.line,
          message: `What would be written here does not parse: ${fault.message}`,
          hint: 'Nothing was written. If the templates are the built-in ones, the generator is at fault: please report it with the description.',
        },
      ];
    }),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** What oxc accepts is not a fault; what it does not, the compiler judges. */
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
  // Filled by the parser; all else that lists them needs a whole program.
  const diagnostics: unknown = 'parseDiagnostics' in file ? file.parseDiagnostics : undefined;
  if (!Array.isArray(diagnostics)) throw new TypeError('The compiler does not list what it could not parse.');
  const [first]: readonly Compiler.DiagnosticWithLocation[] = diagnostics;
  if (first === undefined) return undefined;
  const { line } = file.getLineAndCharacterOfPosition(first.start);
  return { line: line + 1, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}
