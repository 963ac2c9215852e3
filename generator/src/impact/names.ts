import {
  type CallExpression,
  type ClassDeclaration,
  type ClassExpression,
  Node,
  type ObjectLiteralExpression,
  SyntaxKind,
  type Type,
} from 'ts-morph';
import { checkedType, expectedType } from './contexts.js';
import { isOfName, isOperationNode, type Search, severityOf } from './search.js';
import {
  awaited,
  constantName,
  declarationsOfSymbol,
  expectedOf,
  fieldDeclarations,
  isAssigned,
  ofKeys,
  outermost,
  partsOf,
  plainName,
  takingParts,
} from './syntax.js';

/** A name of a type, a function or a member. */
export function visitName(node: Node, search: Search): void {
  const parent = node.getParent();
  if (parent === undefined || !Node.isIdentifier(node)) return;
  // Keys of object literals and patterns are visited with the whole.
  if (Node.isPropertyAssignment(parent) && parent.getNameNode() === node) return;
  if (Node.isBindingElement(parent) && parent.getInitializer() !== node) return;
  const isSpecifier = Node.isImportSpecifier(parent) || Node.isExportSpecifier(parent);
  if (isSpecifier && parent.getNameNode() !== node) return;
  if (Node.isPropertyAccessExpression(parent) && parent.getNameNode() === node)
    noteValueKey(node, parent.getExpression(), search);
  const isShort = Node.isShorthandPropertyAssignment(parent) && parent.getNameNode() === node;
  const symbol = isShort ? parent.getValueSymbol() : node.getSymbol();
  const declarations = declarationsOfSymbol(symbol);
  const alias = symbol?.isAlias() === true ? symbol.getDeclarations() : [];
  const own = isSpecifier ? [parent] : alias;
  const way = Node.isPropertyAccessExpression(parent) && isAssigned(parent) ? 'write' : 'read';
  const isField = !isOperationNode(declarations) && !declarations.some(isType);
  for (const target of search.targetsOf(declarations)) {
    if (target.effect !== 'any' && !(isField && target.effect === way)) continue;
    if (isSpecifier && !isOfName(target)) continue;
    // An alias, or a re-export by a file of the user, keeps its name.
    const isOld = declarations.some((one) => Node.hasName(one) && one.getName() === node.getText());
    if (target.newName === undefined || (isOld && isDirect(own, search)))
      search.note(node, target, 'named', severityOf(target, way));
  }
}

/** A value of an enum that is read as a key: `LABELS.open`, of a `Record<State, string>`. */
function noteValueKey(node: Node, whole: Node, search: Search): void {
  const text = plainName(node) ?? '';
  if (search.values.has(text)) search.noteValue(node, text, ofKeys(search.origins.of(whole), whole.getType(), whole));
}

/** Whether a name is imported from the packages, not through an alias in a file of the user. */
function isDirect(declarations: readonly Node[], search: Search): boolean {
  return declarations.every((one) => {
    if (!Node.isImportSpecifier(one) && !Node.isExportSpecifier(one)) return true;
    const through = one.getSymbol()?.getImmediatelyAliasedSymbol()?.getDeclarations() ?? [];
    return through.every((next) => {
      const isLocal = Node.isExportSpecifier(one) && Node.isImportSpecifier(next);
      return search.packages.has(next) || (isLocal && isDirect([next], search));
    });
  });
}

function isType(node: Node): boolean {
  return Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node);
}

/** A literal: the name of a field, or a value of an enum. */
export function visitLiteral(node: Node, search: Search): void {
  const text = plainName(node) ?? '';
  const parent = node.getParent();
  const read = (type: Type): void => search.noteNamed(node, fieldDeclarations(type, text), 'read');
  if (Node.isElementAccessExpression(parent) && parent.getArgumentExpression() === node) {
    const type = parent.getExpression().getType();
    search.noteNamed(node, fieldDeclarations(type, text), isAssigned(parent) ? 'write' : 'read');
    noteValueKey(node, parent.getExpression(), search);
  } else if (Node.isBinaryExpression(parent) && parent.getOperatorToken().getKind() === SyntaxKind.InKeyword) {
    read(parent.getRight().getType());
  } else if (Node.isLiteralTypeNode(parent)) {
    const outer = parent.getFirstAncestor((one) => !Node.isUnionTypeNode(one));
    if (Node.isIndexedAccessTypeNode(outer)) read(outer.getObjectTypeNode().getType());
    // `Pick<Poll, 'name'>`
    for (const other of Node.isTypeArgumented(outer) ? outer.getTypeArguments() : []) {
      // `Exclude<keyof Poll, 'name'>`
      const whole = Node.isTypeOperatorTypeNode(other) ? other.getTypeNode() : other;
      for (const target of search.targetsOf(fieldDeclarations(whole.getType(), text))) {
        if (target.effect === 'any') search.note(node, target, 'named', severityOf(target, 'read'));
      }
    }
  } else if (Node.isCallExpression(parent)) {
    for (const other of objectsBeside(node, parent)) {
      // `pluck(polls, 'name')`
      const type = awaited(other.getType());
      read(type.getArrayElementType() ?? type);
    }
  }
  if (search.values.has(text)) search.noteValue(node, text, search.origins.expected(node));
  if (search.names.has(text)) noteKey(node, text, search);
}

/** A literal as one of the keys of a type: `const key: keyof Poll = 'name'`. */
function noteKey(node: Node, text: string, search: Search): void {
  const keys = partsOf(checkedType(node) ?? node.getType());
  if (keys.every((key) => key.isStringLiteral())) noteKeyOf(node, text, search);
}

