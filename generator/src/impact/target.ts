import { Node, type Type } from 'ts-morph';
import type { Change, Version } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import type { Json } from '../schema/index.js';
import type { Packages } from './packages.js';
import type { Pointers, TypePlace } from './pointers.js';
import { partsOf } from './syntax.js';

/**
 * Which uses of a declaration are affected by a change.
 *
 * `any`: its name. `read`, `write`: reading or setting it. `call`: calling it. `loop`: iterating over its result. `lack`: a value, or
 * a call, without any of `names`. `value`: the literal `name`. `key`: an object with the field `name` as its value. `switch`: distinguishing
 * its values.
 */
export type Effect = 'any' | 'read' | 'write' | 'call' | 'loop' | 'lack' | 'value' | 'key' | 'switch';

/** A declaration's use that is affected by a change. */
export interface Target {
  readonly change: Change;
  readonly effect: Effect;
  readonly name?: string;
  readonly names?: readonly string[];
  /** Its name in the new version: it can be renamed. */
  readonly newName?: string | undefined;
  readonly kind: 'operation' | 'type' | 'field' | 'value';
  /** Whether the new version accepts a value. */
  readonly accepts?: ((value: Json) => boolean) | undefined;
}

export type Targets = ReadonlyMap<Node, readonly Target[]>;

/** The data to find the targets of changes. */
export interface Context {
  readonly old: Version;
  readonly next: Version;
  readonly packages: Packages;
  readonly pointers: Pointers;
  /** The corresponding operations of both versions, by either. */
  readonly pairs: {
    readonly oldOf: ReadonlyMap<string, Operation>;
    readonly nextOf: ReadonlyMap<Operation, Operation>;
  };
  readonly changes: readonly Change[];
}

/** Adds a target. */
export type Add = (nodes: readonly Node[], target: Target) => void;

export function declarationsOf(places: readonly TypePlace[]): readonly Node[] {
  return [...new Set(places.map(({ declaration }) => declaration))];
}

/** The given types, and the fields and operations with one of them. */
export function withUsers(declarations: readonly Node[], packages: Packages): readonly Node[] {
  const all = new Set(declarations);
  for (const one of all) {
    if (Node.isInterfaceDeclaration(one) || Node.isTypeAliasDeclaration(one)) {
      for (const user of packages.usersOf(one)) all.add(user);
    }
  }
  return [...all];
}

/** The declarations of an object type: its own, and those that it extends. */
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
