import { Node, type Type } from 'ts-morph';
import { isOfName, isOperationNode, type Search, severityOf } from './search.js';
import { declarationsOf, innermost, lastName, outermost, parameterTypes, partsOf, takingParts } from './syntax.js';
import { ownersOf, type Target } from './target.js';

/** Number of variables that are followed to the call that their value comes from. */
const FARTHEST = 4;
/** Rules by which a call returns something else. */
const OTHER_RESULT = /^(reply-(kind-changed|removed)|type-changed)$/;

/** A call of an operation, or of the client's constructor. */
export function visitCall(call: Node, search: Search): void {
  if (!Node.isCallExpression(call) && !Node.isNewExpression(call)) return;
  const [callee, given] = [call.getExpression(), call.getArguments()];
  // Others may be passed.
  const isPartial = given.some(Node.isSpreadElement);
  const name = lastName(callee);
  const declarations = search.origins.of(callee);
  if (!declarations.some((one) => search.packages.has(one))) return;
  // `call.pages()` and `call.toArray()` iterate as `for await` does.
  if (Node.isPropertyAccessExpression(callee) && declarations.some(isOfPages))
    visitLoop(callee.getExpression(), search);
  const omitted = isPartial ? [] : parameterTypes(callee, call).slice(given.length).flatMap(partsOf).flatMap(ownersOf);
  for (const target of search.targetsOf(omitted)) if (target.effect === 'lack') search.note(name, target, 'whole');
  const args = given.at(Node.isNewExpression(call) || declarations.some(Node.isMethodDeclaration) ? 0 : 1);
  // A function that returns a changed type or field is not affected by that.
  const own = declarations.filter((one) => isOperationNode([one]) || Node.isClassDeclaration(one));
  for (const target of search.targetsOf(own)) {
    const { effect } = target;
    const isOfCall = effect === 'call' || effect === 'read' || (effect === 'any' && !isOfName(target));
    if (isOfCall) search.note(name, target, 'whole', severityOf(target, 'read'));
    if (isOfCall && OTHER_RESULT.test(target.change.rule)) noteResult(call, target, search);
    if (effect === 'lack' && !isPartial && args?.getType().isAny() !== true && isLacking(args?.getType(), target))
      search.note(name, target, 'whole');
  }
}

/** Notes the fields read from a result that is something else now. */
function noteResult(call: Node, target: Target, search: Search): void {
  const awaiting = outermost(call).getParent();
  const parent = Node.isAwaitExpression(awaiting) ? outermost(awaiting).getParent() : undefined;
  const note = (name: Node): void => search.note(name, target, 'whole', severityOf(target, 'read'));
  if (Node.isPropertyAccessExpression(parent)) note(parent.getNameNode());
  if (!Node.isVariableDeclaration(parent)) return;
  const variable = parent.getNameNode();
  if (Node.isObjectBindingPattern(variable)) {
    for (const element of variable.getElements()) note(element.getPropertyNameNode() ?? element.getNameNode());
  }
  if (!Node.isIdentifier(variable)) return;
  for (const reference of variable.findReferencesAsNodes()) {
    const access = outermost(reference).getParent();
    if (Node.isPropertyAccessExpression(access)) note(access.getNameNode());
  }
}

/** Notes required fields that a value lacks, and changes of its type as a whole. */
export function noteWhole(value: Node, type: Type | undefined, search: Search): void {
  if (type === undefined) return;
  const own = value.getType();
  if (own.isAny()) return;
  const given = new Set(ownersOf(own));
  const spread = spreadTypes(value).flatMap(ownersOf);
  // A value of the changed type itself needs no edit.
  const owners = [...new Set(takingParts(own, type).flatMap(ownersOf))].filter(
    (owner) => !given.has(owner) && !spread.includes(owner),
  );
  for (const target of search.targetsOf(owners)) {
    const isConcerned = target.effect === 'write' || (target.effect === 'lack' && isLacking(own, target));
    if (isConcerned) search.note(placeOf(value), target, 'whole', severityOf(target, 'write'));
  }
}

function isLacking(type: Type | undefined, { names = [] }: Target): boolean {
  return names.every((name) => type?.getProperty(name)?.isOptional() !== false);
}

/** Where to report a missing field: at the name of the call that the value is an argument of. */
function placeOf(value: Node): Node {
  const call = outermost(value).getParent();
  return Node.isCallExpression(call) ? lastName(call.getExpression()) : value;
}

function spreadTypes(value: Node): readonly Type[] {
  if (!Node.isObjectLiteralExpression(value)) return [];
  return value
    .getProperties()
    .flatMap((one) => (Node.isSpreadAssignment(one) ? partsOf(one.getExpression().getType()) : []));
}

/** An iteration over the pages of an operation, also through a variable. */
export function visitLoop(expression: Node, search: Search): void {
  let node = innermost(expression);
  for (let left = FARTHEST; Node.isIdentifier(node) && left > 0; left -= 1) {
    const [declaration] = declarationsOf(node);
    const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
    if (initializer === undefined) return;
    node = innermost(initializer);
  }
  if (!Node.isCallExpression(node)) return;
  const callee = node.getExpression();
  for (const target of search.targetsOf(declarationsOf(callee))) {
    if (target.effect === 'loop') search.note(lastName(callee), target, 'whole');
  }
}

function isOfPages(declaration: Node): boolean {
  const owner = declaration.getParent();
  return Node.isClassDeclaration(owner) && owner.getName() === 'PagedCall';
}

/** A `switch` over the values of an enum, or over a discriminator, without a default. */
export function visitSwitch(statement: Node, search: Search): void {
  if (!Node.isSwitchStatement(statement) || statement.getClauses().some(Node.isDefaultClause)) return;
  const choice = statement.getExpression();
  const whole = Node.isPropertyAccessExpression(choice) ? search.origins.of(choice.getExpression()) : [];
  for (const target of search.targetsOf([...search.origins.of(choice), ...whole])) {
    if (target.effect === 'switch') search.note(choice, target, 'whole');
  }
}
