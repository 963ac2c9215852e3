import {
  type BinaryExpression,
  type BindingElement,
  type CallExpression,
  type NewExpression,
  Node,
  type PropertyAssignment,
  type ShorthandPropertyAssignment,
  SyntaxKind,
  type Type,
  type TypeNode,
} from 'ts-morph';
import { checkedType, expectedType } from './contexts.js';
import type { Packages } from './packages.js';
import {
  ALTERNATIVES,
  attributeFields,
  COMPARISONS,
  constantName,
  copiedBy,
  declarationsOf,
  declarationsOfSymbol,
  elementOf,
  expectedOf,
  fieldDeclarations,
  functionOf,
  isAssigned,
  isTypeOf,
  ofKeys,
  plainName,
} from './syntax.js';

/** Maximum number of steps from a value to its origin. */
const FARTHEST = 8;

/**
 * Finds the declaration of the packages that a literal belongs to. The type of the literal does not determine it: equal literals
 * have the same type everywhere.
 */
export class Origins {
  readonly #packages: Packages;

  constructor(packages: Packages) {
    this.#packages = packages;
  }

  /** What a literal is passed to, or compared with. */
  expected(node: Node): readonly Node[] {
    const parent = node.getParent();
    // The compiler expects of a key what it does of its value.
    if (Node.isPropertyAssignment(parent) && parent.getNameNode() === node) return this.#expected(node);
    return [...this.#expected(node), ...declarationsOfSymbol(checkedType(node)?.getAliasSymbol())];
  }

  #expected(node: Node): readonly Node[] {
    const parent = node.getParent();
    if (parent === undefined) return [];
    if (
      Node.isParenthesizedExpression(parent) ||
      Node.isArrayLiteralExpression(parent) ||
      Node.isConditionalExpression(parent) ||
      Node.isJsxExpression(parent)
    )
      return this.expected(parent);
    if (Node.isJsxAttribute(parent)) return this.#through(attributeFields(parent));
    if (Node.isAsExpression(parent) || Node.isSatisfiesExpression(parent))
      return [...this.#written(parent.getTypeNode()), ...this.expected(parent)];
    if (Node.isBinaryExpression(parent)) return this.#inBinary(node, parent);
    if (Node.isCaseClause(parent)) {
      const choice = parent.getFirstAncestorByKind(SyntaxKind.SwitchStatement)?.getExpression();
      return this.of(choice);
    }
    // A value as a key, as in `Record<State, string>`, is of what the whole is written with.
    if (Node.isShorthandPropertyAssignment(parent)) return this.#ofField(parent);
    if (Node.isPropertyAssignment(parent))
      return parent.getInitializer() === node
        ? this.#ofField(parent)
        : ofKeys(this.expected(parent.getParent()), expectedType(parent.getParent()), parent);
    if (Node.isPropertyAccessExpression(parent)) {
      // `['a', 'b'].includes(value)`
      const call = parent.getParent();
      return Node.isCallExpression(call) ? call.getArguments().flatMap((argument) => this.of(argument)) : [];
    }
    if (Node.isCallExpression(parent) || Node.isNewExpression(parent)) return this.#ofArgument(node, parent);
    if (Node.isBindingElement(parent)) return this.#ofBinding(parent);
    if (Node.isVariableDeclaration(parent) || Node.isParameterDeclaration(parent) || Node.isPropertyDeclaration(parent))
      return this.#written(parent.getTypeNode());
    if (Node.isReturnStatement(parent) || Node.isArrowFunction(parent)) {
      const owner = Node.isArrowFunction(parent) ? parent : parent.getFirstAncestor(Node.isFunctionLikeDeclaration);
      return Node.isFunctionLikeDeclaration(owner) ? this.#written(owner.getReturnTypeNode()) : [];
    }
    if (Node.isLiteralTypeNode(parent)) {
      const reference = parent.getFirstAncestor((one) => !Node.isUnionTypeNode(one));
      const others = Node.isTypeReference(reference) ? reference.getTypeArguments() : [];
      return others.flatMap((one) => this.#written(one));
    }
    return [];
  }

  /** The declarations of a value: its field, or the type that its variable is declared with. */
  of(node: Node | undefined, left = FARTHEST): readonly Node[] {
    if (node === undefined || left <= 0) return [];
    if (Node.isAsExpression(node) || Node.isSatisfiesExpression(node))
      return [...this.#written(node.getTypeNode(), left), ...this.of(node.getExpression(), left)];
    if (Node.isParenthesizedExpression(node) || Node.isNonNullExpression(node) || Node.isAwaitExpression(node))
      return this.of(node.getExpression(), left);
    const next = (one: Node): readonly Node[] => this.of(one, left - 1);
    if (Node.isConditionalExpression(node)) return [...next(node.getWhenTrue()), ...next(node.getWhenFalse())];
    if (Node.isBinaryExpression(node) && ALTERNATIVES.has(node.getOperatorToken().getKind())) {
      return [...next(node.getLeft()), ...next(node.getRight())];
    }
    const alias = declarationsOfSymbol(node.getType().getAliasSymbol());
    if (Node.isNewExpression(node) || Node.isCallExpression(node)) {
      const given = node.getTypeArguments().flatMap((one) => this.#written(one, left));
      // Also what a callback returns: `rooms.map((room) => room.state)`.
      const called = [...declarationsOf(node.getExpression()), ...node.getArguments()];
      const returned = called.flatMap((one) => this.#returned(one, left));
      // Methods of a list return values of the list: `states.filter(…)`, `states.at(0)`.
      const whole = this.#ofMethod(node.getExpression(), node.getType(), left - 1);
      return [...alias, ...given, ...returned, ...whole, ...copiedBy(node).flatMap(next)];
    }
    if (Node.isArrayLiteralExpression(node))
      return node.getElements().flatMap((one) => next(Node.isSpreadElement(one) ? one.getExpression() : one));
    if (!Node.isElementAccessExpression(node)) return [...alias, ...this.#through(declarationsOf(node), left)];
    const [whole, key] = [node.getExpression(), node.getArgumentExpression()];
    const name = key === undefined ? undefined : constantName(key);
    const fields = name === undefined ? [] : fieldDeclarations(whole.getType(), name);
    return [...alias, ...(fields.length > 0 ? this.#through(fields, left) : this.#ofPart(next(whole), node.getType()))];
  }

  /** The declarations, and those of the values that the user's own ones are initialised with. */
  #through(declarations: readonly Node[], left = FARTHEST): readonly Node[] {
    const own = declarations.filter((one) => !this.#packages.has(one));
    return [...declarations, ...own.flatMap((one) => this.#declared(one, left - 1))];
  }

  /** The declarations of the values that a user's function returns. */
  #returned(declaration: Node, left: number): readonly Node[] {
    const value = functionOf(declaration);
    if (value === undefined) return [];
    const written = value.getReturnTypeNode();
    if (written !== undefined || this.#packages.has(value)) return this.#written(written, left);
    const body = Node.isArrowFunction(value) ? value.getBody() : undefined;
    if (body !== undefined && !Node.isBlock(body)) return this.of(body, left - 1);
    const returns = value.getDescendantsOfKind(SyntaxKind.ReturnStatement);
    return returns.flatMap((one) => this.of(one.getExpression(), left - 1));
  }

  /** The declarations of the value of a user's variable, parameter or field. */
  #declared(node: Node, left: number): readonly Node[] {
    if (Node.isBindingElement(node)) return this.#ofBinding(node, left);
    if (Node.isShorthandPropertyAssignment(node))
      return this.#through(declarationsOfSymbol(node.getValueSymbol()), left - 1);
    const written = Node.isTyped(node) ? node.getTypeNode() : undefined;
    if (written !== undefined) return this.#written(written, left);
    const around = node.getParent()?.getParent();
    if (Node.isForOfStatement(around) && around.getInitializer() === node.getParent())
      return this.of(around.getExpression(), left - 1);
    if (!Node.isParameterDeclaration(node))
      return Node.isInitializerExpressionGetable(node) ? this.of(node.getInitializer(), left - 1) : [];
    const callee = Node.isCallExpression(around) ? around.getExpression() : undefined;
    return this.#ofMethod(callee, node.getNameNode().getType(), left - 1);
  }

  #inBinary(node: Node, parent: BinaryExpression): readonly Node[] {
    const operator = parent.getOperatorToken().getKind();
    const [left, right] = [parent.getLeft(), parent.getRight()];
    if (COMPARISONS.has(operator)) return this.of(left === node ? right : left);
    if (isAssigned(left)) return this.of(left);
    return ALTERNATIVES.has(operator) ? [...this.expected(parent), ...this.of(left)] : [];
  }

  /** The field that an assignment in an object literal sets. */
  #ofField(assignment: PropertyAssignment | ShorthandPropertyAssignment): readonly Node[] {
    const literal = assignment.getParent();
    const type = expectedType(literal);
    const name = plainName(assignment.getNameNode());
    const found = type === undefined || name === undefined ? [] : this.#through(fieldDeclarations(type, name));
    return [...found, ...this.expected(literal)];
  }

  #ofArgument(node: Node, call: CallExpression | NewExpression): readonly Node[] {
    const callee = call.getExpression();
    const given = call.getTypeArguments().flatMap((one) => this.#written(one));
    const compared = expectedOf(call);
    if (compared !== undefined) return this.of(compared);
    const called = declarationsOf(callee);
    const isBeside = /^assert\b/.test(callee.getText()) || called.some((one) => this.#packages.has(one));
    const beside = isBeside ? call.getArguments().flatMap((one) => (one === node ? [] : this.of(one))) : [];
    const index = call.getArguments().indexOf(node);
    const functions = called.flatMap((one) => (Node.isClassDeclaration(one) ? one.getConstructors() : [one]));
    const parameters = functions.flatMap((one) => functionOf(one)?.getParameters()[index] ?? []);
    // `const [value, setValue] = useState<Type>(…)`
    const lists = called.flatMap((one) => one.getParentIfKind(SyntaxKind.ArrayBindingPattern)?.getParent() ?? []);
    const state = lists.flatMap((one) => this.#ofPart(this.#declared(one, FARTHEST), checkedType(node)));
    // `new Set(['open'])`, `states.includes('open')`
    const whole = Node.isNewExpression(call) ? this.expected(call) : this.#ofMethod(callee, checkedType(node));
    return [...beside, ...given, ...whole, ...state, ...parameters.flatMap((one) => this.#written(one.getTypeNode()))];
  }

  #ofBinding(element: BindingElement, left = FARTHEST): readonly Node[] {
    const pattern = element.getParent();
    const name = plainName(element.getPropertyNameNode() ?? element.getNameNode());
    if (Node.isArrayBindingPattern(pattern))
      return this.#ofPart(this.#declared(pattern.getParent(), left), element.getNameNode().getType());
    return name === undefined ? [] : this.#through(fieldDeclarations(pattern.getType(), name), left);
  }

  /** What a method takes or returns: of its object, which may be made of several types, as a map is. */
  #ofMethod(callee: Node | undefined, type: Type | undefined, left = FARTHEST): readonly Node[] {
    const whole = Node.isPropertyAccessExpression(callee) ? callee.getExpression() : undefined;
    const all = this.of(whole, left);
    // The pairs of `map.entries()` are taken apart.
    const isPairs = type !== undefined && elementOf(type)?.isTuple() === true;
    return !isPairs && (whole?.getType().getTypeArguments().length ?? 0) > 1 ? this.#ofPart(all, type) : all;
  }

  /** Of the declarations of a list, a tuple or a map, that with the type of a part; none if several have it. */
  #ofPart(whole: readonly Node[], type: Type | undefined): readonly Node[] {
    if (type === undefined) return [];
    const own = whole.filter((one) => this.#packages.has(one) && isTypeOf(one.getType(), type));
    const types = new Set(own.map((one) => one.getType().getNonNullableType().getAliasSymbol() ?? one));
    return types.size === 1 ? own : [];
  }

  /** The types and fields in a type as written, also through a user's aliases and `typeof LIST`. */
  #written(node: TypeNode | undefined, left = FARTHEST): readonly Node[] {
    if (node === undefined || left <= 0) return [];
    if (Node.isTypeQuery(node))
      return this.#through(declarationsOf(node.getExprName()).filter(Node.isVariableDeclaration), left - 1);
    const own = Node.isTypeReference(node) ? declarationsOfSymbol(node.getTypeName().getSymbol()) : [];
    const through = own.flatMap((one) => {
      if (Node.isTypeParameterDeclaration(one)) return this.#written(one.getConstraint(), left - 1);
      const isOwn = Node.isTypeAliasDeclaration(one) && !this.#packages.has(one);
      return isOwn ? this.#written(one.getTypeNode(), left - 1) : [];
    });
    if (Node.isIndexedAccessTypeNode(node)) {
      const index = node.getIndexTypeNode();
      const name = Node.isLiteralTypeNode(index) ? plainName(index.getLiteral()) : undefined;
      if (name !== undefined)
        return this.#through(fieldDeclarations(node.getObjectTypeNode().getType(), name), left - 1);
      return this.#written(node.getObjectTypeNode(), left);
    }
    // `{ [State in RoomState]: string }`
    const inner = node
      .forEachChildAsArray()
      .map((one) => (Node.isTypeParameterDeclaration(one) ? one.getConstraint() : one));
    return [...own, ...through, ...inner.filter(Node.isTypeNode).flatMap((one) => this.#written(one, left))];
  }
}
