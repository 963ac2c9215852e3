import { Node, type ObjectLiteralExpression, SyntaxKind, type Type } from 'ts-morph';
import { type ChangeSeverity, RULES } from '../diff/index.js';
import { Origins } from './origins.js';
import type { Packages } from './packages.js';
import { partsOf } from './pointers.js';
import type { UserProject } from './project.js';
import {
  awaited,
  Contexts,
  declarationsOfSymbol,
  expectedOf,
  fieldDeclarations,
  fittingParts,
  innermost,
  isAssigned,
  outermost,
  plainName,
} from './syntax.js';
import { ownersOf, type Target, type Targets } from './targets.js';

/** A place of a user's code that a change concerns. */
export interface FoundUse {
  readonly node: Node;
  readonly target: Target;
  readonly severity: ChangeSeverity;
  /**
   * How it is concerned. `named`: it has the old name, which may be written anew there. `flow`: it has the name because it is given
   * to the packages elsewhere. `fit`: a value is passed on as another type. `whole`: there is nothing to rename.
   */
  readonly way: 'named' | 'flow' | 'fit' | 'whole';
  /** Of a `flow`: the values that are given to the packages. */
  readonly through: Set<Node>;
}

type Way = 'read' | 'write';
const WORSE: readonly ChangeSeverity[] = ['compatible', 'warning', 'breaking'];
/** Rules by which an import by itself is concerned. */
const NAMING = /^(operation|type)-(removed|renamed|deprecated)$/;
/** Values are compared with what they are given to down to this depth. */
const DEEPEST = 4;

/** Finds all uses of some declarations in a project, by types and symbols alone. */
export function findUses({ project, files, packages }: UserProject, targets: Targets): readonly FoundUse[] {
  const search = new Search(targets, packages, new Contexts(project.getTypeChecker()));
  for (const file of files) file.forEachDescendant((node) => search.visit(node));
  return search.found();
}

class Search {
  readonly #targets: Targets;
  readonly #packages: Packages;
  readonly #contexts: Contexts;
  readonly #origins: Origins;
  readonly #uses = new Map<Node, Map<unknown, FoundUse>>();
  readonly #values: ReadonlySet<string>;

  constructor(targets: Targets, packages: Packages, contexts: Contexts) {
    this.#targets = targets;
    this.#packages = packages;
    this.#contexts = contexts;
    this.#origins = new Origins(packages, contexts);
    const all = [...targets.values()].flat();
    this.#values = new Set(all.flatMap(({ effect, name }) => (effect === 'value' && name !== undefined ? [name] : [])));
  }

