import { Node, type Project, type PropertyAccessExpression, type SourceFile } from 'ts-morph';
import { type FoundUse, fieldDeclarations, isAssigned, outermost } from '../impact/index.js';
import { type BodyMove, moveBody } from './body.js';
import { type Edit, type Rewrite, replace } from './edit.js';

const NO_RENAME = 'Nothing takes its place.';

/** Plans how a use is rewritten. Everything around what is named stays as it is. */
export function rewriteUse({ node, target, way, through }: FoundUse, body: BodyMove | undefined): Rewrite {
  const { newName, kind, change } = target;
  if (change.rule === 'body-argument-changed') return moveBody(node, body);
  if (way === 'fit') return { reason: 'A type of the project has the old name.' };
  if (newName === undefined || way === 'whole') return { reason: NO_RENAME };
  if (kind === 'value')
    return way === 'flow' && isConstant(node)
      ? { reason: 'The constant is used for other values as well.' }
      : renameLiteral(node, newName);
  return way === 'flow' ? renameOwnField(node, newName, through) : renameAt(node, newName, kind === 'field');
}

/** @param isKey whether a name that is both, a key and a value, has the old name as the key. */
function renameAt(node: Node, newName: string, isKey: boolean): Rewrite {
  const parent = node.getParent();
  if (!Node.isIdentifier(node)) return renameLiteral(node, newName);
  if (Node.isShorthandPropertyAssignment(parent) && parent.getValueSymbol()?.isAlias() === true && !isKey) {
    return { edits: isHidden(node, newName) ? [] : [replace(node, `${node.getText()}: ${newName}`)] };
  }
  if (Node.isShorthandPropertyAssignment(parent) || Node.isPropertyAssignment(parent)) {
    return renameKey(node, newName);
  }
  if (Node.isBindingElement(parent)) {
    const isShort = parent.getPropertyNameNode() === undefined;
    return { edits: [replace(node, isShort ? `${keyText(newName)}: ${node.getText()}` : keyText(newName))] };
  }
  if (Node.isImportSpecifier(parent)) return renameImport(node, newName);
  if (Node.isExportSpecifier(parent)) {
    // Other files of the project know it by its old name.
    const isShort = parent.getAliasNode() === undefined;
    const isLocal = parent.getExportDeclaration().getModuleSpecifier() === undefined;
    if (isLocal && isHidden(node, newName)) return { edits: [] };
    return { edits: [replace(node, isShort ? `${newName} as ${node.getText()}` : newName)] };
  }
  if (Node.isPropertyAccessExpression(parent) && keyText(newName) !== newName) {
    return { edits: [bracketed(parent, newName)] };
  }
  // A local name that is kept by its import stays.
  if (!Node.isPropertyAccessExpression(parent) && !Node.isQualifiedName(parent) && isHidden(node, newName))
    return { edits: [] };
  return { edits: [replace(node, newName)] };
}

/** An import keeps the old name where the new one means something else in the file. */
function renameImport(node: Node, newName: string): Rewrite {
  const parent = node.getParent();
  if (!Node.isImportSpecifier(parent)) return { reason: NO_RENAME };
  const keeps = parent.getAliasNode() === undefined && isHidden(node, newName);
  return { edits: [replace(node, keeps ? `${newName} as ${node.getText()}` : newName)] };
}

/** The names that mean something in each file, by themselves. */
const namesIn = new WeakMap<SourceFile, ReadonlySet<string>>();

/** Whether a file already means something by a name, so that another thing cannot have it there. */
function isHidden(node: Node, name: string): boolean {
  const file = node.getSourceFile();
  const names =
    namesIn.get(file) ??
    new Set(file.getDescendants().flatMap((one) => (Node.isIdentifier(one) && !isMember(one) ? [one.getText()] : [])));
  namesIn.set(file, names);
  return names.has(name);
}

/** Whether a name is one of a field, which hides nothing. */
function isMember(node: Node): boolean {
  const parent = node.getParent();
  return (
    (Node.isPropertyAccessExpression(parent) && parent.getNameNode() === node) ||
    (Node.isPropertyAssignment(parent) && parent.getNameNode() === node) ||
    (Node.isExportSpecifier(parent) && parent.getAliasNode() === node) ||
    Node.isPropertySignature(parent) ||
    Node.isMethodDeclaration(parent)
  );
}

