import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { type AddonHooks, hooksOf } from '../../src/addons/index.js';
import type { BundledDocument } from '../../src/load/document.js';
import { loadDescription } from '../../src/load/index.js';
import { buildModel } from '../../src/model/build.js';
import { buildNames, compileNameTemplates } from '../../src/naming/index.js';
import { findAddons } from '../../src/render/addons.js';
import { renderPackages } from '../../src/render/render.js';
import type { JsonObject } from '../../src/schema/index.js';
import { readTemplateTexts } from '../features/generate.js';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
/** A virtual folder inside the checkout, so that the packages' dependencies are found. */
const folder = join(checkout, '.cache/type-tests');

/** Files read from disk, the same for all programs. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** Both packages of a spec: texts by path, such as `types/src/schemas.ts`. */
export type Packages = ReadonlyMap<string, string>;

export async function packagesOf(
  document: BundledDocument,
  name: string,
  addonNames: string[] = [],
  hooks?: AddonHooks,
): Promise<Packages> {
  const texts = await readTemplateTexts();
  const addons = findAddons(addonNames, texts);
  const { model } = buildModel(document, hooks ?? hooksOf(addons));
  const reservedMembers = new Set(addons.flatMap((addon) => addon.reservedMembers));
  const settings = { scope: '@scope', name, reservedMembers };
  const { names } = buildNames(model, settings, compileNameTemplates(texts));
  const rest = { version: '1.0.0', license: 'MIT', changelog: '# Changelog\n', isPassed: () => true };
  const packages = await renderPackages({ model, names, texts, addons, ...rest });
  return new Map(
    packages.flatMap((one) => one.files.map(([path, text]) => [`${one.folder.slice(name.length + 1)}/${path}`, text])),
  );
}

/** The packages of the project's own spec. */
export async function chatPackages(): Promise<Packages> {
  const { document } = await loadDescription('spec/openapi.yaml', {
    cwd: checkout,
    allowRefs: [],
    numberDateTimes: true,
  });
  return packagesOf(document, 'chat', ['stream']);
}

export function documentOf(root: JsonObject): BundledDocument {
  return { root, source: 'test', version: '3.1.0', inputs: [], locate: () => undefined, frame: () => undefined };
}

/**
 * Compiles snippets, each as a separate module that may import the packages by their names.
 * @returns Per snippet its errors, as `line: message`; an empty list for one that compiles.
 */
export function compileSnippets(
  packages: Packages,
  name: string,
  snippets: readonly string[],
): readonly (readonly string[])[] {
  const modules = snippets.map((text, index) => [`snippet-${index}.ts`, text] as const);
  const { program, fileOf } = programOf(
    new Map([...packages, ...modules]),
    { [name]: '' },
    modules.map(([path]) => path),
  );
  return modules.map(([path]) => {
    const file = fileOf(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => {
      const line = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1;
      const reasons = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').split('\n');
      return `${line}: ${sortUnions(reasons.at(-1)?.trim() ?? '')}`;
    });
  });
}

/**
 * Compiles texts by path.
 * @param folders where the packages of each name are; one runtime, found by `rootDirs`, is enough for all.
 */
export function programOf(
  texts: ReadonlyMap<string, string>,
  folders: Readonly<Record<string, string>>,
  roots: readonly string[],
): { readonly program: ts.Program; readonly fileOf: (path: string) => ts.SourceFile } {
  const files = new Map([...texts].map(([path, text]) => [join(folder, path), text]));
  const places = Object.entries(folders).map(([name, own]) => [name, join(folder, own)] as const);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    // The packages need none of Node's.
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    rootDirs: places.map(([, own]) => join(own, 'client/src')),
    paths: Object.fromEntries(
      places.flatMap(([name, own]) => [
        [`@scope/${name}-types`, [join(own, 'types/src/index.ts')]],
        [`@scope/${name}-client`, [join(own, 'client/src/index.ts')]],
        [`@scope/${name}-client/operations`, [join(own, 'client/src/operations.ts')]],
      ]),
    ),
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    if (path.startsWith(folder)) return getSourceFile(path, ...rest);
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...rest));
    return libraries.get(path);
  };
  host.directoryExists = (path) => path.startsWith(folder) || directoryExists?.(path) === true;
  const program = ts.createProgram(
    roots.map((path) => join(folder, path)),
    options,
    host,
  );
  const fileOf = (path: string): ts.SourceFile => {
    const file = program.getSourceFile(join(folder, path));
    if (file === undefined) throw new Error(`${path} was not compiled.`);
    return file;
  };
  return { program, fileOf };
}

/** The compiler lists the members of a union in no fixed order. */
function sortUnions(message: string): string {
  return message.replace(/"[^"']*"(?: \| "[^"']*")+/g, (union) => union.split(' | ').sort().join(' | '));
}

/** A snippet, and the errors that it must have. */
export interface TypeCase {
  readonly name: string;
  readonly code: string;
  readonly errors: readonly string[];
}
