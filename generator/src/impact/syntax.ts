import {
  type CallExpression,
  type JsxAttribute,
  type NewExpression,
  Node,
  type Symbol as NodeSymbol,
  SyntaxKind,
  type Type,
} from 'ts-morph';
import type { Json } from '../schema/index.js';

/** The declarations of a symbol, through imports and aliases. */
export function declarationsOfSymbol(symbol: NodeSymbol | undefined): readonly Node[] {
  return (symbol?.isAlias() === true ? symbol.getAliasedSymbol() : symbol)?.getDeclarations() ?? [];
}

/** The declarations of a field in all members of a union. */
export function fieldDeclarations(type: Type, name: string): readonly Node[] {
  return partsOf(type).flatMap((part) => {
    if (part.isTypeParameter())
      return part.getConstraint() === undefined ? [] : fieldDeclarations(part.getApparentType(), name);
    return declarationsOfSymbol(part.getProperty(name));
  });
}

/** The name in an object literal or a pattern; undefined if it is computed from more than a constant. */
export function plainName(node: Node | undefined): string | undefined {
  if (Node.isIdentifier(node)) return node.getText();
  if (Node.isComputedPropertyName(node)) return constantName(node.getExpression());
  return Node.isStringLiteral(node) || Node.isNumericLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)
    ? String(node.getLiteralValue())
    : undefined;
}

/** The name of what is called or read: the last one of `a.b.c`. */
export function lastName(node: Node): Node {
  return Node.isPropertyAccessExpression(node) ? node.getNameNode() : node;
}

/** The declarations of an expression. */
export function declarationsOf(node: Node): readonly Node[] {
  return declarationsOfSymbol(lastName(node).getSymbol());
}

/** The text of a constant. */
export function constantName(node: Node): string | undefined {
  const value = node.getType().getLiteralValue();
  return typeof value === 'string' ? value : undefined;
}

/** The expression without the parentheses, assertions and `!` around it. */
export function outermost(node: Node): Node {
  const parent = node.getParent();
  const isAround =
    Node.isParenthesizedExpression(parent) ||
    Node.isNonNullExpression(parent) ||
    Node.isAsExpression(parent) ||
    Node.isSatisfiesExpression(parent);
  return isAround ? outermost(parent) : node;
}

/** The expression inside parentheses, assertions, `!` and `await`. */
export function innermost(node: Node): Node {
  return Node.isParenthesizedExpression(node) ||
    Node.isNonNullExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isAwaitExpression(node)
    ? innermost(node.getExpression())
    : node;
}

export const COMPARISONS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
]);
export const ALTERNATIVES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.BarBarToken,
]);
const ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
  SyntaxKind.BarBarEqualsToken,
]);

/** Whether an expression is assigned to, or is in a pattern that is: `[{ name }] = polls`. */
export function isAssigned(node: Node): boolean {
  const outer = outermost(node);
  const parent = outer.getParent();
  if (Node.isBinaryExpression(parent))
    return parent.getLeft() === outer && ASSIGNMENTS.has(parent.getOperatorToken().getKind());
  if (Node.isForOfStatement(parent)) return parent.getInitializer() === outer;
  if (Node.isPropertyAssignment(parent)) return parent.getInitializer() === outer && isAssigned(parent.getParent());
  return Node.isArrayLiteralExpression(parent) && isAssigned(parent);
}

/** The argument of `expect(VALUE)` in a call such as `expect(VALUE).not.toBe(…)`. */
export function expectedOf(call: Node): Node | undefined {
  let node: Node | undefined = Node.isCallExpression(call) ? call.getExpression() : undefined;
  while (Node.isPropertyAccessExpression(node)) node = node.getExpression();
  return Node.isCallExpression(node) && node.getExpression().getText() === 'expect'
    ? node.getArguments()[0]
    : undefined;
}

/** The types of the parameters of a function that is called. The function of an operation declares most of them as a tuple. */
export function parameterTypes(callee: Node, call: CallExpression | NewExpression): readonly Type[] {
  const type = callee.getType();
  const [signature] = Node.isNewExpression(call) ? type.getConstructSignatures() : type.getCallSignatures();
  return (signature?.getParameters() ?? []).flatMap((parameter) => {
    const own = parameter.getTypeAtLocation(call);
    return own.isTuple() ? own.getTupleElements() : [own];
  });
}

