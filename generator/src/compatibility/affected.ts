import { type SourceFile, ts } from 'ts-morph';
import { type Side, typesFolder } from './consumer.js';
import type { Affected } from './shapes.js';

interface Declaration {
  readonly text: string;
  /** All identifiers in it. */
  readonly names: ReadonlySet<string>;
}

type Declarations = ReadonlyMap<string, Declaration>;

/** Files of the client that are compared by their declarations, or that hold no types of calls. */
export const COMPARED = /^src\/(client|operations|dates|identity|servers|webhooks|testing|testing-data)\.m?ts$/;

/**
 * Finds the declarations whose text differs, comments aside, and all that refer to them. Code that uses anything else compiles as it
 * did before.
 */
export function affectedBy(old: Side, next: Side, fileAt: (path: string) => SourceFile | undefined): Affected {
  const others = (side: Side) => [...side.client].filter(([path]) => path.startsWith('src/') && !COMPARED.test(path));
  if (JSON.stringify(others(old)) !== JSON.stringify(others(next))) return { type: () => true, operation: () => true };
  const read = (paths: readonly string[]): Declarations =>
    new Map(paths.flatMap((path) => [...declarationsIn(fileAt(path))]));
  const typesOf = (side: Side, folder: 'old' | 'next') =>
    read([...side.types.keys()].map((path) => `${typesFolder(side, folder)}/${path.replace(/^src\//, '')}`));
  const types = changed(typesOf(old, 'old'), typesOf(next, 'next'), new Set());
  const [methods, functions] = ['client', 'operations'].map((file) => {
    return changed(read([`/old/${file}.ts`]), read([`/next/${file}.ts`]), types);
  });
  return {
    type: (name) => types.has(name),
    operation: (method, constant) => methods?.has(method) === true || functions?.has(constant) === true,
  };
}

/** The names of declarations that differ, and of those that refer to one of these, or to one of `others`. */
function changed(old: Declarations, next: Declarations, others: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>([...old].flatMap(([name, { text }]) => (next.get(name)?.text === text ? [] : [name])));
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const [name, { names }] of old) {
      if (!found.has(name) && [...names].some((one) => found.has(one) || others.has(one))) found.add(name);
    }
  }
  return found;
}

function declarationsIn(file: SourceFile | undefined): Declarations {
  const source = file?.compilerNode;
  const found = new Map<string, Declaration>();
  const add = (name: ts.Node | undefined, node: ts.Node): void => {
    const names = new Set<string>();
    const visit = (inner: ts.Node): void => {
      if (ts.isIdentifier(inner) && inner !== name) names.add(inner.text);
      ts.forEachChild(inner, visit);
    };
    visit(node);
    if (name !== undefined) found.set(name.getText(source), { text: node.getText(source), names });
  };
  for (const statement of source?.statements ?? []) {
    if (ts.isClassDeclaration(statement)) for (const member of statement.members) add(member.name, member);
    else if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations) add(one.name, one);
    else if (
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isFunctionDeclaration(statement)
    )
      add(statement.name, statement);
  }
  return found;
}
