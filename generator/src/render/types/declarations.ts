import { hash } from 'node:crypto';
import type Compiler from 'typescript';
import type { TypeName } from '../../naming/index.js';
import { get, getString, type Json } from '../../schema/index.js';
import { compilerVersions, loadOpenapiTypescript } from '../compilers.js';
import { commentText } from './comments.js';
import { TypeCompiler } from './compile.js';
import { typeKeyword } from './references.js';

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

/** The text printed for a request, by a hash of everything that it depends on. */
export interface PrintedTypes {
  /** By an earlier rendering. */
  readonly before: ReadonlyMap<string, PrintedType>;
  /** By this one. */
  readonly now: Map<string, PrintedType>;
}

interface PrintedType extends Omit<Declaration, 'name'> {
  readonly isInterface: boolean;
}

/** What the text printed for a request depends on. */
export interface Digest {
  readonly digest: string;
  /** The keys of the declarations that it refers to. */
  readonly refersTo: readonly string[];
}

/** The digests of requests by their keys, each after that of the type that it extends. */
export function digestTypes(
  requests: readonly DeclarationRequest[],
  locals: ReadonlyMap<string, string>,
): ReadonlyMap<string, Digest> {
  const versions = compilerVersions();
  const digests = new Map<string, Digest>();
  for (const request of requests) {
    const base = request.extends;
    const { digest, refersTo } = digestOf({ ...request, base: digests.get(base ?? '')?.digest, versions }, locals);
    digests.set(request.key, { digest, refersTo: base === undefined ? refersTo : [...refersTo, base] });
  }
  return digests;
}

/**
 * Converts schemas to named, exported and documented interfaces and type aliases, by the keys of the requests. Cached texts are
 * reused; no compiler is loaded if all texts are cached.
 * @param locals the names of all declared types in the file, by key
 */
export function declareTypes(
  requests: readonly DeclarationRequest[],
  locals: ReadonlyMap<string, string>,
  digests: ReadonlyMap<string, Digest>,
  printed: PrintedTypes = { before: new Map(), now: new Map() },
): ReadonlyMap<string, Declaration> {
  const interfaces = new Set<string>();
  let print: ((request: DeclarationRequest, base: Base | undefined) => PrintedType) | undefined;
  return new Map(
    requests.map((request) => {
      const { key, name, extends: extended } = request;
      const baseName = extended === undefined ? undefined : locals.get(extended);
      const base = baseName === undefined ? undefined : { name: baseName, isInterface: interfaces.has(extended ?? '') };
      const digest = digests.get(key)?.digest ?? '';
      let one = printed.before.get(digest);
      if (one === undefined) {
        print ??= printer(locals);
        one = print(request, base);
      }
      printed.now.set(digest, one);
      if (one.isInterface) interfaces.add(key);
      return [key, { name, text: one.text, mentions: one.mentions }];
    }),
  );
}

/** A type that another one extends. */
interface Base {
  readonly name: string;
  readonly isInterface: boolean;
}

/** References are replaced by the names that are printed for them. */
function digestOf(request: object, locals: ReadonlyMap<string, string>): Digest {
  const refersTo = new Set<string>();
  const text = JSON.stringify(request, (keyword, value: unknown) => {
    const local = keyword === typeKeyword && typeof value === 'string' ? locals.get(value) : undefined;
    if (local === undefined) return value;
    refersTo.add(String(value));
    return { local };
  });
  return { digest: hash('sha256', text, 'base64url'), refersTo: [...refersTo] };
}

function printer(locals: ReadonlyMap<string, string>): (request: DeclarationRequest, base?: Base) => PrintedType {
  const { astToString, ts } = loadOpenapiTypescript();
  const compiler = new TypeCompiler(locals);
  return ({ name, schema, isSent, description }, base) => {
    const compiled = schema === undefined ? undefined : compiler.compile(schema, isSent);
    const node = declaration(ts, name.local, compiled?.type, base);
    const about = getString(schema, 'description') ?? description ?? '';
    compiler.comment(node, commentText(about, get(schema, 'deprecated') === true));
    const mentions = new Set([...(compiled?.mentions ?? []), ...(base === undefined ? [] : [base.name])]);
    mentions.delete(name.local);
    const isInterface = compiled !== undefined && ts.isTypeLiteralNode(compiled.type);
    return { text: astToString(node).trimEnd(), mentions: [...mentions], isInterface };
  };
}

/** An interface if a type has fields and extends an interface; otherwise an alias. */
function declaration(
  ts: typeof Compiler,
  name: string,
  type: Compiler.TypeNode | undefined,
  base: Base | undefined,
): Compiler.DeclarationStatement {
  const { factory } = ts;
  const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const members = type === undefined ? [] : ts.isTypeLiteralNode(type) ? type.members : undefined;
  if (members !== undefined && base?.isInterface !== false) {
    const parents =
      base === undefined
        ? []
        : [factory.createExpressionWithTypeArguments(factory.createIdentifier(base.name), undefined)];
    const clauses = parents.length === 0 ? [] : [factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, parents)];
    return factory.createInterfaceDeclaration(modifiers, name, undefined, clauses, members);
  }
  const parts = [
    ...(base === undefined ? [] : [factory.createTypeReferenceNode(base.name)]),
    ...(type === undefined ? [] : [type]),
  ];
  const [only = factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)] = parts;
  const whole = parts.length > 1 ? factory.createIntersectionTypeNode(parts) : only;
  return factory.createTypeAliasDeclaration(modifiers, name, undefined, whole);
}
