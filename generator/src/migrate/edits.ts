import { Node, type Project, type PropertyAccessExpression, type SourceFile, type Type } from 'ts-morph';
import { expectedType, type FoundUse, fieldDeclarations, isAssigned, outermost, plainName } from '../impact/index.js';
import { addTo } from '../problems/index.js';
import { type BodyMove, moveBody } from './body.js';
import { type Edit, type Rewrite, replace } from './edit.js';

const NO_RENAME = 'It has no replacement.';

/** Plans the edits for a use. The code around the name is kept. */
export function rewriteUse({ node, target, way, through }: FoundUse, body: BodyMove | undefined): Rewrite {
  const { newName, kind, change } = target;
  if (body !== undefined && change.rule === 'body-argument-changed') return moveBody(node, body);
  if (way === 'fit') return { reason: 'A type of the project has the old name.' };
  if (newName === undefined || way === 'whole') return { reason: NO_RENAME };
  if (kind === 'value')
    return way === 'flow' && isConstant(node)
      ? { reason: 'The constant is used for other values as well.' }
      : renameAt(node, newName, true);
  return way === 'flow' ? renameOwnField(node, newName, through) : renameAt(node, newName, kind === 'field');
}

/** @param isKey whether a name that is both a key and a value has the old name as the key. */
function renameAt(node: Node, newName: string, isKey: boolean): Rewrite {
  const parent = node.getParent();
  const text = node.getText();
  const isShorthand = Node.isShorthandPropertyAssignment(parent);
  if ((isShorthand || Node.isPropertyAssignment(parent)) && parent.getNameNode() === node) {
    if (isKey || !isShorthand || parent.getValueSymbol()?.isAlias() !== true) return renameKey(node, newName);
    return { edits: isHidden(node, newName) ? [] : [replace(node, `${text}: ${newName}`)] };
  }
  if (Node.isImportSpecifier(parent)) {
    // It keeps the old local name if the new one already has a meaning in the file.
    const keeps = parent.getAliasNode() === undefined && isHidden(node, newName);
    return { edits: [replace(node, keeps ? `${newName} as ${text}` : newName)] };
  }
  if (Node.isExportSpecifier(parent)) {
    // Other files of the project import it by its old name.
    const isShort = parent.getAliasNode() === undefined;
    const isLocal = parent.getExportDeclaration().getModuleSpecifier() === undefined;
    if (isLocal && isHidden(node, newName)) return { edits: [] };
    return { edits: [replace(node, isShort ? `${newName} as ${text}` : newName)] };
  }
  const isBound = Node.isBindingElement(parent) && parent.getInitializer() !== node;
  // A local name that the import keeps.
  const isKept = Node.isIdentifier(node) && !isBound && !isMember(node) && isHidden(node, newName);
  return { edits: isKept ? [] : [renameRead(node, newName)] };
}

/** The names declared in each file. */
const namesIn = new WeakMap<SourceFile, ReadonlySet<string>>();

/** Whether a name already has a meaning in a file. */
function isHidden(node: Node, name: string): boolean {
  const file = node.getSourceFile();
  const names =
    namesIn.get(file) ??
    new Set(file.getDescendants().flatMap((one) => (Node.isIdentifier(one) && !isMember(one) ? [one.getText()] : [])));
  namesIn.set(file, names);
  return names.has(name);
}

/** Whether a name is that of a member, which shadows nothing. */
function isMember(node: Node): boolean {
  const parent = node.getParent();
  return (
    (Node.isPropertyAccessExpression(parent) && parent.getNameNode() === node) ||
    (Node.isPropertyAssignment(parent) && parent.getNameNode() === node) ||
    (Node.isExportSpecifier(parent) && parent.getAliasNode() === node) ||
    (Node.isQualifiedName(parent) && parent.getRight() === node) ||
    Node.isImportTypeNode(parent) ||
    Node.isPropertySignature(parent) ||
    Node.isMethodDeclaration(parent)
  );
}

