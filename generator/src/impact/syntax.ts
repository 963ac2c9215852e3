import { Node, type Symbol as NodeSymbol, SyntaxKind, type Type, type TypeChecker } from 'ts-morph';
import type { Json } from '../schema/index.js';
import { partsOf } from './pointers.js';

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

/** Whether an expression is assigned to. */
export function isAssigned(node: Node): boolean {
  const outer = outermost(node);
  const parent = outer.getParent();
  return (
    Node.isBinaryExpression(parent) &&
    parent.getLeft() === outer &&
    ASSIGNMENTS.has(parent.getOperatorToken().getKind())
  );
}

/** The argument of `expect(VALUE)` in a call such as `expect(VALUE).not.toBe(…)`. */
export function expectedOf(call: Node): Node | undefined {
  let node: Node | undefined = Node.isCallExpression(call) ? call.getExpression() : undefined;
  while (Node.isPropertyAccessExpression(node)) node = node.getExpression();
  return Node.isCallExpression(node) && node.getExpression().getText() === 'expect'
    ? node.getArguments()[0]
    : undefined;
}

/** The expected type of a value: by the compiler, or by what a test compares it with. */
export class Contexts {
  readonly #checker: TypeChecker;

  constructor(checker: TypeChecker) {
    this.#checker = checker;
  }

  /** The type that the compiler compares a value with. */
  checked(node: Node): Type | undefined {
    const type = Node.isExpression(node) ? this.#checker.getContextualType(node) : undefined;
    return type === undefined || partsOf(type).every((part) => isOpaque(part, node)) ? undefined : type;
  }

  /** Includes types that a value is only asserted to have, and the values that a test compares it with. */
  of(node: Node): Type | undefined {
    return this.checked(node) ?? this.#claimed(node);
  }

  #claimed(node: Node): Type | undefined {
    const outer = outermost(node);
    if (outer !== node && (Node.isAsExpression(outer) || Node.isSatisfiesExpression(outer))) {
      const type = outer.getType();
      if (!isOpaque(type, node)) return type;
    }
    const parent = outer.getParent();
    if (Node.isPropertyAssignment(parent)) {
      const whole = this.of(parent.getParent());
      const name = plainName(parent.getNameNode());
      if (whole === undefined || name === undefined) return undefined;
      return partsOf(whole).flatMap((part) => part.getProperty(name)?.getTypeAtLocation(node) ?? [])[0];
    }
    if (Node.isArrayLiteralExpression(parent)) {
      return partsOf(this.of(parent) ?? parent.getType()).flatMap((part) => part.getArrayElementType() ?? [])[0];
    }
    if (!Node.isCallExpression(parent) || !parent.getArguments().includes(outer)) return undefined;
    // `expect.objectContaining({ … })` has the type of the compared value.
    if (parent.getExpression().getText().startsWith('expect.')) return this.of(parent);
    const expected = expectedOf(parent)?.getType();
    if (expected === undefined) return undefined;
    const [signature] = expected.getCallSignatures();
    const parameter = signature?.getParameters()[parent.getArguments().indexOf(outer)];
    return awaited(parameter?.getTypeAtLocation(node) ?? expected);
  }
}

function isAnything(type: Type): boolean {
  return type.isAny() || type.isUnknown();
}

/** A type without any known member, as test libraries have, or one inferred from the value. */
function isOpaque(whole: Type, value: Node): boolean {
  const type = whole.getArrayElementType() ?? whole;
  const declarations = declarationsOfSymbol(type.getSymbol());
  const fields = type.getStringIndexType();
  return (
    declarations.some((one) => one === value || one.getFirstAncestor((outer) => outer === value) !== undefined) ||
    isAnything(type) ||
    type.isTypeParameter() ||
    type.getText() === 'object' ||
    (type.isObject() && type.getProperties().length === 0 && (fields === undefined || isAnything(fields)))
  );
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
