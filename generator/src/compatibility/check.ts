import type { Project, ResolutionHostFactory } from 'ts-morph';
import { Reach } from '../diff/index.js';
import { type Subject, writeConsumer } from './consumer.js';
import { shapesOf, type TypeWays } from './shapes.js';
import { CONSUMER, entry, resolveImport, type Side, sourcesOf } from './sides.js';

/** What a user of the old version can no longer compile. */
export interface Incompatibility {
  readonly subject: Subject;
  /** The first line of the compiler's message. */
  readonly message: string;
  /** The line of the consumer. */
  readonly line: string;
}

/** What imports lead to; another one for each pair of versions. */
interface Sides {
  old: Side;
  next: Side;
}

/** Kept from one comparison to the next: most files of two versions are the same, and so are those of the language. */
let kept: { readonly project: Project; readonly sides: Sides } | undefined;

/**
 * Compiles a program that uses all of the old version against the new one.
 *
 * @returns everything that no longer compiles; empty when the new version can replace the old one.
 */
export async function checkCompatibility(old: Side, next: Side): Promise<readonly Incompatibility[]> {
  const project = await projectOf(old, next);
  const shapes = shapesOf(project.getSourceFileOrThrow(entry('old', 'types')), waysOfTypes(old, next));
  const { text, subjects } = writeConsumer(old, next, shapes);
  const consumer = project.createSourceFile(CONSUMER, text, { overwrite: true });
  const lines = text.split('\n');
  return consumer.getPreEmitDiagnostics().map((diagnostic) => {
    const line = (diagnostic.getLineNumber() ?? 1) - 1;
    const text = diagnostic.getMessageText();
    const message = typeof text === 'string' ? text : text.getMessageText();
    const subject = subjects.get(line);
    if (subject === undefined) throw new Error(`The consumer itself does not compile: ${message}`);
    return { subject, message, line: lines[line] ?? '' };
  });
}

/** The sources of both versions as one project in memory. */
async function projectOf(old: Side, next: Side): Promise<Project> {
  const { Project, ts } = await import('ts-morph');
  if (kept === undefined) {
    const sides: Sides = { old, next };
    const resolutionHost: ResolutionHostFactory = () => ({
      resolveModuleNames: (names, from) => {
        return names.map((name) => {
          const resolvedFileName = resolveImport(name, from, sides.old, sides.next);
          return resolvedFileName === undefined ? undefined : { resolvedFileName, extension: ts.Extension.Ts };
        });
      },
    });
    const project = new Project({
      useInMemoryFileSystem: true,
      resolutionHost,
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        moduleDetection: ts.ModuleDetectionKind.Force,
        strict: true,
        skipLibCheck: true,
        noEmit: true,
      },
    });
    kept = { project, sides };
  }
  const { project, sides } = kept;
  Object.assign(sides, { old, next });
  const files = sourcesOf(old, next);
  for (const file of project.getSourceFiles()) if (!files.has(file.getFilePath())) file.forget();
  for (const [path, text] of files) {
    if (project.getSourceFile(path)?.getFullText() !== text) project.createSourceFile(path, text, { overwrite: true });
  }
  return project;
}

/**
 * How each exported type travels, in either version: what is reached both ways is written and read. What the new one does
 * not use is neither.
 */
function waysOfTypes(old: Side, next: Side): (name: string) => TypeWays {
  const request = new Set<string>();
  const reply = new Set<string>();
  const idle = new Set<string>();
  const note = ({ model, names }: Side, reach: Reach): void => {
    for (const { name: key } of model.schemas) {
      const name = names.schema(key)?.exported ?? key;
      if (reach.of(key).request.size > 0) request.add(name);
      if (reach.of(key).reply.size > 0) reply.add(name);
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
    if (reach.of(key).all.size === 0) idle.add(next.names.schema(key)?.exported ?? key);
  }
  return (name) => ({ request: request.has(name) && !idle.has(name), reply: reply.has(name) && !idle.has(name) });
}
