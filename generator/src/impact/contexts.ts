import { Node, type Type } from 'ts-morph';
import { awaited, declarationsOfSymbol, expectedOf, outermost, parameterTypes, partsOf, plainName } from './syntax.js';

/** The type that the compiler compares a value with. */
export function checkedType(node: Node): Type | undefined {
  const type = Node.isExpression(node) ? node.getContextualType() : undefined;
  return isKnown(type, node) ? type : boundOf(node);
}

function isKnown(type: Type | undefined, value: Node): boolean {
  return type !== undefined && partsOf(type).some((part) => !isOpaque(part, value));
}

/** What a generic parameter accepts: `Room` of `<T extends Room>(room: T)`. */
function boundOf(node: Node): Type | undefined {
  const call = outermost(node).getParent();
  if (!Node.isCallExpression(call) && !Node.isNewExpression(call)) return undefined;
  const type = parameterTypes(call.getExpression(), call)[indexIn(call.getArguments(), outermost(node))];
  const bound = type?.isTypeParameter() === true ? type.getConstraint() : undefined;
  return isKnown(bound, node) ? bound : undefined;
}

/** Includes types that a value is only asserted to have, the values that a test compares it with, and those that a pattern reads. */
export function expectedType(node: Node): Type | undefined {
  const parent = node.getParent();
  const list = Node.isBindingElement(parent) ? parent.getParent() : undefined;
  // The compiler expects of the default of a pattern in a list only what the pattern reads.
  if (Node.isArrayBindingPattern(list)) return elementType(list.getType(), indexIn(list.getElements(), parent));
  return checkedType(node) ?? claimedType(node);
}

function claimedType(node: Node): Type | undefined {
  const outer = outermost(node);
  if (outer !== node && (Node.isAsExpression(outer) || Node.isSatisfiesExpression(outer))) {
    const type = outer.getType();
    if (!isOpaque(type, node)) return type;
  }
  const parent = outer.getParent();
  if (Node.isBinaryExpression(parent) && parent.getLeft() === outer) return parent.getRight().getType();
  if (Node.isForOfStatement(parent)) return elementType(parent.getExpression().getType());
  if (Node.isPropertyAssignment(parent)) {
    const whole = expectedType(parent.getParent());
    const name = plainName(parent.getNameNode());
    if (whole === undefined || name === undefined) return undefined;
    return partsOf(whole).flatMap((part) => part.getProperty(name)?.getTypeAtLocation(node) ?? [])[0];
  }
  if (Node.isArrayLiteralExpression(parent))
    return elementType(expectedType(parent) ?? parent.getType(), indexIn(parent.getElements(), outer));
  if (!Node.isCallExpression(parent) || !parent.getArguments().includes(outer)) return undefined;
  // `expect.objectContaining({ … })` has the type of the compared value.
  if (parent.getExpression().getText().startsWith('expect.')) return expectedType(parent);
  const expected = expectedOf(parent)?.getType();
  if (expected === undefined) return undefined;
  const [signature] = expected.getCallSignatures();
  const parameter = signature?.getParameters()[parent.getArguments().indexOf(outer)];
  return awaited(parameter?.getTypeAtLocation(node) ?? expected);
}

function indexIn(elements: readonly (Node | undefined)[], element: Node | undefined): number {
  return elements.indexOf(element);
}

/** The type of an element of a list or of a tuple. */
function elementType(list: Type, index = 0): Type | undefined {
  return partsOf(list).flatMap((part) => part.getTupleElements()[index] ?? part.getArrayElementType() ?? [])[0];
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