/** A literal in its own quotes; a key of an object without any where it needs none. */
function renameLiteral(node: Node, newName: string): Rewrite {
  const text = node.getText();
  const quote = /^['"`]/.exec(text)?.[0];
  if (Node.isIdentifier(node)) return { edits: [replace(node, keyText(newName))] };
  if (quote === undefined) return { edits: [replace(node, newName)] };
  const inner = JSON.stringify(newName).slice(1, -1);
  const safe = quote === '"' ? inner : inner.replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return { edits: [replace(node, `${quote}${quote === '`' ? safe.replaceAll('${', '\\${') : safe}${quote}`)] };
}

/** A field of an object of the user's that is given to the packages elsewhere: all that use the object must be known. */
function renameOwnField(node: Node, newName: string, through: ReadonlySet<Node>): Rewrite {
  const parent = node.getParent();
  if (!Node.isIdentifier(node) || (!Node.isPropertyAssignment(parent) && !Node.isShorthandPropertyAssignment(parent))) {
    return { reason: 'Where the value comes from cannot be followed.' };
  }
  const declaration = outermost(parent.getParent()).getParent();
  const isConstant = Node.isVariableDeclaration(declaration) && declaration.getTypeNode() === undefined;
  if (!isConstant || !isOnlyRead(declaration, through))
    return { reason: 'The object is used for something else as well.' };
  return renameKey(node, newName);
}

/** A key of an object literal, and where it is read from the object. */
function renameKey(key: Node, newName: string): Rewrite {
  const parent = key.getParent();
  const literal = parent?.getParent();
  if (Node.isObjectLiteralExpression(literal) && literal.getProperty(newName) !== undefined) {
    return { reason: `The object has \`${newName}\` already.` };
  }
  const text = Node.isShorthandPropertyAssignment(parent) ? `${keyText(newName)}: ${key.getText()}` : keyText(newName);
  return { edits: [replace(key, text), ...readsOf(key).map((one) => renameRead(one, newName))] };
}

/** A field that is read of a constant: accessed, or taken out by a pattern. */
function renameRead(node: Node, newName: string): Edit {
  const parent = node.getParent();
  const isShort =
    Node.isShorthandPropertyAssignment(parent) ||
    (Node.isBindingElement(parent) && parent.getPropertyNameNode() === undefined);
  if (Node.isPropertyAccessExpression(parent) && keyText(newName) !== newName) return bracketed(parent, newName);
  return replace(node, isShort ? `${keyText(newName)}: ${node.getText()}` : keyText(newName));
}

/** An access by a name that is not an identifier. */
function bracketed(access: PropertyAccessExpression, newName: string): Edit {
  const start = access.getExpression().getEnd();
  const optional = access.hasQuestionDotToken() ? '?.' : '';
  return { file: access.getSourceFile(), start, end: access.getEnd(), text: `${optional}[${keyText(newName)}]` };
}

/** The names of fields that are read in a project, by name. */
const fieldNames = new WeakMap<Project, ReadonlyMap<string, readonly Node[]>>();

/** Where the field that a key of an object literal makes is read: accessed, or taken out by a pattern. */
function readsOf(key: Node): readonly Node[] {
  const project = key.getProject();
  const known = fieldNames.get(project) ?? fieldNamesIn(project);
  fieldNames.set(project, known);
  const property = key.getParent();
  const isRead = (node: Node): boolean => fieldAt(node).some((declaration) => declaration === property);
  return (known.get(key.getText()) ?? []).filter((node) => node !== key && isRead(node));
}

function fieldNamesIn(project: Project): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const file of project.getSourceFiles()) {
    if (file.isInNodeModules()) continue;
    file.forEachDescendant((node) => {
      if (!Node.isIdentifier(node)) return;
      const list = found.get(node.getText()) ?? [];
      found.set(node.getText(), list);
      list.push(node);
    });
  }
  return found;
}

/** The declarations of the field that a name reads. */
function fieldAt(name: Node): readonly Node[] {
  const parent = name.getParent();
  if (Node.isPropertyAccessExpression(parent) && parent.getNameNode() === name) {
    return name.getSymbol()?.getDeclarations() ?? [];
  }
  if (Node.isBindingElement(parent) && (parent.getPropertyNameNode() ?? parent.getNameNode()) === name) {
    return fieldDeclarations(parent.getParent().getType(), name.getText());
  }
  const literal = parent?.getParent();
  const assignment = literal === undefined ? undefined : outermost(literal).getParent();
  const isPattern =
    Node.isObjectLiteralExpression(literal) && isAssigned(literal) && Node.isBinaryExpression(assignment);
  return isPattern ? fieldDeclarations(assignment.getRight().getType(), name.getText()) : [];
}

/** Whether only fields of a constant are read. @param through where else it may go. */
function isOnlyRead(declaration: Node, through: ReadonlySet<Node>): boolean {
  const name = Node.isVariableDeclaration(declaration) ? declaration.getNameNode() : undefined;
  if (!Node.isIdentifier(name)) return false;
  return name.findReferencesAsNodes().every((reference) => {
    const parent = reference.getParent();
    const isRead = Node.isPropertyAccessExpression(parent) && parent.getExpression() === reference;
    return reference === name || isRead || isTakenApart(reference) || through.has(reference);
  });
}

/** Whether a pattern takes fields out of a value. */
function isTakenApart(value: Node): boolean {
  const parent = outermost(value).getParent();
  if (Node.isVariableDeclaration(parent)) return Node.isObjectBindingPattern(parent.getNameNode());
  const left =
    Node.isBinaryExpression(parent) && parent.getOperatorToken().getText() === '=' ? parent.getLeft() : undefined;
  return Node.isObjectLiteralExpression(left);
}

function isConstant(literal: Node): boolean {
  const declaration = literal.getFirstAncestor((one) => Node.isVariableDeclaration(one) || Node.isEnumMember(one));
  if (!Node.isVariableDeclaration(declaration)) return true;
  return declaration.getTypeNode() === undefined && declaration.findReferencesAsNodes().length > 1;
}

function keyText(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)
    ? name
    : `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
