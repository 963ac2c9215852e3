import ts from 'typescript';
import type { Packages } from '../../types/compile.js';
import { programOf } from '../../types/compile.js';
import { type Row, type Section, sectionsOf } from './documented.js';

const helpers = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
/** As the pages show types: without \`readonly\`, and an open enum by its known values. */
type Plain<T> = T extends unknown
  ? 0 extends 1 & T ? unknown
  : Same<T, string & {}> extends true ? never
  : Same<T, number & {}> extends true ? never
  : T extends readonly unknown[] ? { -readonly [K in keyof T]: Plain<T[K]> }
  : string extends keyof T ? { -readonly [K in keyof T]: Plain<T[K]> }
  : T
  : never;
type Object<T> = Exclude<T, null | undefined>;
type Item<T> = Object<T> extends readonly (infer I)[] ? I : never;
type Value<T> = Object<T>[string & keyof Object<T>];
type Field<T, K> = Object<T> extends infer O ? O extends unknown ? K extends keyof O ? Exclude<O[K], undefined> : never : never : never;
type ErrorsOf<F extends { readonly errors?: unknown }> = Exclude<F['errors'], undefined>;
type ItemOf<F> = F extends (...args: never) => AsyncIterable<infer I> ? I : never;
type Arguments<F> = F extends (...args: infer P) => unknown ? P extends readonly [unknown, (infer A)?, ...unknown[]] ? Object<A> : never : never;
type Result<F> = F extends (...args: never) => infer R ? Awaited<R> : never;
`;

/** The documented type and the declared one, and both without formatting. */
type Four<T> = readonly [T, T, T, T];

interface Fact {
  readonly where: string;
  readonly aliases: Four<string>;
  readonly isInline: boolean;
}

/** The fields of one object. */
interface Fields {
  readonly where: string;
  readonly type: string;
  readonly rows: readonly Row[];
}

/** A module with an alias for each documented type, and for the declared type in the same place. */
class Probe {
  readonly lines: string[];
  readonly facts: Fact[] = [];
  readonly fields: Fields[] = [];

  constructor(readonly name: string) {
    this.lines = [
      `import type * as types from '@scope/${name}-types';`,
      `import type * as operations from '@scope/${name}-client/operations';`,
      helpers,
    ];
  }

  alias(type: string): string {
    this.lines.push(`export type T${this.lines.length} = ${type};`);
    return `T${this.lines.length - 1}`;
  }

  compare(where: string, documented: string, actual: string): void {
    const [left, right] = [this.alias(documented), this.alias(actual)];
    const aliases: Four<string> = [left, right, this.alias(`Plain<${left}>`), this.alias(`Plain<${right}>`)];
    // The fields of an inline object are rows.
    this.facts.push({ where, aliases, isInline: /\bobject\b/.test(documented) });
  }

  hasNoFields(where: string, type: string): void {
    this.fields.push({ where, type: this.alias(`Object<${type}>`), rows: [] });
  }

  /** Rows of one depth with those below them. */
  table(where: string, type: string, rows: readonly Row[]): void {
    const [first] = rows;
    if (first === undefined) return;
    const byContainer = new Map<string, Row[]>();
    for (const [index, row] of rows.entries()) {
      if (row.depth !== first.depth) continue;
      const [, signs = ''] = first.depth === 0 ? [] : (/^((?:\[\]|\*)+)\./.exec(row.name) ?? []);
      const name = signs === '' ? row.name : row.name.slice(signs.length + 1);
      const container = [...signs.matchAll(/\[\]|\*/g)].reduce(
        (inner, [sign]) => `${sign === '*' ? 'Value' : 'Item'}<${inner}>`,
        type,
      );
      const below = rows.slice(index + 1);
      const end = below.findIndex(({ depth }) => depth <= row.depth);
      const own = `Field<${container}, ${/^\d+$/.test(name) ? name : JSON.stringify(name)}>`;
      this.compare(`${where}.${row.name}`, row.type, own);
      this.table(`${where}.${row.name}`, own, below.slice(0, end === -1 ? below.length : end));
      byContainer.set(container, [...(byContainer.get(container) ?? []), { ...row, name }]);
    }
    for (const [container, fields] of byContainer)
      this.fields.push({ where, type: this.alias(`Object<${container}>`), rows: fields });
  }
}

/** The differences between the reference pages of packages and their types, each with operation and field. */
export function differencesOf(packages: ReadonlyMap<string, Packages>): {
  readonly faults: readonly string[];
  readonly compared: number;
} {
  const [shared = ''] = packages.keys();
  const probes = [...packages].map(([name, files]) => probeOf(name, files));
  const modules = probes.map(({ name, lines }) => [`${name}/probe/facts.ts`, lines.join('\n')] as const);
  const { program, fileOf } = programOf(
    new Map([
      ...[...packages].flatMap(([name, files]) =>
        [...files]
          .filter(([path]) => name === shared || !path.startsWith('client/src/runtime/'))
          .map(([path, text]) => [`${name}/${path}`, text] as const),
      ),
      ...modules,
    ]),
    Object.fromEntries([...packages.keys()].map((name) => [name, name])),
    modules.map(([path]) => path),
  );
  const checker = program.getTypeChecker();
  // Not a member of `Date` or `String`.
  const isOwn = ({ declarations }: ts.Symbol): boolean =>
    declarations?.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile())) !== true;
  const faults = probes.flatMap((probe, index): string[] => {
    const file = fileOf(modules[index]?.[0] ?? '');
    const types = new Map(
      file.statements
        .filter(ts.isTypeAliasDeclaration)
        .map((alias) => [alias.name.text, checker.getTypeAtLocation(alias)]),
    );
    const typeOf = (name: string): ts.Type => types.get(name) ?? checker.getAnyType();
    return [
      ...[...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
        ({ messageText, start }) =>
          `${probe.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} in ${file.text.slice(start).split('\n')[0]}`,
      ),
      ...probe.facts.flatMap((fact) => {
        const [documented, actual, left, right] = fact.aliases;
        return faultOf(checker, fact, [typeOf(documented), typeOf(actual), typeOf(left), typeOf(right)]);
      }),
      ...probe.fields.flatMap(({ where, type, rows }) => faultsOfFields(checker, isOwn, where, typeOf(type), rows)),
    ];
  });
  return { faults, compared: probes.reduce((sum, { facts }) => sum + facts.length, 0) };
}

function faultOf(checker: ts.TypeChecker, { where, isInline }: Fact, types: Four<ts.Type>): string[] {
  const [documented, actual, plainDocumented, plainActual] = types;
  const isSame = (left: ts.Type, right: ts.Type): boolean =>
    (isInline || checker.isTypeAssignableTo(left, right)) &&
    checker.isTypeAssignableTo(right, left) &&
    isAny(left) === isAny(right);
  if (isSame(documented, actual) || isSame(plainDocumented, plainActual)) return [];
  return [`${where}: documented as ${checker.typeToString(documented)}, the type is ${checker.typeToString(actual)}`];
}

const isAny = ({ flags }: ts.Type): boolean => (flags & ts.TypeFlags.Any) !== 0;

function faultsOfFields(
  checker: ts.TypeChecker,
  isOwn: (property: ts.Symbol) => boolean,
  where: string,
  type: ts.Type,
  rows: readonly Row[],
): string[] {
  if (rows.length === 0 && type.isUnion()) return [];
  const alternatives = (type.isUnion() ? type.types : [type]).map(
    (one) =>
      new Map(
        checker
          .getPropertiesOfType(one)
          .filter(isOwn)
          .map((property) => [property.name, property]),
      ),
  );
  const declared = new Set(alternatives.flatMap((one) => [...one.keys()]));
  return [
    ...[...declared]
      .filter((name) => !rows.some((row) => row.name === name))
      .map((name) => `${where}.${name}: not documented`),
    ...rows.flatMap(({ name, required }) => {
      const found = alternatives.flatMap((one) => one.get(name) ?? []);
      if (found.length === 0) return [`${where}.${name}: documented, but not in the type`];
      const isRequired = found.every(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0);
      // A field of one alternative may be optional on the page.
      const isSame = required === isRequired || (!required && found.length < alternatives.length);
      return isSame ? [] : [`${where}.${name}: documented as ${required ? 'required' : 'optional'}`];
    }),
  ];
}

function probeOf(name: string, files: Packages): Probe {
  const probe = new Probe(name);
  const pages = [...files].filter(([path]) => /^client\/docs\/[^/]+\.md$/.test(path) && !path.endsWith('/index.md'));
  for (const [path, text] of pages) {
    const sections = sectionsOf(text);
    for (const section of sections) {
      if (path.endsWith('/types.md'))
        probe.table(`${name} types.md ${section.name}`, `types.${section.name}`, section.parameters);
      else addOperation(probe, `${name} ${section.name}`, section);
    }
  }
  return probe;
}

function addOperation(probe: Probe, where: string, section: Section): void {
  const call = `typeof operations.${section.name}`;
  const result = `Result<${call}>`;
  const { parameters, response, fields } = section;
  if (parameters.length === 0)
    probe.compare(`${where} arguments`, 'Readonly<Record<string, never>>', `Arguments<${call}>`);
  probe.table(`${where} arguments`, `Arguments<${call}>`, parameters);
  probe.compare(`${where} response`, response === '' ? 'void' : response, result);
  if (fields.length === 0 && response.startsWith('types.')) probe.hasNoFields(`${where} response`, result);
  probe.table(`${where} response`, result, fields);
  const errors = section.errors.map(([status, type]) => ({ depth: 0, name: status, type, required: true }));
  const typed = errors.some(({ type }) => type !== '') ? errors : [];
  if (typed.length === 0) probe.hasNoFields(`${where} errors`, `ErrorsOf<${call}>`);
  probe.table(
    `${where} errors`,
    `ErrorsOf<${call}>`,
    typed.map((row) => (row.type === '' ? { ...row, type: 'unknown' } : row)),
  );
  if (section.item !== '') probe.compare(`${where} items`, section.item, `ItemOf<${call}>`);
}