function noteKeyOf(node: Node, text: string, search: Search): void {
  for (const one of search.origins.expected(node)) {
    const isNamed = isType(one) || Node.isClassDeclaration(one);
    if (isNamed && search.packages.has(one)) search.noteNamed(node, fieldDeclarations(one.getType(), text), 'read');
  }
  // `fake.fail('getPoll')`, where the type of the fake has the types of the operations as an argument.
  const call = node.getParent();
  const callee = Node.isCallExpression(call) ? call.getExpression() : undefined;
  const receiver = Node.isPropertyAccessExpression(callee) ? callee.getExpression().getType() : undefined;
  for (const part of receiver === undefined ? [] : [receiver, ...receiver.getIntersectionTypes()]) {
    for (const type of [...part.getAliasTypeArguments(), ...part.getTypeArguments()])
      search.noteNamed(node, fieldDeclarations(type, text), 'read');
  }
}

/** A field accessed by a constant: `client[METHOD]`. */
export function visitAccess(node: Node, search: Search): void {
  if (!Node.isElementAccessExpression(node)) return;
  const argument = node.getArgumentExpression();
  if (!Node.isIdentifier(argument) && !Node.isPropertyAccessExpression(argument)) return;
  const name = constantName(argument);
  if (name === undefined) return;
  const declarations = fieldDeclarations(node.getExpression().getType(), name);
  search.noteNamed(argument, declarations, isAssigned(node) ? 'write' : 'read', 'flow');
}

/** The objects whose field a string names: `jest.spyOn(client, 'getPoll')`, `expect(poll).toHaveProperty('name')`. */
function objectsBeside(node: Node, call: CallExpression): readonly Node[] {
  const compared = expectedOf(call);
  if (compared !== undefined) return call.getExpression().getText().endsWith('toHaveProperty') ? [compared] : [];
  const parts = partsOf(checkedType(node) ?? node.getType());
  const isKey = parts.length > 0 && parts.every((part) => part.isStringLiteral() || part.isNumberLiteral());
  // Of a test library without types.
  const isSpy = call.getExpression().getText().endsWith('spyOn');
  return isKey && (isSpy || checkedType(node) !== undefined) ? call.getArguments().filter((one) => one !== node) : [];
}

/** The fields that a binding pattern reads. */
export function visitPattern(pattern: Node, search: Search): void {
  if (!Node.isObjectBindingPattern(pattern)) return;
  const type = pattern.getType();
  for (const element of pattern.getElements()) {
    const node = element.getPropertyNameNode() ?? element.getNameNode();
    const name = plainName(node);
    if (name === undefined || element.getDotDotDotToken() !== undefined) continue;
    const declarations = fieldDeclarations(type, name);
    // A method is reported where it is called.
    const isCallable = isOperationNode(declarations) && !search.targetsOf(declarations).some(isOfName);
    if (!isCallable) search.noteNamed(node, declarations, 'read');
  }
}

/** The fields that an object literal sets; if it is assigned to, those that it reads. */
export function visitObject(literal: ObjectLiteralExpression, search: Search): void {
  const isPattern = isAssigned(literal);
  const type = expectedType(literal);
  if (type === undefined) {
    visitMock(literal, search);
    return;
  }
  const parts = isPattern ? partsOf(type) : takingParts(literal.getType(), type);
  for (const property of literal.getProperties()) {
    const node = Node.isSpreadAssignment(property) ? undefined : property.getNameNode();
    const name = plainName(node);
    if (node === undefined || name === undefined) continue;
    const declarations = parts.flatMap((part) => fieldDeclarations(part, name));
    search.noteNamed(node, declarations, isPattern ? 'read' : 'write');
    if (declarations.length === 0 && search.names.has(name)) noteKeyOf(node, name, search);
    if (search.values.has(name)) search.noteValue(node, name, search.origins.expected(node));
  }
  noteKeys(literal, search);
}

/** The members of a mocked package: `jest.mock('@acme/client', () => ({ … }))`. */
function visitMock(literal: ObjectLiteralExpression, search: Search): void {
  const mock = literal.getFirstAncestor((one) => {
    return Node.isCallExpression(one) && /mock/i.test(one.getExpression().getText());
  });
  const [name] = Node.isCallExpression(mock) ? mock.getArguments() : [];
  if (!Node.isStringLiteral(name) || search.packages.nameOf(name.getLiteralValue()) === undefined) return;
  for (const property of literal.getProperties()) {
    const key = Node.isSpreadAssignment(property) ? undefined : property.getNameNode();
    if (key !== undefined) search.noteNamed(key, search.packages.operation(plainName(key)), 'write');
  }
}

/** The operators of a filter: fields of an object that is the value of a field. */
function noteKeys(literal: ObjectLiteralExpression, search: Search): void {
  const parent = outermost(literal).getParent();
  const field = Node.isPropertyAssignment(parent) ? plainName(parent.getNameNode()) : undefined;
  const whole = Node.isPropertyAssignment(parent) ? expectedType(parent.getParent()) : undefined;
  if (whole === undefined || field === undefined) return;
  for (const target of search.targetsOf(fieldDeclarations(whole, field))) {
    const key = target.effect === 'key' ? literal.getProperty(target.name ?? '') : undefined;
    if (key !== undefined) search.note(key, target, 'whole');
  }
}

/** Members of a user's class that override or implement those of the packages. */
export function visitClass(node: ClassDeclaration | ClassExpression, search: Search): void {
  for (const base of node.getHeritageClauses().flatMap((clause) => clause.getTypeNodes())) {
    const type = base.getType();
    for (const member of node.getMembers()) {
      const name = Node.hasName(member) ? member.getName() : undefined;
      const own = name === undefined ? undefined : member.getFirstChild((child) => plainName(child) === name);
      if (name !== undefined && own !== undefined) search.noteNamed(own, fieldDeclarations(type, name), 'write', 'fit');
    }
  }
}
