import type Compiler from 'typescript';
import type { TypeName } from '../../naming/index.js';
import { loadCompiler } from '../compilers.js';
import { escapeInvisible } from '../invisible.js';

/** What a declaration of the types package is made from. */
export interface DeclarationRequest {
  /** The key under which the schema was compiled. */
  readonly key: string;
  readonly name: TypeName;
  /** The key of a schema whose fields come first: `interface X extends Y`. */
  readonly extends?: string;
  /** Set where nothing comes behind those fields; the comment then, since no schema of its own was compiled. */
  readonly comment?: string;
}

export interface Declaration {
  readonly name: TypeName;
  /** `export interface ...` or `export type ...`, comment included. */
  readonly text: string;
  /** Local names of other declarations that the text mentions. */
  readonly mentions: readonly string[];
}

export interface Declarations {
  readonly byKey: ReadonlyMap<string, Declaration>;
  /** Helper types that declarations use, such as `WithRequired`. */
  readonly helpers: readonly string[];
}

/** What references lead to that was not compiled. */
export interface OtherTypes {
  readonly declared: readonly { readonly key: string; readonly name: TypeName }[];
  /** Types that stand where the reference does. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Turns the members of `components` into named, exported, documented interfaces and type aliases. */
export function extractDeclarations(
  compiled: string,
  requests: readonly DeclarationRequest[],
  others: OtherTypes,
): Declarations {
  const ts = loadCompiler();
  const text = escapeInvisible(tidyComments(compiled));
  const file = parse(text, ts);
  const members = new Map(schemaMembers(file, ts).map((member) => [nameOf(member.name, file, ts), member]));
  const locals = new Map([...requests, ...others.declared].map(({ key, name }) => [key, name.local]));
  const interfaces = new Set(
    [...members].filter(([, { type }]) => type !== undefined && ts.isTypeLiteralNode(type)).map(([key]) => key),
  );
  const byKey = new Map<string, Declaration>();
  for (const request of requests) {
    const base = request.extends === undefined ? undefined : locals.get(request.extends);
    const extendable = request.extends !== undefined && interfaces.has(request.extends);
    if (request.comment !== undefined && base !== undefined) {
      byKey.set(request.key, { name: request.name, text: declareSame(request, base, extendable), mentions: [base] });
      continue;
    }
    const member = members.get(request.key);
    const type = member?.type;
    if (!member || !type) continue;
    const mentions = new Set<string>();
    const edits = referenceEdits(type, file, { locals, texts: others.texts }, mentions, ts);
    const body = reindent(applyEdits(text, type.getStart(file), type.end, edits));
    const comment = (ts.getLeadingCommentRanges(text, member.pos) ?? [])
      .map(({ pos, end }) => `${reindent(text.slice(pos, end))}\n`)
      .join('');
    if (base !== undefined) mentions.add(base);
    const isInterface = interfaces.has(request.key);
    byKey.set(request.key, {
      name: request.name,
      text: comment + declare(request.name.local, body, { isInterface, base, extendable }),
      mentions: [...mentions].filter((mention) => mention !== request.name.local),
    });
  }
  const helpers = file.statements
    .filter(ts.isTypeAliasDeclaration)
    .map((alias) => text.slice(alias.getStart(file), alias.end));
  return { byKey, helpers };
}

/** A name of its own for the same fields. */
function declareSame({ comment, name }: DeclarationRequest, base: string, extendable: boolean): string {
  const declaration = extendable
    ? `export interface ${name.local} extends ${base} {}`
    : `export type ${name.local} = ${base};`;
  return `/** ${comment ?? ''} */\n${declaration}`;
}

function declare(
  name: string,
  body: string,
  how: { readonly isInterface: boolean; readonly base: string | undefined; readonly extendable: boolean },
): string {
  if (how.base === undefined)
    return how.isInterface ? `export interface ${name} ${body}` : `export type ${name} = ${body};`;
  if (how.isInterface && how.extendable) return `export interface ${name} extends ${how.base} ${body}`;
  return `export type ${name} = ${how.base} & ${how.isInterface ? body : `(${body})`};`;
}

/** Comments are part of the text alone: as nodes they would take as long as all the rest. */
function parse(text: string, ts: typeof Compiler): Compiler.SourceFile {
  return ts.createSourceFile('compiled.ts', text, {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
}

/** The members of `components.schemas`; none without any schema, where its type is `never`. */
function schemaMembers(file: Compiler.SourceFile, ts: typeof Compiler): Compiler.PropertySignature[] {
  const [components] = file.statements.filter(ts.isInterfaceDeclaration);
  const [schemas] = components?.members.filter(ts.isPropertySignature) ?? [];
  const type = schemas?.type;
  return type !== undefined && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [];
}

/** Where the type says `components["schemas"]["X"]`, the name of X goes. */
function referenceEdits(
  root: Compiler.Node,
  file: Compiler.SourceFile,
  known: { readonly locals: ReadonlyMap<string, string>; readonly texts: ReadonlyMap<string, string> },
  mentions: Set<string>,
  ts: typeof Compiler,
): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: Compiler.Node): void => {
    const key = ts.isIndexedAccessTypeNode(node) ? referencedKey(node, ts) : undefined;
    if (key === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    const name = known.locals.get(key);
    if (name !== undefined) mentions.add(name);
    edits.push({ start: node.getStart(file), end: node.end, text: name ?? known.texts.get(key) ?? 'unknown' });
  };
  visit(root);
  return edits;
}

function referencedKey(node: Compiler.IndexedAccessTypeNode, ts: typeof Compiler): string | undefined {
  const { indexType, objectType } = node;
  if (!ts.isIndexedAccessTypeNode(objectType) || !ts.isTypeReferenceNode(objectType.objectType)) return undefined;
  const { typeName } = objectType.objectType;
  if (!ts.isIdentifier(typeName) || typeName.text !== 'components') return undefined;
  return ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal) ? indexType.literal.text : undefined;
}

function applyEdits(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let result = '';
  let position = start;
  for (const edit of edits) {
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position, end);
}

/** Members stand eight spaces deep and indent by four; declarations start at the margin and indent by two. */
function reindent(text: string): string {
  return text.replace(/\n( +)/g, (_, spaces: string) => {
    const depth = Math.max(0, spaces.length - 8);
    return `\n${' '.repeat(Math.floor(depth / 4) * 2 + (depth % 4))}`;
  });
}

/** Comments say what a type means in plain sentences: the tags that repeat the type go, `@description` too. */
function tidyComments(compiled: string): string {
  let inside = false;
  const lines: string[] = [];
  for (const line of compiled.split('\n')) {
    const starts = /^\s*\/\*\*/.test(line);
    if (!inside && !starts) {
      lines.push(line);
      continue;
    }
    inside = !line.trimEnd().endsWith('*/');
    const tidy = line.replace(/^(\s*(?:\/\*)?\*) @description /, '$1 ').replace(/^(\s*\*) {5}/, '$1 ');
    if (/^\s*\/\*\* (@enum \{[^}]*\}|@constant|Format: [\w-]+) \*\/$/.test(tidy)) continue;
    if (/^\s*\* (@enum \{[^}]*\}|@constant|Format: (date-time|binary)|discriminator enum property.*)$/.test(tidy))
      continue;
    lines.push(tidy.trimEnd());
  }
  return lines
    .join('\n')
    .replace(/^\s*\/\*\*\n\s*\*\/\n/gm, '')
    .replace(/^( *)\/\*\*\n *\* (.*)\n *\*\/$/gm, '$1/** $2 */');
}

function nameOf(node: Compiler.PropertyName, file: Compiler.SourceFile, ts: typeof Compiler): string {
  return ts.isComputedPropertyName(node) ? node.expression.getText(file) : node.text;
}
