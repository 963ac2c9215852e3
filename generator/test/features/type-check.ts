import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { type Feature, haveOneName, outputFolder, packageImport, scope } from './generate.js';

/** The settings of the emitted `tsconfig.json`, with each package resolved to its sources. */
function settings(features: readonly Feature[]): {
  readonly compilerOptions: object;
  readonly include: string[];
  readonly exclude: string[];
} {
  const emitted: { compilerOptions: object } = JSON.parse(features[0]?.files.get('client/tsconfig.json') ?? '{}');
  const paths = features.flatMap(({ name }) => [
    [`${scope}/${name}-types`, [`./${name}/types/src/index.ts`]] as const,
    [`${scope}/${name}-client`, [`./${name}/client/src/index.ts`]] as const,
    [`${scope}/${name}-client/operations`, [`./${name}/client/src/operations.ts`]] as const,
    [`${scope}/${name}-client/testing`, [`./${name}/client/src/testing.ts`]] as const,
  ]);
  const { compilerOptions } = emitted;
  return {
    compilerOptions: {
      ...compilerOptions,
      rootDir: '.',
      noEmit: true,
      declaration: false,
      sourceMap: false,
      inlineSources: false,
      outDir: undefined,
      paths: Object.fromEntries(paths),
    },
    include: ['.'],
    // The used part of the runtime is found by its imports.
    exclude: ['*/client/src/runtime'],
  };
}

/** Every error in what was generated, as `file:line message`. */
export function typeErrors(features: readonly Feature[]): string[] {
  const config = ts.parseJsonConfigFileContent(settings(features), ts.sys, outputFolder);
  const program = ts.createProgram(config.fileNames, config.options, hostWithOneRuntime(config.options, features));
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(outputFolder));
  const found = [
    ...config.errors,
    ...program.getOptionsDiagnostics(),
    ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return found.map(({ file, start, messageText }) => {
    const place = file && start !== undefined ? `${file.fileName}:${lineOf(file, start)}` : '';
    return `${place} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`.replace(`${outputFolder}/`, '');
  });
}

/** Features with one name: each resolves it to its own packages, and each client uses the runtime of the first one. */
function hostWithOneRuntime(options: ts.CompilerOptions, features: readonly Feature[]): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  if (!haveOneName(features)) return host;
  const cache = ts.createModuleResolutionCache(outputFolder, (name) => name, options);
  const one = join(outputFolder, features[0]?.name ?? '');
  host.resolveModuleNameLiterals = (literals, from, redirected, own, file) => {
    const [, feature = ''] = /^\/([^/]+)/.exec(from.slice(outputFolder.length)) ?? [];
    return literals.map((literal) => {
      const [, kind, entry = 'index'] = packageImport.exec(literal.text) ?? [];
      const ownPackage = kind === undefined ? undefined : join(outputFolder, feature, kind, `src/${entry}.js`);
      const shared = literal.text.startsWith('./runtime/') ? join(one, 'client/src', literal.text) : undefined;
      const mode = ts.getModeForUsageLocation(file, literal, own);
      return ts.resolveModuleName(ownPackage ?? shared ?? literal.text, from, own, host, cache, redirected, mode);
    });
  };
  return host;
}

function lineOf(file: ts.SourceFile, start: number): number {
  return file.getLineAndCharacterOfPosition(start).line + 1;
}

/** The same by TypeScript 7, which has no API: its output. */
export async function typeErrorsBySeven(features: readonly Feature[]): Promise<string> {
  const project = join(outputFolder, 'tsconfig.json');
  await writeFile(project, JSON.stringify(settings(features)));
  const compiler = createRequire(import.meta.url)
    .resolve('typescript-7/package.json')
    .replace('package.json', 'bin/tsc');
  return run(process.execPath, [compiler, '-p', project, '--pretty', 'false']);
}

/** The program's whole output, followed by its exit code if that is not zero. */
export function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: outputFolder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? output : `${output}\nexit code ${code}`));
  });
}
