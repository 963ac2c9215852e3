import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Project, type SourceFile, ts } from 'ts-morph';
import type { Names } from '../naming/index.js';
import { errorProblem, type Problem, ProblemsError } from '../problems/index.js';
import { Packages } from './packages.js';

/** One TypeScript project of a user, with the packages of the old version installed. */
export interface UserProject {
  readonly project: Project;
  /** The user's own files. */
  readonly files: readonly SourceFile[];
  readonly packages: Packages;
}

/**
 * Opens a project and the projects that it references.
 *
 * @param path a `tsconfig.json`, or the folder with one.
 * @throws {ProblemsError} if it cannot be read, or does not find the packages.
 */
export function openProjects(path: string, names: Names): readonly UserProject[] {
  const problems: Problem[] = [];
  const opened = configFiles(path, problems).map((file) => open(file, names));
  if (problems.length > 0) throw new ProblemsError(problems);
  const missing = [...new Set(opened.flatMap(({ packages }) => packages.missing))];
  if (missing.length > 0) throw new ProblemsError(missing.map((name) => notInstalled(name, path)));
  if (opened.every(({ packages }) => packages.isEmpty)) throw new ProblemsError([notUsed(names, path)]);
  return opened;
}

function open(file: string, names: Names): UserProject {
  const project = new Project({ tsConfigFilePath: file, skipFileDependencyResolution: true });
  // The compiler of ts-morph is newer than that of most projects; it only includes global types that are listed.
  if (project.compilerOptions.get().types === undefined) project.compilerOptions.set({ types: ['*'] });
  addImported(project, dirname(resolve(file)));
  const all = project.getSourceFiles().filter((one) => !one.isInNodeModules());
  const packages = new Packages(all, names);
  return { project, files: all.filter((one) => !packages.hasFile(one)), packages };
}

/** Adds the files below the folder that are not listed in `files` or `include`, but imported from there. */
function addImported(project: Project, folder: string): void {
  for (const { fileName, isDeclarationFile } of project.getProgram().compilerObject.getSourceFiles()) {
    const isOwn = fileName.startsWith(`${folder.replaceAll('\\', '/')}/`) && !fileName.includes('/node_modules/');
    if (isOwn && !isDeclarationFile) project.addSourceFileAtPathIfExists(fileName);
  }
}

/** The project's file, and those of its `references`. */
function configFiles(path: string, problems: Problem[], found = new Set<string>()): readonly string[] {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'tsconfig.json') : path;
  if (found.has(file)) return [];
  const { config, error } = existsSync(file)
    ? ts.readConfigFile(file, ts.sys.readFile)
    : { config: undefined, error: { messageText: 'The file does not exist.' } };
  if (error !== undefined) {
    problems.push(unreadable(file, ts.flattenDiagnosticMessageText(error.messageText, '\n')));
    return [];
  }
  found.add(file);
  const { projectReferences = [] } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file));
  for (const reference of projectReferences) configFiles(resolve(dirname(file), reference.path), problems, found);
  return [...found];
}

function unreadable(file: string, reason: string): Problem {
  const message = `The TypeScript project ${file} cannot be read: ${reason}`;
  const hint = 'Pass the tsconfig.json of the code, or its folder, with --project.';
  return errorProblem('project-unreadable', { file }, message, hint);
}

function notInstalled(name: string, path: string): Problem {
  const message = `The project imports ${name}, which is not installed where the project looks for it.`;
  const hint = `Install the version of ${name} that the code was written for, and run the command again.`;
  return errorProblem('project-packages-missing', { file: path }, message, hint);
}

function notUsed(names: Names, path: string): Problem {
  const message = `No file of the project imports ${names.clientPackage} or ${names.typesPackage}.`;
  const hint =
    'Pass the names of the packages with --scope and --name, and the tsconfig.json of the code that uses them with --project.';
  return errorProblem('project-packages-missing', { file: path }, message, hint);
}
