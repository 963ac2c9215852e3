import { type Problem, ProblemsError } from '../problems/index.js';
import type { RenderedPackage } from './rendered.js';
import { createSyntaxReader } from './syntax.js';

/** Whether a file with this text has passed the gate before. */
export type IsPassed = (folder: string, path: string, text: string) => boolean;

/**
 * Lets packages pass of which every file parses. What does not would be a fault of ours or of a template: it is told, and
 * none of it is written.
 * @param isPassed tells the files that need not be parsed again.
 * @throws {ProblemsError} naming each file.
 */
export async function passGate(packages: readonly RenderedPackage[], isPassed: IsPassed = () => false): Promise<void> {
  const reader = await createSyntaxReader();
  const problems = packages.flatMap(({ folder, files }) =>
    files.flatMap(([path, text]): Problem[] => {
      const fault = isPassed(folder, path, text) ? undefined : reader.fault(path, text);
      return fault ? [brokenFile(`${folder}/${path}`, fault.line, fault.message)] : [];
    }),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}

function brokenFile(file: string, line: number, message: string): Problem {
  return {
    code: 'output-broken',
    severity: 'error',
    file,
    line,
    message: `What would be written here does not parse: ${message}`,
    hint: 'Nothing was written. If the templates are the built-in ones, the generator is at fault: please report it with the description.',
  };
}