/** The type that a promise resolves to. */
export function awaited(type: Type): Type {
  const [inner] = type.getProperty('then') === undefined ? [] : type.getTypeArguments();
  return inner ?? type;
}

/** The members of a union that accept a value; all if none does, since it may be out of date. */
export function takingParts(value: Type, type: Type): readonly Type[] {
  const parts = partsOf(type);
  const taking = parts.filter((part) => value.isAssignableTo(part));
  return taking.length > 0 ? taking : parts;
}

/** The value of a literal; undefined if it is only known at run time. */
export function constantOf(node: Node | undefined): Json | undefined {
  if (node === undefined) return undefined;
  const inner = innermost(node);
  if (Node.isStringLiteral(inner) || Node.isNoSubstitutionTemplateLiteral(inner) || Node.isNumericLiteral(inner)) {
    return inner.getLiteralValue();
  }
  if (Node.isTrueLiteral(inner) || Node.isFalseLiteral(inner)) return inner.getLiteralValue();
  if (Node.isNullLiteral(inner)) return null;
  if (Node.isPrefixUnaryExpression(inner) && inner.getOperatorToken() === SyntaxKind.MinusToken) {
    const value = constantOf(inner.getOperand());
    return typeof value === 'number' ? -value : undefined;
  }
  if (!Node.isArrayLiteralExpression(inner)) return undefined;
  const values = inner.getElements().map(constantOf);
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The function of a declaration, or of its initializer. */
export function functionOf(declaration: Node) {
  const isGiven = Node.isVariableDeclaration(declaration) || Node.isPropertyDeclaration(declaration);
  const value = isGiven ? declaration.getInitializer() : declaration;
  const isFunction = Node.isFunctionLikeDeclaration(value) || Node.isFunctionExpression(value);
  return isFunction || Node.isMethodSignature(value) ? value : undefined;
}

/** What makes a list of the values of another one. */
const COPYING = new Set(['Array.from', 'Map', 'Object.entries', 'Object.values', 'Set']);

/** The list whose values a call returns in another one: of `Object.values(all)` it is `all`. */
export function copiedBy(call: CallExpression | NewExpression): readonly Node[] {
  return COPYING.has(call.getExpression().getText()) ? call.getArguments().slice(0, 1) : [];
}

/** The property of a component that an attribute sets. */
export function attributeFields(attribute: JsxAttribute): readonly Node[] {
  const element = attribute.getFirstAncestor(
    (one) => Node.isJsxOpeningElement(one) || Node.isJsxSelfClosingElement(one),
  );
  const type = element?.getTagNameNode().getType();
  const parameters = type?.getCallSignatures().flatMap((one) => one.getParameters().slice(0, 1)) ?? [];
  const name = attribute.getNameNode().getText();
  return parameters.flatMap((one) => fieldDeclarations(one.getTypeAtLocation(attribute), name));
}

/** Whether a declared type is that of a value, or of the values of a list, apart from null and functions. */
export function isTypeOf(declared: Type, type: Type): boolean {
  const parts = partsOf(elementOf(type) ?? type).filter((part) => part.getCallSignatures().length === 0);
  const own = partsOf(declared);
  return own.length === parts.length && own.every((part) => parts.includes(part));
}

/** The type of the values of a list, or of an iterator such as that of `map.values()`. */
export function elementOf(type: Type): Type | undefined {
  const isIterator = /Iterator$/.test(type.getSymbol()?.getName() ?? '');
  return type.getArrayElementType() ?? (isIterator ? type.getTypeArguments()[0] : undefined);
}

/** Of the declarations that an object is written with, those that its keys may be values of: of `Record<Key, Value>`, not `Value`. */
export function ofKeys(declarations: readonly Node[], whole: Type | undefined, at: Node): readonly Node[] {
  const fields = whole?.getProperties() ?? [];
  const values = [...fields.map((one) => one.getTypeAtLocation(at)), whole?.getStringIndexType() ?? []].flat();
  return declarations.filter((one) => {
    const type = one.getType();
    const known = partsOf(type).map((part) => String(part.getLiteralValue()));
    const areKeys = fields.length > 0 && fields.every((field) => known.includes(field.getName()));
    return areKeys || !values.some((value) => isTypeOf(type, value));
  });
}

/** The members of a union, without null. */
export function partsOf(type: Type): readonly Type[] {
  if (type.isUnion()) return type.getUnionTypes().flatMap(partsOf);
  if (type.isNull() || type.isUndefined()) return [];
  return [type];
}
