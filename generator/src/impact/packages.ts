import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Node, type SourceFile, SyntaxKind } from 'ts-morph';
import type { Names } from '../naming/index.js';
import { isRecord, jsonOf } from '../problems/index.js';
import { declarationsOfSymbol } from './syntax.js';

/** The two installed packages of a project: their declarations, however they are imported. */
export class Packages {
  /** Exported name -> its declarations; several if both module formats are used. */
  readonly #exported = new Map<string, Set<Node>>();
  readonly #methods = new Map<string, Set<Node>>();
  readonly #users = new Map<Node, Set<Node>>();
  readonly #folders = new Map<string, string | undefined>();
  readonly #names: Names;
  /** The packages that the project imports but that are not installed. */
  readonly missing: readonly string[];

  constructor(files: readonly SourceFile[], names: Names) {
    this.#names = names;
    const missing = new Set<string>();
    const found = new Set<SourceFile>();
    const follow = (file: SourceFile): void => {
      for (const literal of file.getImportStringLiterals()) {
        const wanted = this.nameOf(literal.getLiteralValue());
        if (wanted !== undefined && literal.getSymbol() === undefined) missing.add(wanted);
      }
      for (const imported of file.getReferencedSourceFiles()) if (this.hasFile(imported)) found.add(imported);
    };
    for (const file of files) follow(file);
    // Grows while it is iterated over.
    for (const file of found) follow(file);
    for (const file of found) this.#read(file);
    this.missing = [...missing];
  }

  get isEmpty(): boolean {
    return this.#exported.size === 0;
  }

  /** The exported declarations of a name. */
  exported(name: string | undefined): readonly Node[] {
    return [...(this.#exported.get(name ?? '') ?? [])];
  }

  /** The method of the client, and the function, of an operation. */
  operation(method: string | undefined, constant = method): readonly Node[] {
    return [...(this.#methods.get(method ?? '') ?? []), ...this.exported(constant)];
  }

  /** The package that a module belongs to, by the name in its import. */
  nameOf(module: string): string | undefined {
    const { clientPackage, typesPackage } = this.#names;
    return [clientPackage, typesPackage].find((one) => module === one || module.startsWith(`${one}/`));
  }

  /** What the packages declare with a type: fields, operations that return it, aliases of it. */
  usersOf(declaration: Node): readonly Node[] {
    return [...(this.#users.get(declaration) ?? [])];
  }

  /** Whether something is declared in one of the packages. */
  has(node: Node | undefined): boolean {
    return node !== undefined && this.hasFile(node.getSourceFile());
  }

  hasFile(file: SourceFile): boolean {
    const name = this.#packageOf(dirname(file.getFilePath()));
    return name === this.#names.clientPackage || name === this.#names.typesPackage;
  }

  #packageOf(folder: string): string | undefined {
    if (this.#folders.has(folder)) return this.#folders.get(folder);
    const name =
      nameIn(join(folder, 'package.json')) ??
      (dirname(folder) === folder ? undefined : this.#packageOf(dirname(folder)));
    this.#folders.set(folder, name);
    return name;
  }

  #read(file: SourceFile): void {
    for (const [name, declarations] of file.getExportedDeclarations()) {
      for (const declaration of declarations) if (this.has(declaration)) add(this.#exported, name, declaration);
    }
    for (const one of file.getClasses()) {
      for (const method of one.getInstanceMethods()) add(this.#methods, method.getName(), method);
    }
    if (this.#packageOf(dirname(file.getFilePath())) !== this.#names.typesPackage && !this.#declaresOperations(file))
      return;
    for (const reference of file.getDescendantsOfKind(SyntaxKind.TypeReference)) {
      const user = reference.getFirstAncestor(isUser);
      const isArgument = reference.getFirstAncestor(
        (one) => Node.isParameterDeclaration(one) || Node.isTupleTypeNode(one),
      );
      if (user === undefined || isArgument !== undefined) continue;
      const name = reference.getTypeName();
      const symbol = (Node.isQualifiedName(name) ? name.getRight() : name).getSymbol();
      for (const declaration of declarationsOfSymbol(symbol)) add(this.#users, declaration, user);
    }
  }

  #declaresOperations(file: SourceFile): boolean {
    return file.getClass(this.#names.className) !== undefined || file.getVariableDeclarations().length > 0;
  }
}

function isUser(node: Node): boolean {
  return [
    SyntaxKind.PropertySignature,
    SyntaxKind.MethodDeclaration,
    SyntaxKind.VariableDeclaration,
    SyntaxKind.TypeAliasDeclaration,
  ].includes(node.getKind());
}

function add<Key>(map: Map<Key, Set<Node>>, key: Key, node: Node): void {
  const known = map.get(key) ?? new Set();
  map.set(key, known.add(node));
}

/** The name in a `package.json`. Files without a name, such as a marker of the module format, do not count. */
function nameIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  // The user's file may be invalid.
  const manifest = jsonOf(readFileSync(file, 'utf8'));
  return isRecord(manifest) && typeof manifest.name === 'string' ? manifest.name : undefined;
}
