import { Node, SyntaxKind, type Type } from 'ts-morph';
import { noteWhole } from './calls.js';
import { checkedType } from './contexts.js';
import type { Search } from './search.js';
import { awaited, declarationsOf, innermost, partsOf, plainName, takingParts } from './syntax.js';

/** Maximum depth to which the fields of a value are compared: a generic type may contain itself with ever larger arguments. */
const DEEPEST = 12;

/** A value that is passed between the user's types and those of the packages: their fields of the same name are connected. */
export function visitValue(node: Node, search: Search): void {
  const [parent, inner] = [node.getParent(), innermost(node)];
  // The parts of these are visited.
  if (Node.isObjectLiteralExpression(inner) || Node.isConditionalExpression(inner)) return;
  if (!Node.isExpression(node) || !isPassedOn(node, parent)) return;
  const type = checkedType(node);
  const own = node.getType();
  const value = own.isLiteral() ? String(own.getLiteralValue() ?? '') : '';
  const isName = Node.isIdentifier(node) || Node.isPropertyAccessExpression(node);
  if (isName && search.values.has(value)) noteConstant(node, value, search);
  if (isName && own.isUnion()) noteOwnUnion(node, own, search);
  if (type === undefined || (!hasFields(own) && !own.isUnion())) return;
  follow(awaited(own), awaited(type), { node, search, done: new Set() }, DEEPEST);
  if (!Node.isSpreadAssignment(parent)) noteWhole(node, type, search);
}

/** A constant used as a value of an enum. */
function noteConstant(node: Node, value: string, search: Search): void {
  for (const one of declarationsOf(node)) {
    const initializer = Node.isInitializerExpressionGetable(one) ? one.getInitializer() : undefined;
    const literal = initializer === undefined ? undefined : innermost(initializer);
    if (literal !== undefined && plainName(literal) === value) {
      search.noteValue(literal, value, search.origins.expected(node), 'flow');
    }
  }
}

/** A value whose own type lists the values of an enum: `status: 'open' | 'closed'`. */
function noteOwnUnion(node: Node, type: Type, search: Search): void {
  const values = partsOf(type).map((part) => String(part.getLiteralValue() ?? ''));
  for (const value of values.filter((one) => search.values.has(one))) {
    // Types of the packages are updated with them.
    const isOfPackages = search.origins.of(node).some((one) => search.packages.has(one));
    if (!isOfPackages) search.noteValue(node, value, search.origins.expected(node), 'fit');
  }
}

interface Passing {
  readonly node: Node;
  readonly search: Search;
  /** Pairs of types that were already compared. */
  readonly done: Set<string>;
}

function follow(own: Type, type: Type, passing: Passing, depth: number): void {
  if (depth === 0 || own === type) return;
  const key = `${own.getText()} ${type.getText()}`;
  if (passing.done.has(key)) return;
  passing.done.add(key);
  for (const was of partsOf(own)) {
    for (const is of takingParts(was, type)) {
      const [given, taken] = [was.getArrayElementType(), is.getArrayElementType()];
      if (given !== undefined && taken !== undefined) follow(given, taken, passing, depth - 1);
      else if (hasFields(was)) followFields(was, is, passing, depth);
    }
  }
}

function hasFields(type: Type): boolean {
  return type.isObject() || type.isIntersection();
}

function followFields(was: Type, is: Type, passing: Passing, depth: number): void {
  const { node, search } = passing;
  const isOfPackages = ([first]: readonly Node[]): boolean => search.packages.has(first);
  for (const field of is.getProperties()) {
    const from = was.getProperty(field.getName());
    const [sources, ends] = [from?.getDeclarations() ?? [], field.getDeclarations()];
    if (from === undefined || isOfPackages(sources) === isOfPackages(ends)) continue;
    if (isOfPackages(sources)) search.noteNamed(node, sources, 'read', 'fit');
    for (const source of sources) {
      if (!Node.isPropertyAssignment(source) && !Node.isShorthandPropertyAssignment(source)) continue;
      search.noteNamed(source.getNameNode(), ends, 'write', 'flow', node);
      const literal = Node.isPropertyAssignment(source) ? source.getInitializer() : undefined;
      const text = Node.isIdentifier(literal) ? undefined : plainName(literal);
      if (literal !== undefined && text !== undefined) search.noteValue(literal, text, ends, 'flow');
    }
    follow(from.getTypeAtLocation(node), field.getTypeAtLocation(node), passing, depth - 1);
  }
}

/** Whether the compiler compares an expression with a type here. */
function isPassedOn(node: Node, parent: Node | undefined): boolean {
  if (Node.isSpreadElement(node)) return false;
  if (Node.isCallExpression(parent) || Node.isNewExpression(parent)) return parent.getExpression() !== node;
  if (Node.isBinaryExpression(parent)) {
    return parent.getLeft() !== node && !Node.isObjectLiteralExpression(parent.getLeft());
  }
  // A binding pattern is not a type.
  if (Node.isVariableDeclaration(parent)) return parent.getTypeNode() !== undefined;
  if (Node.isPropertyAssignment(parent) || Node.isPropertyDeclaration(parent)) return parent.getInitializer() === node;
  return parent !== undefined && PASSING.has(parent.getKind());
}

const PASSING: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ReturnStatement,
  SyntaxKind.ArrowFunction,
  SyntaxKind.ShorthandPropertyAssignment,
  SyntaxKind.SpreadAssignment,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.SatisfiesExpression,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.JsxExpression,
  SyntaxKind.JsxSpreadAttribute,
  SyntaxKind.CaseClause,
]);
