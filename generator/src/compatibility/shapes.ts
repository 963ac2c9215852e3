import type ts from 'typescript';

/** What a consumer can do with a type: its fields as they are given, and the ways to each field as it is read. */
export interface TypeShape {
  /** Absent for a type that is no plain object, or that is only received. */
  readonly written: readonly string[] | undefined;
  /** Steps to each field, `undefined` for the first element of a list; absent for a type that is only sent. */
  readonly read: readonly Steps[] | undefined;
  /** Those of `read` that lead to a type, or a list of a type, with a name of its own. */
  readonly named: readonly { readonly steps: Steps; readonly inner: string }[] | undefined;
  readonly isGeneric: boolean;
  /** Whether null is one of its values: what reads its fields asserts that it is not. */
  readonly isNullable: boolean;
}

export type Steps = readonly (string | undefined)[];

export type TypeShapes = ReadonlyMap<string, TypeShape>;

/** Whether a type is sent and whether it is received. */
export interface TypeWays {
  readonly request: boolean;
  readonly reply: boolean;
}

/** A field that no description knows. */
const OTHER_FIELD = 'a field of no name';
/** Objects described in place are followed this far. */
const DEEPEST = 6;

/** What a consumer can do with the exported types of a module. */
export function shapesOf(
  compiler: typeof ts,
  program: ts.Program,
  file: string,
  waysOf: (name: string) => TypeWays,
): TypeShapes {
  const checker = program.getTypeChecker();
  const tools: Tools = { compiler, program, checker };
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) return new Map();
  const shapes = checker.getExportsOfModule(module).map((symbol): [string, TypeShape] => {
    const target = symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const type = checker.getDeclaredTypeOfSymbol(target);
    const isGeneric = (target.declarations ?? []).some(
      (node) =>
        (compiler.isInterfaceDeclaration(node) || compiler.isTypeAliasDeclaration(node)) &&
        node.typeParameters !== undefined,
    );
    const isObject = isPlainObject(tools, type);
    const ways = waysOf(symbol.name);
    const fields = ways.reply ? fieldWays(tools, type, DEEPEST) : undefined;
    return [
      symbol.name,
      {
        written: isObject && ways.request ? fieldsOf(type) : undefined,
        read: fields?.map(({ steps }) => steps),
        named: fields?.flatMap(({ steps, inner }) => (inner === undefined ? [] : [{ steps, inner }])),
        isGeneric,
        isNullable: checker.getNonNullableType(type) !== type,
      },
    ];
  });
  return new Map(shapes);
}

interface Tools {
  readonly compiler: typeof ts;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
}

interface FieldWay {
  readonly steps: Steps;
  /** The name of the field's type, or of the elements of a list. */
  readonly inner: string | undefined;
}

/** The ways to the fields of an object, down through objects and lists that have no name of their own. */
function fieldWays(tools: Tools, type: ts.Type, depth: number): FieldWay[] {
  const { compiler, checker } = tools;
  const plain = checker.getNonNullableType(type);
  if (depth === 0) return [];
  if (checker.isArrayType(plain)) {
    const element = checker.getIndexTypeOfType(plain, compiler.IndexKind.Number);
    if (element === undefined || nameOf(tools, element) !== undefined) return [];
    return below(undefined, fieldWays(tools, element, depth - 1));
  }
  if (!isPlainObject(tools, plain)) return [];
  const other = plain.getStringIndexType() === undefined ? [] : [{ steps: [OTHER_FIELD], inner: undefined }];
  const own = plain.getProperties().flatMap((property) => {
    const inner = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    const element = checker.isArrayType(inner)
      ? checker.getIndexTypeOfType(inner, compiler.IndexKind.Number)
      : undefined;
    const written = writtenName(tools, property);
    const field = { steps: [property.name], inner: written ?? nameOf(tools, element ?? inner) };
    if (written !== undefined || nameOf(tools, inner) !== undefined) return [field];
    return [field, ...below(property.name, fieldWays(tools, inner, depth - 1))];
  });
  return [...own, ...other];
}

function below(step: string | undefined, ways: readonly FieldWay[]): FieldWay[] {
  return ways.map((way) => ({ ...way, steps: [step, ...way.steps] }));
}

/** The known fields, and one that only a map has. */
function fieldsOf(type: ts.Type): string[] {
  const known = type.getProperties().map(({ name }) => name);
  return type.getStringIndexType() === undefined ? known : [...known, OTHER_FIELD];
}

/**
 * The name that a field's type is written with, or that of a list's elements: a name for what may be null is lost where the type is
 * taken without null.
 */
function writtenName(tools: Tools, property: ts.Symbol): string | undefined {
  const { compiler, checker } = tools;
  const [declaration] = property.declarations ?? [];
  let node = declaration && compiler.isPropertySignature(declaration) ? declaration.type : undefined;
  for (let next = node; next !== undefined; next = innerNode(compiler, next)) node = next;
  if (node === undefined || !compiler.isTypeReferenceNode(node)) return undefined;
  const symbol = checker.getSymbolAtLocation(node.typeName);
  if (symbol === undefined) return undefined;
  return declaredName(tools, symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
}

/** What a list is of, or what may also be null. */
function innerNode(compiler: typeof ts, node: ts.TypeNode): ts.TypeNode | undefined {
  if (compiler.isArrayTypeNode(node)) return node.elementType;
  if (compiler.isParenthesizedTypeNode(node)) return node.type;
  if (!compiler.isUnionTypeNode(node)) return undefined;
  const [only, ...others] = node.types.filter(
    (member) => !(compiler.isLiteralTypeNode(member) && member.literal.kind === compiler.SyntaxKind.NullKeyword),
  );
  return others.length === 0 ? only : undefined;
}

/** The name that a type was declared with in the packages, if it was by itself. */
function nameOf(tools: Tools, type: ts.Type): string | undefined {
  return declaredName(tools, type.aliasSymbol ?? type.getSymbol());
}

function declaredName(tools: Tools, symbol: ts.Symbol | undefined): string | undefined {
  const { Interface, TypeAlias } = tools.compiler.SymbolFlags;
  if (symbol === undefined || (symbol.flags & (Interface | TypeAlias)) === 0) return undefined;
  return isOfLanguage(tools, symbol) ? undefined : symbol.name;
}

/** Whether it comes with the language or the platform, as `Date` does. */
function isOfLanguage({ program }: Tools, symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((node) => program.isSourceFileDefaultLibrary(node.getSourceFile()));
}

function isPlainObject(tools: Tools, type: ts.Type): boolean {
  const { compiler, checker } = tools;
  if (type.isIntersection()) return type.types.every((part) => isPlainObject(tools, part));
  const symbol = type.getSymbol();
  // A `Record` is declared by the language, and is the package's own.
  const isOwn = type.getStringIndexType() !== undefined || symbol === undefined || !isOfLanguage(tools, symbol);
  return (
    isOwn &&
    (type.flags & compiler.TypeFlags.Object) !== 0 &&
    !checker.isArrayType(type) &&
    !checker.isTupleType(type) &&
    type.getCallSignatures().length === 0
  );
}
