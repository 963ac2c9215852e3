import type ts from 'typescript';
import { Reach } from '../diff/index.js';
import { loadCompiler } from '../render/compilers.js';
import { type Subject, writeConsumer } from './consumer.js';
import { shapesOf, type TypeWays } from './shapes.js';
import { CONSUMER, entry, resolveImport, type Side, sourcesOf } from './sides.js';

/** What a user of the old version can no longer compile. */
export interface Incompatibility {
  readonly subject: Subject;
  /** What the compiler says, its first line. */
  readonly message: string;
  /** The line of the consumer. */
  readonly line: string;
}

/** Parsed files by text: most of two versions is the same, and so is most of what one process compares. */
const parsed = new Map<string, ts.SourceFile>();
const MOST_PARSED = 2_000;

/**
 * Compiles a program that uses all of the old version against the new one, with TypeScript's own checker.
 *
 * @returns everything that no longer compiles; empty when the new version can take the old one's place.
 */
export async function checkCompatibility(old: Side, next: Side): Promise<readonly Incompatibility[]> {
  const compiler = loadCompiler();
  const files = sourcesOf(old, next);
  const options: ts.CompilerOptions = {
    target: compiler.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    moduleDetection: compiler.ModuleDetectionKind.Force,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = createHost(compiler, options, files, old, next);
  const before = compiler.createProgram({ rootNames: [entry('old', 'types')], options, host });
  const shapes = shapesOf(compiler, before, entry('old', 'types'), waysOfTypes(old, next));
  const { text, subjects } = writeConsumer(old, next, shapes);
  files.set(CONSUMER, text);
  const program = compiler.createProgram({ rootNames: [CONSUMER], options, host, oldProgram: before });
  const source = program.getSourceFile(CONSUMER);
  if (source === undefined) throw new Error('The consumer was not compiled.');
  const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const lines = text.split('\n');
  return faults.map(({ start = 0, messageText }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    const subject = subjects.get(line);
    const message = compiler.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '';
    if (subject === undefined) throw new Error(`The consumer itself does not compile: ${message}`);
    return { subject, message, line: lines[line] ?? '' };
  });
}

function createHost(
  compiler: typeof ts,
  options: ts.CompilerOptions,
  files: ReadonlyMap<string, string>,
  old: Side,
  next: Side,
): ts.CompilerHost {
  const disk = compiler.createCompilerHost(options);
  return {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile(path, version) {
      const text = files.get(path) ?? disk.readFile(path);
      if (text === undefined) return undefined;
      const key = `${path}\0${text}`;
      const known = parsed.get(key);
      if (known !== undefined) return known;
      if (parsed.size > MOST_PARSED) parsed.clear();
      const file = compiler.createSourceFile(path, text, version, true);
      parsed.set(key, file);
      return file;
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const resolvedFileName = resolveImport(text, from, old, next);
        if (resolvedFileName === undefined || !files.has(resolvedFileName)) return { resolvedModule: undefined };
        return { resolvedModule: { resolvedFileName, extension: compiler.Extension.Ts } };
      }),
  };
}

/** How each exported type travels, in either version: what is reached both ways is written and read. What the new one has no use for is neither. */
function waysOfTypes(old: Side, next: Side): (name: string) => TypeWays {
  const request = new Set<string>();
  const reply = new Set<string>();
  const idle = new Set<string>();
  const note = ({ model, names }: Side, reach: Reach): void => {
    for (const { name: key } of model.schemas) {
      const name = names.schema(key)?.exported ?? key;
      if (reach.of(key).request.length > 0) request.add(name);
      if (reach.of(key).reply.length > 0) reply.add(name);
    }
    for (const operation of model.operations) {
      const { arguments: args, response } = names.operation(operation);
      if (args !== undefined) request.add(args.exported);
      if (response !== undefined) reply.add(response.exported);
    }
  };
  note(old, new Reach(old.model));
  const reach = new Reach(next.model);
  note(next, reach);
  for (const { name: key } of next.model.schemas) {
    if (!reach.isUsed(key)) idle.add(next.names.schema(key)?.exported ?? key);
  }
  return (name) => ({ request: request.has(name) && !idle.has(name), reply: reply.has(name) && !idle.has(name) });
}
