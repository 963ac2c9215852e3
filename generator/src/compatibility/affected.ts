import { type Project, type SourceFile, ts } from 'ts-morph';
import { addTo } from '../problems/index.js';
import { type Side, typesFolder } from './consumer.js';
import type { Affected } from './shapes.js';

interface Declaration {
  readonly text: string;
  /** All identifiers in the text. */
  readonly names: ReadonlySet<string>;
}

type Declarations = ReadonlyMap<string, Declaration>;

/** Files of the client that are compared by their declarations, or that contain no types of calls. */
export const COMPARED = /^src\/(client|operations|dates|identity|servers|webhooks|testing|testing-data)\.m?ts$/;

/**
 * Finds the declarations whose text differs, comments aside, and all that refer to them. Code that uses only other declarations
 * compiles as before.
 */
export function affectedBy(project: Project, old: Side, next: Side): Affected {
  const read = (paths: readonly string[]): Declarations =>
    new Map(paths.flatMap((path) => [...declarationsIn(project.getSourceFile(path))]));
  const typesOf = (side: Side, folder: 'old' | 'next') =>
    read([...side.types.keys()].map((path) => `${typesFolder(side, folder)}/${path.replace(/^src\//, '')}`));
  const [oldTypes, nextTypes] = [typesOf(old, 'old'), typesOf(next, 'next')];
  const others = (side: Side) => [...side.client].filter(([path]) => path.startsWith('src/') && !COMPARED.test(path));
  if (JSON.stringify(others(old)) !== JSON.stringify(others(next))) {
    const isType = (name: string): boolean => oldTypes.has(name);
    return { own: isType, type: isType, operation: () => true };
  }
  const own = changed(oldTypes, nextTypes);
  const types = withUsers(own, oldTypes);
  const [methods, functions] = ['client', 'operations'].map((file) => {
    const declarations = read([`/old/${file}.ts`]);
    return withUsers(changed(declarations, read([`/next/${file}.ts`])), declarations, types);
  });
  return {
    own: (name) => own.has(name),
    type: (name) => types.has(name),
    operation: (method, constant) => methods?.has(method) === true || functions?.has(constant) === true,
  };
}

/** The names of the declarations that differ. */
function changed(old: Declarations, next: Declarations): ReadonlySet<string> {
  return new Set([...old].flatMap(([name, { text }]) => (next.get(name)?.text === text ? [] : [name])));
}

/** Some declarations, and all that refer to one of them or to one of `others`, directly or not. */
function withUsers(
  names: ReadonlySet<string>,
  declarations: Declarations,
  others: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [user, { names: used }] of declarations) {
    for (const name of used) addTo(users, name, user);
  }
  const found = new Set(names);
  for (const name of others) for (const user of users.get(name) ?? []) found.add(user);
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user);
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