  found(): readonly FoundUse[] {
    return [...this.#uses.values()].flatMap((byChange) => [...byChange.values()]);
  }

  visit(node: Node): void {
    if (Node.isIdentifier(node)) this.#visitName(node);
    else if (Node.isStringLiteral(node) || Node.isNumericLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
      this.#visitLiteral(node);
    else if (Node.isObjectBindingPattern(node)) this.#visitPattern(node);
    else if (Node.isObjectLiteralExpression(node)) this.#visitObject(node);
    else if (Node.isForOfStatement(node)) this.#visitLoop(node.getExpression());
    else if (Node.isSwitchStatement(node)) this.#visitSwitch(node);
    if (Node.isCallExpression(node) || Node.isNewExpression(node)) this.#visitCall(node);
    if (Node.isExpression(node) && !Node.isObjectLiteralExpression(node)) this.#visitValue(node);
  }

  #targetsOf(declarations: readonly Node[]): readonly Target[] {
    return [...new Set(declarations.flatMap((one) => this.#targets.get(one) ?? []))];
  }

  #note(node: Node, target: Target, way: FoundUse['way'], severity = target.change.severity, through?: Node): void {
    const { change } = target;
    if (severity === 'compatible') return;
    const known = this.#uses.get(node) ?? new Map<unknown, FoundUse>();
    this.#uses.set(node, known);
    const former = known.get(change);
    // What is written in place is not only given there.
    const isBetter = former === undefined || (former.way === 'flow' && way === 'named');
    const use = isBetter ? { node, target, severity, way, through: new Set<Node>() } : former;
    known.set(change, use);
    if (through !== undefined) use.through.add(through);
  }

  /** A field or an operation that is named, to read it or to give it. */
  #noteNamed(
    node: Node,
    declarations: readonly Node[],
    way: Way,
    how: FoundUse['way'] = 'named',
    through?: Node,
  ): void {
    for (const target of this.#targetsOf(declarations)) {
      const isField = !isOperationNode(declarations);
      if (target.effect === 'any' || (isField && target.effect === way))
        this.#note(node, target, how, severityOf(target, way), through);
    }
  }

  #visitName(node: Node): void {
    const parent = node.getParent();
    if (parent === undefined || !Node.isIdentifier(node)) return;
    if (Node.isPropertyAssignment(parent) && parent.getNameNode() === node) return;
    if (Node.isShorthandPropertyAssignment(parent) || Node.isBindingElement(parent)) return;
    const symbol = node.getSymbol();
    const declarations = declarationsOfSymbol(symbol);
    const found = this.#targetsOf(declarations);
    if (found.length === 0) return;
    const isSpecifier = Node.isImportSpecifier(parent) || Node.isExportSpecifier(parent);
    if (isSpecifier && parent.getNameNode() !== node) return;
    const own = symbol?.isAlias() === true ? symbol.getDeclarations() : [];
    for (const target of found) {
      const { effect, newName, change } = target;
      if (isSpecifier && !NAMING.test(change.rule)) continue;
      // Under another name, or out of another file of the user's, it stays what it is.
      if (
        newName !== undefined &&
        (!declarations.some((one) => nameOf(one) === node.getText()) || !this.#isDirect(own))
      )
        continue;
      const way = isAssigned(parent) && Node.isPropertyAccessExpression(parent) ? 'write' : 'read';
      const isField = !isOperationNode(declarations) && !isTypeNode(declarations);
      if (effect === 'any' || (isField && effect === way)) this.#note(node, target, 'named', severityOf(target, way));
    }
  }

  /** Whether a name is imported from the packages, and not from a file of the user's that has a name for it. */
  #isDirect(declarations: readonly Node[]): boolean {
    return declarations.every((one) => {
      if (!Node.isImportSpecifier(one) && !Node.isExportSpecifier(one)) return true;
      const through = one.getNameNode().getSymbol()?.getImmediatelyAliasedSymbol()?.getDeclarations() ?? [];
      return (
        through.length === 0 ||
        through.every(
          (next) =>
            this.#packages.has(next) ||
            next === one ||
            (Node.isExportSpecifier(one) && Node.isImportSpecifier(next) && this.#isDirect([next])),
        )
      );
    });
  }

  #visitLiteral(node: Node): void {
    const text = plainName(node) ?? '';
    const parent = node.getParent();
    if (Node.isElementAccessExpression(parent) && parent.getArgumentExpression() === node) {
      this.#noteNamed(
        node,
        fieldDeclarations(parent.getExpression().getType(), text),
        isAssigned(parent) ? 'write' : 'read',
      );
    } else if (Node.isLiteralTypeNode(parent)) {
      const outer = parent.getFirstAncestor((one) => !Node.isUnionTypeNode(one) && !Node.isParenthesizedTypeNode(one));
      if (Node.isIndexedAccessTypeNode(outer))
        this.#noteNamed(node, fieldDeclarations(outer.getObjectTypeNode().getType(), text), 'read');
      const others = Node.isTypeReference(outer) ? outer.getTypeArguments() : [];
      for (const other of others) this.#noteNamed(node, fieldDeclarations(other.getType(), text), 'read');
    } else if (Node.isCallExpression(parent)) this.#visitKeyArgument(node, text, parent);
    if (this.#values.has(text)) this.#noteValue(node, text, this.#origins.expected(node));
  }

  /** The name of a field as an argument beside the object: `jest.spyOn(client, 'getPoll')`. */
  #visitKeyArgument(node: Node, text: string, call: Node): void {
    if (!Node.isCallExpression(call)) return;
    const others = call.getArguments().filter((one) => one !== node);
    const compared = expectedOf(call);
    if (compared !== undefined && /toHaveProperty$/.test(call.getExpression().getText())) others.push(compared);
    const expected = Node.isExpression(node) ? this.#contexts.checked(node) : undefined;
    const isKey =
      expected !== undefined &&
      partsOf(expected).some((part) => part.isStringLiteral() && part.getLiteralValue() === text);
    for (const other of others) {
      if (isKey || other === compared) this.#noteNamed(node, fieldDeclarations(other.getType(), text), 'read');
    }
  }

