import { register } from 'node:module';

/** A loader hook: runs as a separate module, on another thread. */
const HOOK = `
import { readFileSync } from 'node:fs';
let ts;
export const initialize = async (url) => void (ts = (await import(url)).default);
export async function load(url, context, next) {
  const address = new URL(url);
  if (address.protocol !== 'file:' || !/\\.[cm]?ts$/.test(address.pathname)) return next(url, context);
  const text = readFileSync(new URL(address.pathname, 'file:'), 'utf8');
  const compilerOptions = { target: 'ES2022', module: 'ESNext', verbatimModuleSyntax: true };
  const { outputText, diagnostics: [fault] } = ts.transpileModule(text, { compilerOptions, reportDiagnostics: true });
  if (fault === undefined) return { format: 'module', source: outputText, shortCircuit: true };
  const { line, character } = ts.getLineAndCharacterOfPosition(fault.file, fault.start);
  const place = (line + 1) + ':' + (character + 1);
  const error = new SyntaxError(ts.flattenDiagnosticMessageText(fault.messageText, ' '));
  error.stack = url + ':' + place + '\\n' + error.stack;
  throw error;
}
`;

let isRegistered = false;

/** Lets this process import TypeScript files, which Node.js does by itself since 22.18. Types are removed, not checked. */
export function readTypeScript(): void {
  if (isRegistered) return;
  isRegistered = true;
  register(`data:text/javascript,${encodeURIComponent(HOOK)}`, { data: import.meta.resolve('typescript') });
}
