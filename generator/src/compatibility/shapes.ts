import { Node, type SourceFile, type Type, type TypeNode, type Symbol as TypeSymbol } from 'ts-morph';
import type { Ways } from '../diff/index.js';

/** The parts of the old version that may be incompatible with the new one. */
export interface Affected {
  /** Whether the declaration of an exported type itself differs. */
  readonly own: (name: string) => boolean;
  /** Whether it differs, or a type that it uses. */
  readonly type: (name: string) => boolean;
  /** By the names of its method and function. */
  readonly operation: (method: string, constant: string) => boolean;
}

/** What a consumer can do with a type. */
export interface TypeShape {
  /** The fields as written; empty for a type that is not a plain object, or only received. */
  readonly written: readonly FieldWay[];
  /** The fields as read; empty for a type that is only sent. */
  readonly read: readonly FieldWay[];
}

export interface FieldWay {
  /** From the type to the field; `undefined` is the first element of an array. */
  readonly steps: Steps;
  /** The name of the field's type, or of its elements' type for an array. */
  readonly inner: string | undefined;
  /** The types that declare the first field of the path: this one, or those that it extends. */
  readonly declaredIn: readonly string[];
  /** The types that declare the fields of `inner`. */
  readonly innerTypes: readonly string[];
}

export type Steps = readonly (string | undefined)[];

/** A field that is not in any spec. */
const OTHER_FIELD = 'a field of no name';
/** Maximum depth of inline objects that are followed. */
const DEEPEST = 6;

/** The shapes of the used types, by name. Generic types are only imported. */
export function shapesOf(
  module: SourceFile,
  waysOf: (name: string) => Ways,
  isUsed: (name: string) => boolean,
): ReadonlyMap<string, TypeShape> {
  return new Map(
    [...module.getExportedDeclarations()].flatMap(([name, [declaration = module]]): [string, TypeShape][] => {
      if (!isUsed(name)) return [];
      const type = declaration.getType();
      const { request, reply } = waysOf(name);
      const isGeneric = Node.isTypeParametered(declaration) && declaration.getTypeParameters().length > 0;
      const ways = isGeneric ? [] : fieldWays(type, declaration, DEEPEST);
      const isWritten = request && isPlainObject(type);
      // Not those in an array, whose elements are compared as a whole.
      const written = isWritten ? ways.filter(({ steps }) => !steps.includes(undefined)) : [];
      return [[name, { written, read: reply ? ways : [] }]];
    }),
  );
}

/** The paths to the fields of an object, through unnamed objects and arrays. */
function fieldWays(type: Type, at: Node, depth: number): FieldWay[] {
  const plain = type.getNonNullableType();
  if (depth === 0) return [];
  const element = plain.getArrayElementType();
  if (element !== undefined) {
    return nameOf(element) === undefined ? below(undefined, fieldWays(element, at, depth - 1)) : [];
  }
  if (!isPlainObject(plain)) return [];
  const own = plain.getProperties().flatMap((property) => {
    const inner = property.getTypeAtLocation(at).getNonNullableType();
    const written = writtenName(property);
    const name = property.getName();
    const declaredIn = declaringNames(property);
    const element = inner.getArrayElementType() ?? inner;
    const innerTypes = element.getNonNullableType().getProperties().flatMap(declaringNames);
    const field = {
      steps: [name],
      inner: written ?? nameOf(element),
      declaredIn,
      innerTypes: [...new Set(innerTypes)],
    };
    if (written !== undefined || nameOf(inner) !== undefined) return [field];
    return [field, ...below(name, fieldWays(inner, at, depth - 1)).map((way) => ({ ...way, declaredIn }))];
  });
  const other = { steps: [OTHER_FIELD], inner: undefined, declaredIn: [], innerTypes: [] };
  return plain.getStringIndexType() === undefined ? own : [...own, other];
}

function below(step: string | undefined, ways: readonly FieldWay[]): FieldWay[] {
  return ways.map((way) => ({ ...way, steps: [step, ...way.steps] }));
}

/** The interfaces and aliases in which a field is written. */
function declaringNames(property: TypeSymbol): string[] {
  return property.getDeclarations().flatMap((node) => {
    const owner = node.getFirstAncestor(
      (outer) =>
        (Node.isInterfaceDeclaration(outer) || Node.isTypeAliasDeclaration(outer)) &&
        !outer.getSourceFile().isDeclarationFile(),
    );
    return Node.isInterfaceDeclaration(owner) || Node.isTypeAliasDeclaration(owner) ? [owner.getName()] : [];
  });
}

/** The name that a field's type, or that of its elements, is written with: the checker drops it together with `null`. */
function writtenName(property: TypeSymbol): string | undefined {
  const [declaration] = property.getDeclarations();
  let node = Node.isPropertySignature(declaration) ? declaration.getTypeNode() : undefined;
  for (let next = node; next !== undefined; next = innerNode(next)) node = next;
  if (!Node.isTypeReference(node)) return undefined;
  const symbol = node.getTypeName().getSymbol();
  return declaredName(symbol?.getAliasedSymbol() ?? symbol);
}

/** The element type of a list, or the type without null. */
function innerNode(node: TypeNode): TypeNode | undefined {
  if (Node.isArrayTypeNode(node)) return node.getElementTypeNode();
  if (Node.isParenthesizedTypeNode(node)) return node.getTypeNode();
  if (!Node.isUnionTypeNode(node)) return undefined;
  const [only, ...others] = node.getTypeNodes().filter((member) => member.getText() !== 'null');
  return others.length === 0 ? only : undefined;
}

/** The name of a type declared by the packages. */
function nameOf(type: Type): string | undefined {
  return declaredName(type.getAliasSymbol() ?? type.getSymbol());
}

function declaredName(symbol: TypeSymbol | undefined): string | undefined {
  const declarations = symbol?.getDeclarations() ?? [];
  const isNamed = declarations.some((node) => Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node));
  return isNamed && !isOfLanguage(symbol) ? symbol?.getName() : undefined;
}

/** Whether a type is part of the language or platform, such as `Date`. */
function isOfLanguage(symbol: TypeSymbol | undefined): boolean {
  return (symbol?.getDeclarations() ?? []).some((node) => node.getSourceFile().isDeclarationFile());
}

function isPlainObject(type: Type): boolean {
  if (type.isIntersection()) return type.getIntersectionTypes().every(isPlainObject);
  // `Record` is declared by the language, but its alias belongs to the package.
  const isOwn = type.getStringIndexType() !== undefined || !isOfLanguage(type.getSymbol());
  return isOwn && type.isObject() && !type.isArray() && !type.isTuple() && type.getCallSignatures().length === 0;
}
