import { Node } from 'ts-morph';
import { type ChangeSeverity, RULES, SEVERITIES } from '../diff/index.js';
import { Origins } from './origins.js';
import type { Packages } from './packages.js';
import { constantOf } from './syntax.js';
import type { Target, Targets } from './target.js';

/** A place of a user's code that a change affects. */
export interface FoundUse {
  readonly node: Node;
  readonly target: Target;
  readonly severity: ChangeSeverity;
  /**
   * How it is affected. `named`: it contains the old name, which can be replaced. `flow`: it has the name because its value is passed
   * to the packages elsewhere. `fit`: a value is passed on as another type. `whole`: there is nothing to rename.
   */
  readonly way: 'named' | 'flow' | 'fit' | 'whole';
  /** Of a `flow`: the values that are passed to the packages. */
  readonly through: Set<Node>;
}

/** Whether a value is read or written. */
export type Way = 'read' | 'write';

/** Rules that affect every mention of a name, even if nothing is called. */
const NAMING = /^(operation|type)-(removed|renamed|deprecated)$/;

/** The targets of the search, and the places found: each once per change. */
export class Search {
  readonly packages: Packages;
  readonly origins: Origins;
  /** The values of enums that are affected. */
  readonly values: ReadonlySet<string>;
  /** The names of the fields and operations that are affected. */
  readonly names: ReadonlySet<string>;
  readonly #targets: Targets;
  readonly #uses = new Map<Node, Map<unknown, FoundUse>>();

  constructor(targets: Targets, packages: Packages) {
    this.#targets = targets;
    this.packages = packages;
    this.origins = new Origins(packages);
    const all = [...targets.values()].flat();
    this.names = new Set([...targets.keys()].flatMap((one) => (Node.hasName(one) ? [one.getName()] : [])));
    this.values = new Set(all.flatMap(({ effect, name }) => (effect === 'value' && name !== undefined ? [name] : [])));
  }

  get found(): readonly FoundUse[] {
    return [...this.#uses.values()].flatMap((byChange) => [...byChange.values()]);
  }

  targetsOf(declarations: readonly Node[]): readonly Target[] {
    return [...new Set(declarations.flatMap((one) => this.#targets.get(one) ?? []))];
  }

  note(node: Node, target: Target, way: FoundUse['way'], severity = target.change.severity, through?: Node): void {
    if (severity === 'compatible') return;
    const known = this.#uses.get(node) ?? new Map<unknown, FoundUse>();
    this.#uses.set(node, known);
    const former = known.get(target.change);
    // An object literal in place is not passed anywhere else.
    const isBetter = former === undefined || (former.way === 'flow' && way === 'named');
    const use = isBetter ? { node, target, severity, way, through: new Set<Node>() } : former;
    known.set(target.change, use);
    if (through !== undefined) use.through.add(through);
  }

  /** Notes the name of a field or an operation that is read or written. */
  noteNamed(node: Node, declarations: readonly Node[], way: Way, how: FoundUse['way'] = 'named', through?: Node): void {
    const isField = !isOperationNode(declarations);
    const given = way === 'write' ? givenAt(node) : undefined;
    for (const target of this.targetsOf(declarations)) {
      if (target.effect !== 'any' && !(isField && target.effect === way)) continue;
      // A literal that is still valid is not affected.
      const fits = given !== undefined && target.effect === 'write' && target.accepts?.(given) === true;
      const severity = severityOf(target, way);
      if (!fits && Node.isComputedPropertyName(node)) this.note(node.getExpression(), target, 'flow', severity);
      else if (!fits) this.note(node, target, how, severity, through);
    }
  }

  /** Notes a literal that is a value of an enum. */
  noteValue(node: Node, text: string, declarations: readonly Node[], how: FoundUse['way'] = 'named'): void {
    for (const target of this.targetsOf(declarations)) {
      if (target.effect !== 'value' || target.name !== text) continue;
      const { severity } = target.change;
      this.note(node, target, how, severity === 'breaking' ? severity : 'warning');
    }
  }
}

/** Whether a change renames something, so that imports and patterns are affected like calls. */
export function isOfName({ change, newName }: Target): boolean {
  return newName !== undefined || NAMING.test(change.rule);
}

/** The severity of a change for code that reads, or writes, its subject. */
export function severityOf({ change, kind, newName }: Target, way: Way): ChangeSeverity {
  const { severity, rule } = change;
  // The type of received values is unchanged: only values that are sent are affected.
  if (rule === 'type-split' && newName === undefined) return 'warning';
  if (kind !== 'field') return severity;
  const own = way === 'read' ? RULES[rule].reply : RULES[rule].request;
  return SEVERITIES.findLast((one) => one === severity || one === own) ?? severity;
}

/** The value that is assigned to a field, if it is a literal. */
function givenAt(name: Node): ReturnType<typeof constantOf> {
  const parent = name.getParent();
  return Node.isPropertyAssignment(parent) ? constantOf(parent.getInitializer()) : undefined;
}

export function isOperationNode(declarations: readonly Node[]): boolean {
  return declarations.some((one) => Node.isMethodDeclaration(one) || Node.isVariableDeclaration(one));
}
