import { createHash } from 'node:crypto';
import type Compiler from 'typescript';
import type { TypeName } from '../../naming/index.js';
import type { Json } from '../../schema/index.js';
import { get, getString } from '../../schema/index.js';
import { compilerVersions, loadOpenapiTypescript } from '../compilers.js';
import { commentText } from './comments.js';
import { TypeCompiler } from './compile.js';

/** The input of a declaration of the types package. */
export interface DeclarationRequest {
  /** The name used by references. */
  readonly key: string;
  readonly name: TypeName;
  /** Without `extends`, or if there are fields in addition to those of that type. */
  readonly schema?: Json;
  /** The key of an earlier request that it extends: `interface X extends Y`. */
  readonly extends?: string;
  /** Whether only requests use it: its type accepts everything that can be sent. */
  readonly isSent?: true;
  /** The comment, if there is no schema with one. */
  readonly description?: string;
}

export interface Declaration {
  readonly name: TypeName;
  /** `export interface ...` or `export type ...`, comment included. */
  readonly text: string;
  /** Local names of other declarations used in the text. */
  readonly mentions: readonly string[];
}

/** Text stored by a run for the next one. */
export interface TypesMemory {
  /** The text of the last run, then that of this run. */
  text: string | undefined;
}

interface Remembered {
  readonly hash: string;
  readonly byKey: readonly (readonly [string, Declaration])[];
}

/**
 * Converts schemas to declarations, by the keys of the requests. If the memory contains the result of the same requests, no
 * compiler is loaded: most changes of a spec do not affect types.
 * @param locals the names of all declared types in the file, by key
 */
export function declareTypes(
  requests: readonly DeclarationRequest[],
  locals: ReadonlyMap<string, string>,
  memory?: TypesMemory,
): ReadonlyMap<string, Declaration> {
  if (memory === undefined) return printDeclarations(requests, locals);
  const hash = hashOf(requests, locals);
  const remembered = memory.text === undefined ? undefined : parse(memory.text);
  if (remembered?.hash === hash) return new Map(remembered.byKey);
  const byKey = printDeclarations(requests, locals);
  const kept: Remembered = { hash, byKey: [...byKey] };
  memory.text = JSON.stringify(kept);
  return byKey;
}

function hashOf(requests: readonly DeclarationRequest[], locals: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(compilerVersions().join());
  for (const request of requests) hash.update(`\n${JSON.stringify(request)}`);
  return hash.update(`\n${JSON.stringify([...locals])}`).digest('hex');
}

/** Written only by the generator, and only saves time: invalid content is ignored. */
function parse(text: string): Remembered | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Named, exported and documented interfaces and type aliases, by the keys of the requests. */
function printDeclarations(
  requests: readonly DeclarationRequest[],
  locals: ReadonlyMap<string, string>,
): ReadonlyMap<string, Declaration> {
  const { astToString, ts } = loadOpenapiTypescript();
  const compiler = new TypeCompiler(locals);
  const interfaces = new Set<string>();
  const printed = new Map<string, Declaration>();
  for (const { key, name, schema, extends: extended, isSent, description } of requests) {
    const compiled = schema === undefined ? undefined : compiler.compile(schema, isSent);
    if (compiled !== undefined && ts.isTypeLiteralNode(compiled.type)) interfaces.add(key);
    const base = extended === undefined ? undefined : locals.get(extended);
    const isExtendable = extended !== undefined && interfaces.has(extended);
    const node = declaration(ts, name.local, compiled?.type, base, isExtendable);
    const about = getString(schema, 'description') ?? description ?? '';
    compiler.comment(node, commentText(about, get(schema, 'deprecated') === true));
    const mentions = new Set([...(compiled?.mentions ?? []), ...(base === undefined ? [] : [base])]);
    mentions.delete(name.local);
    printed.set(key, { name, text: astToString(node).trimEnd(), mentions: [...mentions] });
  }
  return printed;
}

/** An interface if a type has fields and extends an interface; otherwise an alias. */
function declaration(
  ts: typeof Compiler,
  name: string,
  type: Compiler.TypeNode | undefined,
  base: string | undefined,
  isExtendable: boolean,
): Compiler.DeclarationStatement {
  const { factory } = ts;
  const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const members = type === undefined ? [] : ts.isTypeLiteralNode(type) ? type.members : undefined;
  if (members !== undefined && (base === undefined || isExtendable)) {
    const parents =
      base === undefined ? [] : [factory.createExpressionWithTypeArguments(factory.createIdentifier(base), undefined)];
    const clauses = parents.length === 0 ? [] : [factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, parents)];
    return factory.createInterfaceDeclaration(modifiers, name, undefined, clauses, members);
  }
  const parts = [
    ...(base === undefined ? [] : [factory.createTypeReferenceNode(base)]),
    ...(type === undefined ? [] : [type]),
  ];
  const [only = factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)] = parts;
  const whole = parts.length > 1 ? factory.createIntersectionTypeNode(parts) : only;
  return factory.createTypeAliasDeclaration(modifiers, name, undefined, whole);
}
