import ts from 'typescript';

/** A module as the surface program imports it: under what name, from which specifier, and where its declarations are. */
export interface SurfaceModule {
  readonly name: string;
  readonly specifier: string;
  readonly declarations: string;
  /** It has no code to import. */
  readonly typesOnly: boolean;
}

/** What is known while the program is written. */
interface Writing {
  readonly checker: ts.TypeChecker;
  /** What another module has exported already: there it is enough that it has the name. */
  readonly touched: Set<ts.Symbol>;
}

/**
 * Writes a program that touches everything that the modules export: it calls every function and method, constructs every class,
 * catches every error, reads every field of every type and writes every field of every plain one.
 */
export function writeSurface(modules: readonly SurfaceModule[]): string {
  const program = ts.createProgram(
    modules.map(({ declarations }) => declarations),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      strict: true,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    },
  );
  const writing: Writing = { checker: program.getTypeChecker(), touched: new Set() };
  const imports = modules.map(
    ({ name, specifier, typesOnly }) =>
      `import ${typesOnly ? 'type ' : ''}* as ${name} from ${JSON.stringify(specifier)};`,
  );
  const uses = modules.flatMap(({ name, declarations }) => {
    const source = program.getSourceFile(declarations);
    const module = source && writing.checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${declarations} is no module`);
    return touchModule(writing, module, name);
  });
  return [...imports, ...uses.map((use, index) => `export const use${index} = ${use};`), ''].join('\n');
}

/** @returns functions that are compiled and never called. */
function touchModule(writing: Writing, module: ts.Symbol, path: string): string[] {
  const { checker, touched } = writing;
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = `${path}.${exported.name}`;
    if (symbol.flags & ts.SymbolFlags.ValueModule) return touchModule(writing, symbol, name);
    const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnly(checker, exported);
    const isType = (symbol.flags & ts.SymbolFlags.Type) !== 0;
    if (touched.has(symbol)) return isValue ? [`() => ${name}`] : [`(value: ${named(symbol, name)}) => value`];
    touched.add(symbol);
    return [...(isType ? touchType(checker, symbol, name) : []), ...(isValue ? touchValue(checker, symbol, name) : [])];
  });
}

function touchType(checker: ts.TypeChecker, symbol: ts.Symbol, name: string): string[] {
  const whole = `(value: ${named(symbol, name)}) => value`;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  if (typeParametersOf(symbol) > 0 || !isObject) return [whole];
  const members = publicMembers(type);
  const fields = members.map((member) => `${JSON.stringify(member.name)}: value`).join(', ');
  const isPlain = !(symbol.flags & ts.SymbolFlags.Class) && members.length > 0;
  return [
    whole,
    ...members.flatMap((member) => touchMember(checker, member, name)),
    ...(isPlain ? [`(value: never): Partial<${name}> => ({ ${fields} })`] : []),
  ];
}

function touchMember(checker: ts.TypeChecker, member: ts.Symbol, owner: string): string[] {
  const key = JSON.stringify(member.name);
  const read = `(value: ${owner}) => value[${key}]`;
  if (!(member.flags & ts.SymbolFlags.Method)) return [read];
  const given = `value: ${owner}, args: Parameters<${owner}[${key}]>`;
  const call = `value[${key}](...args)`;
  const reply = checker.getTypeOfSymbol(member).getCallSignatures()[0]?.getReturnType();
  const ways = new Set(reply?.getProperties().map(({ name }) => name.replace(/@\d+$/, '')));
  return [
    read,
    `(${given}) => ${call}`,
    ...(ways.has('then') ? [`async (${given}) => await ${call}`] : []),
    ...['withResponse', 'asResponse', 'pages']
      .filter((way) => ways.has(way))
      .map((way) => `(${given}) => ${call}.${way}()`),
    ...(ways.has('__@asyncIterator')
      ? [`async (${given}) => { for await (const item of ${call}) return item; return; }`]
      : []),
  ];
}

function touchValue(checker: ts.TypeChecker, symbol: ts.Symbol, name: string): string[] {
  if (symbol.flags & ts.SymbolFlags.Function) return [`(args: Parameters<typeof ${name}>) => ${name}(...args)`];
  if (!(symbol.flags & ts.SymbolFlags.Class)) return [`() => ${name}`];
  const type = checker.getTypeOfSymbol(symbol);
  const isAbstract = hasModifier(symbol, ts.ModifierFlags.Abstract);
  return [
    ...(isAbstract ? [] : [`(args: ConstructorParameters<typeof ${name}>) => new ${name}(...args)`]),
    `(error: unknown) => (error instanceof ${name} ? error : undefined)`,
    ...(type.getProperty('is') ? [`(error: unknown) => (${name}.is(error) ? error : undefined)`] : []),
  ];
}

function named(symbol: ts.Symbol, name: string): string {
  const parameters = Array.from({ length: typeParametersOf(symbol) }, () => 'never');
  return parameters.length === 0 ? name : `${name}<${parameters.join(', ')}>`;
}

function publicMembers(type: ts.Type): ts.Symbol[] {
  return type
    .getProperties()
    .filter((member) => !hasModifier(member, ts.ModifierFlags.Private | ts.ModifierFlags.Protected))
    .filter(({ name }) => !/^(?:#|__#|__@)/.test(name));
}

function hasModifier(symbol: ts.Symbol, flags: ts.ModifierFlags): boolean {
  return (symbol.declarations ?? []).some((node) => (ts.getCombinedModifierFlags(node) & flags) !== 0);
}

/** Whether a name stands for a type alone, though what it stands for is a class: `export type { ... }`. */
function isTypeOnly(checker: ts.TypeChecker, exported: ts.Symbol): boolean {
  let symbol: ts.Symbol | undefined = exported;
  while (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias) {
    if (symbol.declarations?.some((node) => ts.isTypeOnlyImportOrExportDeclaration(node))) return true;
    symbol = checker.getImmediateAliasedSymbol(symbol);
  }
  return false;
}

function typeParametersOf(symbol: ts.Symbol): number {
  const counts = (symbol.declarations ?? []).map((node) =>
    ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node)
      ? (node.typeParameters?.length ?? 0)
      : 0,
  );
  return Math.max(0, ...counts);
}
