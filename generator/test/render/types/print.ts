import ts from 'typescript';
import { buildModel } from '../../../src/model/build.js';
import { buildNames, compileNameTemplates } from '../../../src/naming/index.js';
import { Templates, type TemplateTexts } from '../../../src/render/templates.js';
import { buildSpecialParts, planTypes, renderTypes } from '../../../src/render/types/render-types.js';
import { readTemplateTexts } from '../../features/generate.js';
import { load } from '../../load/temporary.js';

let texts: Promise<TemplateTexts> | undefined;

/** The files of the types package of an API that returns, and accepts in a request, each of some schemas. */
export async function printTypes(
  openapi: string,
  schemas: object,
  paths: object = pathsFor(schemas),
): Promise<ReadonlyMap<string, string>> {
  const api = { openapi, info: { title: 'Test', version: '1' }, paths, components: { schemas } };
  const { document, problems } = await load({ 'api.json': api });
  if (document === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  texts ??= readTemplateTexts();
  const { model } = buildModel(document);
  const settings = { scope: '@test', name: 'test', reservedMembers: new Set<string>() };
  const { names } = buildNames(model, settings, compileNameTemplates(await texts));
  const templates = new Templates(await texts, new Map());
  const context = { model, names, templates, addons: [], version: '1', license: 'MIT', changelog: '' };
  return new Map(renderTypes(context, planTypes(context, buildSpecialParts(model, names))));
}

export function pathsFor(schemas: object): object {
  const content = (name: string): object => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  });
  return Object.fromEntries(
    Object.keys(schemas).map((name) => [
      `/${name}`,
      {
        get: { operationId: `get ${name}`, responses: { 200: { description: 'ok', content: content(name) } } },
        post: {
          operationId: `send ${name}`,
          requestBody: { content: content(name) },
          responses: { 204: { description: 'ok' } },
        },
      },
    ]),
  );
}

/** The declaration of one type, on one line, without its comment and `export`. */
export function declarationOf(text: string, name: string): string {
  const file = ts.createSourceFile('schemas.ts', text, ts.ScriptTarget.ESNext, true);
  const found = file.statements.find(
    (one) => (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) && one.name.text === name,
  );
  return (found?.getText(file) ?? '').replace(/\s+/g, ' ').replace(/^export (interface|type) /, '');
}

/** The parts of the DOM that the types use: reading all its declarations takes longer than the rest. */
const GLOBALS =
  'interface Blob { readonly size: number }\ninterface ReadableStream<Chunk> { readonly chunk: Chunk }\ninterface Response { readonly status: number }\n';

/** Every error in some modules, which are checked in one program: `path:line message`. */
export function errorsIn(sources: ReadonlyMap<string, string>): string[] {
  const modules = new Map([...sources, ['/globals.d.ts', GLOBALS]]);
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => modules.has(path) || fileExists(path);
  host.directoryExists = () => true;
  host.readFile = (path) => modules.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = modules.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
