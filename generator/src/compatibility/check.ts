import { dirname, join } from 'node:path/posix';
import type { Project } from 'ts-morph';
import { reachIn, type Ways } from '../diff/index.js';
import { COMPARED } from './affected.js';
import { type Side, type Subject, typesFolder, writeConsumer } from './consumer.js';
import { type Affected, shapesOf } from './shapes.js';

/** An error of the compiler in code for the old version. */
export interface Incompatibility {
  readonly subject: Subject;
  /** The first line of the compiler's message. */
  readonly message: string;
  /** The line of the consumer. */
  readonly line: string;
  /** Whether it imports something that the new version does not export. */
  readonly isGone: boolean;
}

/** "Module … has no exported member …", with and without a suggestion. */
const NOT_EXPORTED: ReadonlySet<number> = new Set([2305, 2724]);

/** Shared by comparisons: most files, and the libraries of the language, are the same. */
let kept: Project | undefined;

/**
 * Compiles a program that uses everything affected of the old version against the new one.
 *
 * @param project of both versions
 * @param isSkipped the subjects that the program does not use
 * @returns everything that no longer compiles; empty if the new version can replace the old one.
 */
export function checkCompatibility(
  project: Project,
  old: Side,
  next: Side,
  affected: Affected,
  isSkipped: (subject: Subject) => boolean,
): readonly Incompatibility[] {
  const types = project.getSourceFileOrThrow(`${typesFolder(old, 'old')}/index.ts`);
  const isUsed = (name: string): boolean => affected.own(name) && !isSkipped({ kind: 'type', name });
  const shapes = shapesOf(types, waysOfTypes(old, next), isUsed);
  const { text, subjects } = writeConsumer(old, next, shapes, affected, isSkipped);
  const consumer = project.createSourceFile('/consumer.ts', text, { overwrite: true });
  const lines = text.split('\n');
  return consumer.getPreEmitDiagnostics().map((diagnostic) => {
    // Looked up in the compiler's table: ts-morph counts the lines of the text for each error.
    const line = consumer.compilerNode.getLineAndCharacterOfPosition(diagnostic.getStart() ?? 0).line;
    const text = diagnostic.getMessageText();
    const message = typeof text === 'string' ? text : text.getMessageText();
    const subject = subjects.get(line);
    if (subject === undefined) throw new Error(`The consumer itself does not compile: ${message}`);
    return { subject, message, line: lines[line] ?? '', isGone: NOT_EXPORTED.has(diagnostic.getCode()) };
  });
}

/**
 * The platform types that the sources use. The real declarations would take longer to parse than everything else, and values of
 * these types are not compared.
 */
const PLATFORM = [
  ...['AbortController', 'AbortSignal', 'Blob', 'Buffer', 'CryptoKey', 'DecompressionStream', 'File', 'Headers'],
  ...['ReadableStream', 'Request', 'RequestInit', 'Response', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams'],
  ...['BlobPart', 'atob', 'btoa', 'clearTimeout', 'crypto', 'performance', 'setTimeout', 'structuredClone'],
]
  .map(
    (name) =>
      `interface ${name}<T = unknown> { readonly [Symbol.toStringTag]: '${name}' }\ndeclare const ${name}: unknown;\n`,
  )
  .join('');

/** An in-memory project with the sources of two versions; the same one for all versions. */
export async function openProject(old: Side, next: Side): Promise<Project> {
  const { Project, ts } = await import('ts-morph');
  const shared = sharedFiles(old, next, ts);
  const own = sourcesOf(next, 'next').filter(([path]) => !shared.has(path));
  const files = new Map([['/platform.d.ts', PLATFORM], ...sourcesOf(old, 'old'), ...own]);
  const project =
    kept ??
    new Project({
      useInMemoryFileSystem: true,
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts'],
        types: [],
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        // A file that is the same in both versions is only in the old one.
        rootDirs: ['/next', '/old'],
        moduleDetection: ts.ModuleDetectionKind.Force,
        strict: true,
        skipLibCheck: true,
        noEmit: true,
      },
    });
  kept = project;
  for (const file of project.getSourceFiles()) if (!files.has(file.getFilePath())) file.forget();
  for (const [path, text] of files) {
    if (project.getSourceFile(path)?.getFullText() !== text) project.createSourceFile(path, text, { overwrite: true });
  }
  return project;
}

/** The files of the new version that are the same in the old one, with everything that they import: their types are shared. */
function sharedFiles(old: Side, next: Side, ts: typeof import('ts-morph').ts): ReadonlySet<string> {
  const shared = new Map(
    [...next.client].flatMap(([path, text]): [string, readonly string[]][] => {
      if (!path.endsWith('.ts') || COMPARED.test(path) || old.client.get(path) !== text) return [];
      const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
      return [[path, imports.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name))]];
    }),
  );
  for (let size = -1; size !== shared.size; ) {
    size = shared.size;
    for (const [path, imports] of shared) {
      if (!imports.every((name) => shared.has(name.replace(/js$/, 'ts')))) shared.delete(path);
    }
  }
  return new Set([...shared.keys()].map((path) => `/next${path.slice('src'.length)}`));
}

/** The sources of a version by their path in the project: the client, and its types where it imports them from. */
function sourcesOf(side: Side, folder: 'old' | 'next'): [path: string, text: string][] {
  const of = (sources: ReadonlyMap<string, string>, to: string): [string, string][] =>
    [...sources].flatMap(([path, text]) =>
      path.startsWith('src/') && path.endsWith('.ts') ? [[to + path.slice('src'.length), text]] : [],
    );
  return [...of(side.client, `/${folder}`), ...of(side.types, typesFolder(side, folder))];
}

/**
 * How each exported type is used, in either version: in requests, responses, or both. A type that no operation uses counts as
 * received, since it may be the payload of an event.
 */
function waysOfTypes(old: Side, next: Side): (name: string) => Ways {
  const request = new Set<string>();
  const reply = new Set<string>();
  for (const { model, names, inputTypes } of [old, next]) {
    const reach = reachIn(model);
    for (const { name: key } of model.schemas) {
      const name = names.schema(key)?.exported ?? key;
      const input = inputTypes.get(key);
      const use = reach.of(key);
      if (input !== undefined) request.add(input);
      else if (use.request.size > 0) request.add(name);
      if (use.reply.size > 0 || use.all.size === 0) reply.add(name);
    }
    for (const operation of model.operations) {
      const { arguments: args, response } = names.operation(operation);
      if (args !== undefined) request.add(args.exported);
      if (response !== undefined) reply.add(response.exported);
    }
  }
  return (name) => ({ request: request.has(name), reply: reply.has(name) || !request.has(name) });
}
