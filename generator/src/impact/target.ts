import { Node, type Type } from 'ts-morph';
import type { Change, Version } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import type { Json } from '../schema/index.js';
import type { Packages } from './packages.js';
import { type Pointers, partsOf, type TypePlace } from './pointers.js';

/**
 * How code must use a declaration to be concerned by a change of it.
 *
 * `any`: it names it. `read`, `write`: it takes it from a value, or gives it. `call`: it calls it. `loop`: it iterates over what it
 * returns. `lack`: it makes such a value, or such a call, without `name`. `value`: it writes the literal `name` for it. `key`: it
 * gives it an object with the field `name`. `switch`: it distinguishes its values.
 */
export type Effect = 'any' | 'read' | 'write' | 'call' | 'loop' | 'lack' | 'value' | 'key' | 'switch';

/** What is concerned by a change: a use of a declaration. */
export interface Target {
  readonly change: Change;
  readonly effect: Effect;
  readonly name?: string;
  /** What it is called in the new version: it can be renamed. */
  readonly newName?: string;
  readonly kind: 'operation' | 'type' | 'field' | 'value';
  /** Of what is given: whether the new version takes a value. */
  readonly accepts?: (value: Json) => boolean;
}

export type Targets = ReadonlyMap<Node, readonly Target[]>;

/** What changes are looked at with. */
export interface Context {
  readonly old: Version;
  readonly next: Version;
  readonly packages: Packages;
  readonly pointers: Pointers;
  /** What each operation of the old version is now, by either. */
  readonly pairs: {
    readonly oldOf: ReadonlyMap<string, Operation>;
    readonly nextOf: ReadonlyMap<Operation, Operation>;
  };
  readonly changes: readonly Change[];
}

/** Makes something a target. */
export type Add = (nodes: readonly Node[], target: Target) => void;

export function declarationsOf(places: readonly TypePlace[]): readonly Node[] {
  return [...new Set(places.map(({ declaration }) => declaration))];
}

/** With what has one of some types, or returns it. */
export function withUsers(declarations: readonly Node[], packages: Packages): readonly Node[] {
  const all = new Set(declarations);
  for (const one of all) {
    if (Node.isInterfaceDeclaration(one) || Node.isTypeAliasDeclaration(one)) {
      for (const user of packages.usersOf(one)) all.add(user);
    }
  }
  return [...all];
}

/** The declarations that an object type is made of: its own, and those that it extends. */
export function ownersOf(type: Type): readonly Node[] {
  const owners = new Set<Node>();
  const visit = (one: Type): void => {
    const isKnown = (one.getSymbol()?.getDeclarations() ?? []).every((node) => owners.has(node));
    for (const node of one.getSymbol()?.getDeclarations() ?? []) owners.add(node);
    if (one.isIntersection()) one.getIntersectionTypes().forEach(visit);
    else if (!isKnown && one.isInterface()) one.getBaseTypes().forEach(visit);
  };
  for (const part of partsOf(type)) visit(part);
  return [...owners];
}
