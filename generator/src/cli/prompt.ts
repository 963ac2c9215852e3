import { createInterface } from 'node:readline/promises';
import type { Fault } from '../config/rules.js';
import { UsageError } from './arguments.js';

export interface Question {
  readonly text: string;
  /** From a flag, instead of an answer. */
  readonly given: string | undefined;
  /** For an empty answer, or if nothing is asked. */
  readonly likely: string;
  readonly faultOf?: (answer: string) => Fault | undefined;
}

export interface Prompt {
  ask(question: Question): Promise<string>;
  close(): void;
}

/** Asks nothing. */
export const SILENT: Prompt = { ask: async ({ given, likely }) => given ?? likely, close() {} };

/** Asks on a terminal, and again after an invalid answer. */
export function createPrompt(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompt {
  const terminal = createInterface({ input, output });
  // Ctrl+C and Ctrl+D close the terminal, and a question would wait forever.
  const closed = new AbortController();
  terminal.once('close', () => closed.abort(new UsageError('Cancelled.', 'Nothing was written.')));
  const ask = async (question: Question): Promise<string> => {
    const { text, given, likely, faultOf } = question;
    if (given !== undefined) return given;
    const shown = likely === '' ? '' : ` [${likely}]`;
    const typed = await terminal.question(`${text}${shown}: `, { signal: closed.signal }).catch((error: unknown) => {
      closed.signal.throwIfAborted();
      throw error;
    });
    const answer = typed.trim() || likely;
    const fault = faultOf?.(answer);
    if (fault === undefined) return answer;
    output.write(`${fault.message} ${fault.hint}\n`);
    return ask(question);
  };
  return { ask, close: () => terminal.close() };
}
