import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { type Feature, outputFolder, scope } from './generate.js';

/** What the emitted `tsconfig.json` says, with each package found in its sources. */
function settings(features: readonly Feature[]): { readonly compilerOptions: object; readonly include: string[] } {
  const emitted: { compilerOptions: object } = JSON.parse(features[0]?.files.get('client/tsconfig.json') ?? '{}');
  const paths = features.flatMap(({ name }) => [
    [`${scope}/${name}-types`, [`./${name}/types/src/index.ts`]] as const,
    [`${scope}/${name}-client`, [`./${name}/client/src/index.ts`]] as const,
    [`${scope}/${name}-client/operations`, [`./${name}/client/src/operations.ts`]] as const,
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
  };
}

/** Every error in what was generated, as `file:line message`; the runtime, the same in each client, is checked once. */
export function typeErrors(features: readonly Feature[]): string[] {
  const config = ts.parseJsonConfigFileContent(settings(features), ts.sys, outputFolder);
  const program = ts.createProgram(config.fileNames, config.options);
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(outputFolder) && !isCopy(fileName, features));
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

function isCopy(fileName: string, features: readonly Feature[]): boolean {
  return fileName.includes('/src/runtime/') && !fileName.startsWith(join(outputFolder, features[0]?.name ?? ''));
}

function lineOf(file: ts.SourceFile, start: number): number {
  return file.getLineAndCharacterOfPosition(start).line + 1;
}

/** The same by TypeScript 7, which is a program and no library: what it prints. */
export async function typeErrorsBySeven(features: readonly Feature[]): Promise<string> {
  const project = join(outputFolder, 'tsconfig.json');
  await writeFile(project, JSON.stringify(settings(features)));
  const compiler = createRequire(import.meta.url)
    .resolve('typescript-7/package.json')
    .replace('package.json', 'bin/tsc');
  return run(process.execPath, [compiler, '-p', project, '--pretty', 'false']);
}

/** The program's whole output, with its exit code behind it where that is not zero. */
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
