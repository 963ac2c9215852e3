import { Node, type PropertyAccessExpression, type SourceFile } from 'ts-morph';
import { type FoundUse, outermost } from '../impact/index.js';
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
    const declaration = outermost(parent.getParent()).getParent();
    const reads = Node.isVariableDeclaration(declaration) ? readsOf(declaration, node.getText()) : [];
    return renameKey(node, newName, reads ?? []);
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
  const reads = isConstant ? readsOf(declaration, node.getText(), through) : undefined;
  if (reads === undefined) return { reason: 'The object is used for something else as well.' };
  return renameKey(node, newName, reads);
}

/** A key of an object literal, and where it is read from the constant that the object is. */
function renameKey(key: Node, newName: string, reads: readonly Node[]): Rewrite {
  const parent = key.getParent();
  const literal = parent?.getParent();
  if (Node.isObjectLiteralExpression(literal) && literal.getProperty(newName) !== undefined) {
    return { reason: `The object has \`${newName}\` already.` };
  }
  const text = Node.isShorthandPropertyAssignment(parent) ? `${keyText(newName)}: ${key.getText()}` : keyText(newName);
  return { edits: [replace(key, text), ...reads.map((one) => renameRead(one, newName))] };
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

/**
 * Where a field of a constant is read.
 *
 * @param through where else the constant may go, if not anywhere: undefined is returned when it goes to another place.
 */
function readsOf(declaration: Node, field: string, through?: ReadonlySet<Node>): readonly Node[] | undefined {
  const name = Node.isVariableDeclaration(declaration) ? declaration.getNameNode() : undefined;
  if (name === undefined || !Node.isIdentifier(name)) return undefined;
  const reads: Node[] = [];
  for (const reference of name.findReferencesAsNodes()) {
    if (reference === name) continue;
    const parent = reference.getParent();
    const pattern = patternOf(reference);
    if (pattern !== undefined) reads.push(...keysOf(pattern, field));
    else if (Node.isPropertyAccessExpression(parent) && parent.getExpression() === reference) {
      if (parent.getName() === field) reads.push(parent.getNameNode());
    } else if (through !== undefined && !through.has(reference)) return undefined;
  }
  return reads;
}

/** The pattern that takes fields out of a value. */
function patternOf(value: Node): Node | undefined {
  const parent = outermost(value).getParent();
  if (Node.isVariableDeclaration(parent)) {
    const name = parent.getNameNode();
    return Node.isObjectBindingPattern(name) ? name : undefined;
  }
  const left =
    Node.isBinaryExpression(parent) && parent.getOperatorToken().getText() === '=' ? parent.getLeft() : undefined;
  return Node.isObjectLiteralExpression(left) ? left : undefined;
}

/** The names of a field in a pattern. */
function keysOf(pattern: Node, field: string): Node[] {
  const keys = Node.isObjectBindingPattern(pattern)
    ? pattern.getElements().map((one) => one.getPropertyNameNode() ?? one.getNameNode())
    : Node.isObjectLiteralExpression(pattern)
      ? pattern.getProperties().flatMap((one) => (Node.isSpreadAssignment(one) ? [] : [one.getNameNode()]))
      : [];
  return keys.filter((key) => Node.isIdentifier(key) && key.getText() === field);
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