/** A literal in the quotes of the old one; a key of an object without quotes if possible. */
function literalText(node: Node, newName: string): string {
  const quote = /^['"`]/.exec(node.getText())?.[0];
  if (Node.isIdentifier(node)) return keyText(newName);
  if (quote === undefined) return newName;
  const inner = JSON.stringify(newName).slice(1, -1);
  const safe = quote === '"' ? inner : inner.replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return `${quote}${quote === '`' ? safe.replaceAll('${', '\\${') : safe}${quote}`;
}

/** A field of a user's object that is passed to the packages elsewhere: all uses of the object must be known. */
function renameOwnField(node: Node, newName: string, through: ReadonlySet<Node>): Rewrite {
  const parent = node.getParent();
  if (!Node.isIdentifier(node) || (!Node.isPropertyAssignment(parent) && !Node.isShorthandPropertyAssignment(parent))) {
    return { reason: 'The origin of the value is unknown.' };
  }
  const declaration = outermost(parent.getParent()).getParent();
  const isConstant = Node.isVariableDeclaration(declaration) && declaration.getTypeNode() === undefined;
  if (!isConstant || !isOnlyRead(declaration, through)) return { reason: 'The object has other uses.' };
  return renameKey(node, newName);
}

/** A key of an object literal, and all reads of that field. */
function renameKey(key: Node, newName: string): Rewrite {
  const parent = key.getParent();
  const literal = parent?.getParent();
  if (Node.isObjectLiteralExpression(literal) && literal.getProperty(newName) !== undefined) {
    return { reason: `The object already has \`${newName}\`.` };
  }
  const name = literalText(key, newName);
  const text = Node.isShorthandPropertyAssignment(parent) ? `${name}: ${key.getText()}` : name;
  return { edits: [replace(key, text), ...readsOf(key).map((one) => renameRead(one, newName))] };
}

/** A name that is read: by an access, by a pattern or in a literal. */
function renameRead(node: Node, newName: string): Edit {
  const parent = node.getParent();
  const isKey =
    Node.isShorthandPropertyAssignment(parent) ||
    (Node.isBindingElement(parent) && parent.getPropertyNameNode() === undefined);
  const isShort = isKey && parent.getNameNode() === node;
  if (Node.isPropertyAccessExpression(parent) && keyText(newName) !== newName) return bracketed(parent, newName);
  return replace(node, isShort ? `${keyText(newName)}: ${node.getText()}` : literalText(node, newName));
}

/** An access by a name that is not an identifier. */
function bracketed(access: PropertyAccessExpression, newName: string): Edit {
  const start = access.getExpression().getEnd();
  const optional = access.hasQuestionDotToken() ? '?.' : '';
  return { file: access.getSourceFile(), start, end: access.getEnd(), text: `${optional}[${keyText(newName)}]` };
}

/** The names of fields that are read in a project. */
const fieldNames = new WeakMap<Project, ReadonlyMap<string, readonly Node[]>>();

/** The reads of the field that a key of an object literal sets: accesses and patterns. */
function readsOf(key: Node): readonly Node[] {
  const project = key.getProject();
  const known = fieldNames.get(project) ?? fieldNamesIn(project);
  fieldNames.set(project, known);
  const property = key.getParent();
  const isRead = (node: Node): boolean => fieldAt(node).some((declaration) => declaration === property);
  return (known.get(plainName(key) ?? '') ?? []).filter((node) => node !== key && isRead(node));
}

function fieldNamesIn(project: Project): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const file of project.getSourceFiles()) {
    if (file.isInNodeModules()) continue;
    file.forEachDescendant((node) => {
      const name = plainName(node);
      if (name !== undefined) addTo(found, name, node);
    });
  }
  return found;
}

/** The declarations of the field that a name reads. */
function fieldAt(name: Node): readonly Node[] {
  const parent = name.getParent();
  const fieldOf = (type: Type | undefined) =>
    type === undefined ? [] : fieldDeclarations(type, plainName(name) ?? '');
  if (Node.isPropertyAccessExpression(parent) || Node.isElementAccessExpression(parent))
    return parent.getExpression() === name ? [] : fieldOf(parent.getExpression().getType());
  if (Node.isBindingElement(parent) && (parent.getPropertyNameNode() ?? parent.getNameNode()) === name)
    return fieldOf(parent.getParent().getType());
  const isProperty = Node.isPropertyAssignment(parent) || Node.isShorthandPropertyAssignment(parent);
  // Not the variable that is assigned to, or a default.
  const literal = isProperty && parent.getNameNode() === name ? parent.getParent() : undefined;
  return Node.isObjectLiteralExpression(literal) && isAssigned(literal) ? fieldOf(expectedType(literal)) : [];
}

/** Whether only fields of a constant are read. @param through other allowed uses. */
function isOnlyRead(declaration: Node, through: ReadonlySet<Node>): boolean {
  const name = Node.isVariableDeclaration(declaration) ? declaration.getNameNode() : undefined;
  if (!Node.isIdentifier(name)) return false;
  return name.findReferencesAsNodes().every((reference) => {
    const parent = reference.getParent();
    const isRead = Node.isPropertyAccessExpression(parent) && parent.getExpression() === reference;
    return reference === name || isRead || isTakenApart(reference) || through.has(reference);
  });
}

/** Whether a pattern reads fields of a value. */
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