  #noteValue(node: Node, text: string, declarations: readonly Node[], how: FoundUse['way'] = 'named'): void {
    for (const target of this.#targetsOf(declarations)) {
      if (target.effect !== 'value' || target.name !== text) continue;
      const { severity } = target.change;
      this.#note(node, target, how, severity === 'breaking' ? severity : 'warning');
    }
  }

  #visitPattern(pattern: Node): void {
    if (!Node.isObjectBindingPattern(pattern)) return;
    const type = pattern.getType();
    for (const element of pattern.getElements()) {
      const node = element.getPropertyNameNode() ?? element.getNameNode();
      const name = plainName(node);
      if (name !== undefined && element.getDotDotDotToken() === undefined)
        this.#noteNamed(node, fieldDeclarations(type, name), 'read');
    }
  }

  #visitObject(literal: ObjectLiteralExpression): void {
    const isPattern = isAssigned(literal);
    const assignment = literal.getParent();
    const type =
      isPattern && Node.isBinaryExpression(assignment) ? assignment.getRight().getType() : this.#contexts.of(literal);
    if (type === undefined) return;
    const parts = isPattern ? partsOf(type) : fittingParts(literal, type);
    for (const property of literal.getProperties()) {
      const node = Node.isSpreadAssignment(property) ? undefined : property.getNameNode();
      const name = plainName(node);
      if (node === undefined || name === undefined) continue;
      this.#noteNamed(
        node,
        parts.flatMap((part) => fieldDeclarations(part, name)),
        isPattern ? 'read' : 'write',
      );
      if (this.#values.has(name)) this.#noteValue(node, name, this.#origins.expected(node));
    }
    this.#noteKeys(literal, parts);
    if (!isPattern) this.#noteWhole(literal, literal, this.#contexts.checked(literal));
  }

  /** The operators of a filter: fields of an object that is given for a field. */
  #noteKeys(literal: ObjectLiteralExpression, parts: readonly Type[]): void {
    const parent = outermost(literal).getParent();
    const whole = Node.isPropertyAssignment(parent) ? this.#contexts.of(parent.getParent()) : undefined;
    const field = Node.isPropertyAssignment(parent) ? plainName(parent.getNameNode()) : undefined;
    if (whole === undefined || field === undefined || parts.length === 0) return;
    for (const target of this.#targetsOf(fieldDeclarations(whole, field))) {
      const key = target.effect === 'key' ? literal.getProperty(target.name ?? '') : undefined;
      if (key !== undefined) this.#note(key, target, 'whole');
    }
  }

  /** What a value lacks that code must give now, and what changed about its type as a whole. */
  #noteWhole(node: Node, value: Node, type: Type | undefined): void {
    if (type === undefined) return;
    const own = value.getType();
    const given = new Set(ownersOf(own));
    const parts = Node.isObjectLiteralExpression(value) ? fittingParts(value, type) : partsOf(type);
    for (const owner of new Set(parts.flatMap(ownersOf))) {
      if (given.has(owner) || spreadTypes(value).some((spread) => ownersOf(spread).includes(owner))) continue;
      for (const target of this.#targets.get(owner) ?? []) {
        const field = own.getProperty(target.name ?? '');
        const isLacking = target.effect === 'lack' && (field === undefined || field.isOptional());
        if (isLacking || target.effect === 'write')
          this.#note(placeOf(node), target, 'whole', severityOf(target, 'write'));
      }
    }
  }

  #visitCall(call: Node): void {
    if (!Node.isCallExpression(call) && !Node.isNewExpression(call)) return;
    const callee = call.getExpression();
    const name = Node.isPropertyAccessExpression(callee) ? callee.getNameNode() : callee;
    const declarations = this.#origins.of(callee);
    if (!declarations.some((one) => this.#packages.has(one))) return;
    // `call.pages()` and `call.toArray()` iterate as `for await` does.
    if (Node.isPropertyAccessExpression(callee) && declarations.some(isOfPages))
      this.#visitLoop(callee.getExpression());
    const given = call.getArguments();
    const signature = callee
      .getType()
      [Node.isNewExpression(call) ? 'getConstructSignatures' : 'getCallSignatures']()[0];
    // The function of an operation takes the rest of its parameters as a tuple.
    const parameters = (signature?.getParameters() ?? []).flatMap((parameter) => {
      const type = parameter.getTypeAtLocation(call);
      return type.isTuple() ? type.getTupleElements() : [type];
    });
    // What a call without any argument lacks.
    for (const owner of parameters.slice(given.length).flatMap(partsOf).flatMap(ownersOf)) {
      for (const target of this.#targets.get(owner) ?? [])
        if (target.effect === 'lack') this.#note(name, target, 'whole');
    }
    for (const target of this.#targetsOf(declarations)) {
      const isOfCall = target.effect === 'call' || (target.effect === 'read' && isOperationNode(declarations));
      if (isOfCall) this.#note(name, target, 'whole', severityOf(target, 'read'));
      const own = given
        .at(Node.isNewExpression(call) || declarations.some(Node.isMethodDeclaration) ? 0 : 1)
        ?.getType();
      const field = own?.getProperty(target.name ?? '');
      if (target.effect === 'lack' && own?.isAny() !== true && (field === undefined || field.isOptional()))
        this.#note(name, target, 'whole');
    }
  }

  /** A value that is passed on: its fields may be those of the packages, or be given to them. */
  #visitValue(node: Node): void {
    const parent = node.getParent();
    if (!Node.isExpression(node) || !isPassedOn(node, parent)) return;
    const type = this.#contexts.checked(node);
    if (type === undefined) return;
    const own = node.getType();
    const value = own.isLiteral() ? String(own.getLiteralValue() ?? '') : '';
    const isNamed = Node.isIdentifier(node) || Node.isPropertyAccessExpression(node);
    if (isNamed && this.#values.has(value)) this.#noteConstant(node, value);
    if (!own.isObject() && !own.isUnion() && !own.isIntersection()) return;
    this.#flow(awaited(own), awaited(type), node, DEEPEST, new Set());
    if (!Node.isSpreadAssignment(parent)) this.#noteWhole(node, node, type);
  }

  #noteConstant(node: Node, value: string): void {
    const declared = declarationsOfSymbol(
      (Node.isPropertyAccessExpression(node) ? node.getNameNode() : node).getSymbol(),
    );
    for (const one of declared) {
      const initializer = Node.isInitializerExpressionGetable(one) ? one.getInitializer() : undefined;
      const literal = initializer === undefined ? undefined : innermost(initializer);
      if (plainName(literal) === value && literal !== undefined)
        this.#noteValue(literal, value, this.#origins.expected(node), 'flow');
    }
  }

  #flow(own: Type, type: Type, node: Node, depth: number, done: Set<string>): void {
    if (depth === 0 || own === type || own.isAny()) return;
    const key = `${own.getText()} ${type.getText()}`;
    if (done.has(key)) return;
    done.add(key);
    for (const is of partsOf(type)) {
      for (const was of partsOf(own)) {
        const [given, taken] = [was.getArrayElementType(), is.getArrayElementType()];
        if (given !== undefined && taken !== undefined) this.#flow(given, taken, node, depth - 1, done);
        if (given !== undefined || taken !== undefined || !was.isObject() || was === is) continue;
        for (const field of is.getProperties()) {
          const from = was.getProperty(field.getName());
          if (from === undefined) continue;
          const [sources, ends] = [from.getDeclarations(), field.getDeclarations()];
          const [isOurs, isTheirs] = [sources, ends].map((all) => all.some((one) => this.#packages.has(one)));
          if (isOurs === isTheirs) continue;
          if (isTheirs) {
            for (const source of sources) {
              if (Node.isPropertyAssignment(source) || Node.isShorthandPropertyAssignment(source))
                this.#noteNamed(source.getNameNode(), ends, 'write', 'flow', node);
              const literal = Node.isPropertyAssignment(source) ? source.getInitializer() : undefined;
              const text = plainName(Node.isExpression(literal) && !Node.isIdentifier(literal) ? literal : undefined);
              if (literal !== undefined && text !== undefined) this.#noteValue(literal, text, ends, 'flow');
            }
          } else this.#noteNamed(node, sources, 'read', 'fit');
          this.#flow(from.getTypeAtLocation(node), field.getTypeAtLocation(node), node, depth - 1, done);
        }
      }
    }
  }

  #visitLoop(expression: Node): void {
    let node = innermost(expression);
    for (let left = DEEPEST; Node.isIdentifier(node) && left > 0; left -= 1) {
      const [declaration] = declarationsOfSymbol(node.getSymbol());
      const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
      if (initializer === undefined) return;
      node = innermost(initializer);
    }
    if (!Node.isCallExpression(node)) return;
    const callee = node.getExpression();
    const name = Node.isPropertyAccessExpression(callee) ? callee.getNameNode() : callee;
    for (const target of this.#targetsOf(declarationsOfSymbol(name.getSymbol())))
      if (target.effect === 'loop') this.#note(name, target, 'whole');
  }

  #visitSwitch(statement: Node): void {
    if (!Node.isSwitchStatement(statement) || statement.getClauses().some(Node.isDefaultClause)) return;
    const choice = statement.getExpression();
    for (const target of this.#targetsOf(this.#origins.of(choice)))
      if (target.effect === 'switch') this.#note(choice, target, 'whole');
  }
}

/** How bad a change is for code that reads, or that gives, what it is about. */
function severityOf({ change, kind }: Target, way: Way): ChangeSeverity {
  const { severity, rule } = change;
  if (kind !== 'field') return severity;
  const own = way === 'read' ? RULES[rule].reply : RULES[rule].request;
  return WORSE[Math.min(WORSE.indexOf(severity), WORSE.indexOf(own))] ?? severity;
}

/** Where what a value lacks is shown: at the name of the call that it is an argument of. */
function placeOf(value: Node): Node {
  const call = outermost(value).getParent();
  if (!Node.isCallExpression(call)) return value;
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? callee.getNameNode() : callee;
}

function spreadTypes(value: Node): readonly Type[] {
  if (!Node.isObjectLiteralExpression(value)) return [];
  return value
    .getProperties()
    .flatMap((one) => (Node.isSpreadAssignment(one) ? partsOf(one.getExpression().getType()) : []));
}

/** Whether an expression is where the compiler compares it with a type. */
function isPassedOn(node: Node, parent: Node | undefined): boolean {
  if (Node.isCallExpression(parent) || Node.isNewExpression(parent)) return parent.getExpression() !== node;
  if (Node.isBinaryExpression(parent))
    return parent.getLeft() !== node || parent.getOperatorToken().getKind() !== SyntaxKind.EqualsToken;
  return (
    Node.isVariableDeclaration(parent) ||
    Node.isReturnStatement(parent) ||
    Node.isArrowFunction(parent) ||
    Node.isPropertyAssignment(parent) ||
    Node.isShorthandPropertyAssignment(parent) ||
    Node.isPropertyDeclaration(parent) ||
    Node.isSpreadAssignment(parent) ||
    Node.isArrayLiteralExpression(parent) ||
    Node.isSatisfiesExpression(parent) ||
    Node.isConditionalExpression(parent) ||
    Node.isJsxExpression(parent) ||
    Node.isCaseClause(parent)
  );
}

function isOfPages(declaration: Node): boolean {
  const owner = declaration.getParent();
  return Node.isClassDeclaration(owner) && owner.getName() === 'PagedCall';
}

function nameOf(node: Node): string | undefined {
  return Node.hasName(node) ? node.getName() : undefined;
}

function isOperationNode(declarations: readonly Node[]): boolean {
  return declarations.some((one) => Node.isMethodDeclaration(one) || Node.isVariableDeclaration(one));
}

function isTypeNode(declarations: readonly Node[]): boolean {
  return declarations.some((one) => Node.isInterfaceDeclaration(one) || Node.isTypeAliasDeclaration(one));
}
