import type { SchemaObject } from 'openapi-typescript';
import type Compiler from 'typescript';
import type { Json } from '../../schema/index.js';
import { loadOpenapiTypescript, type TransformContext } from '../compilers.js';
import { jsonText } from '../encode.js';
import { commentText } from './comments.js';
import { builtInTypes, fieldName, openKey, type TupleSchema, tupleKeyword, typeKeyword } from './references.js';

/** Creates syntax trees of the schemas of `TypeSchemas`, with openapi-typescript. */
export class TypeCompiler {
  readonly #library = loadOpenapiTypescript();
  readonly #locals: ReadonlyMap<string, string>;
  readonly #context: TransformContext;
  #mentions = new Set<string>();
  #comments: (readonly [property: Compiler.PropertySignature, text: string])[] = [];

  /** @param locals the names of declared types in the file, by key. */
  constructor(locals: ReadonlyMap<string, string>) {
    this.#locals = locals;
    this.#context = {
      ...plainTypes,
      transform: (schema) => this.#reference(schema),
      transformProperty: (property, schema) => this.#property(property, schema),
    };
  }

  /**
   * Returns a schema as a type, with the local names of the types that it uses.
   *
   * @param isSent whether only requests use the type: it is as wide as what can be sent.
   */
  compile(schema: Json, isSent = false) {
    const { ts, transformSchemaObject } = this.#library;
    this.#mentions = new Set();
    this.#comments = [];
    const type = transformSchemaObject(schema, { ctx: this.#context });
    for (const [property, text] of this.#comments) this.comment(property, text);
    const visible = ts.visitNode(type, this.#withVisibleTexts, ts.isTypeNode);
    return { type: isSent ? ts.visitNode(visible, this.#widened, ts.isTypeNode) : visible, mentions: this.#mentions };
  }

  /** Puts a comment before a node, replacing that of openapi-typescript, which repeats the type. */
  comment(node: Compiler.Node, text: string): void {
    const { ts } = this.#library;
    ts.setSyntheticLeadingComments(node, undefined);
    if (text !== '') ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
  }

  /** The type for a reference, or for a tuple. */
  #reference(schema: SchemaObject): Compiler.TypeNode | undefined {
    const key: unknown = schema[typeKeyword];
    const { factory } = this.#library.ts;
    const type = typeof key === 'string' ? this.#typeOf(key) : this.#tuple(schema);
    if (type === undefined) return undefined;
    if (!('type' in schema) || !Array.isArray(schema.type)) return type;
    return factory.createUnionTypeNode([type, factory.createLiteralTypeNode(factory.createNull())]);
  }

  /** Optional elements of a tuple, and further items after them. */
  #tuple(schema: SchemaObject): Compiler.TypeNode | undefined {
    const tuple: TupleSchema | undefined = schema[tupleKeyword];
    if (tuple === undefined) return undefined;
    const { transformSchemaObject, ts } = this.#library;
    const { factory } = ts;
    const typeOf = (part: Json): Compiler.TypeNode => transformSchemaObject(part, { ctx: this.#context });
    const places = tuple.items.map((item, index) => {
      return index < tuple.least ? typeOf(item) : factory.createOptionalTypeNode(typeOf(item));
    });
    if (tuple.rest !== false) places.push(factory.createRestTypeNode(factory.createArrayTypeNode(typeOf(tuple.rest))));
    return factory.createTupleTypeNode(places);
  }

  #typeOf(key: string): Compiler.TypeNode {
    const { factory, SyntaxKind } = this.#library.ts;
    const local = this.#locals.get(key);
    if (local !== undefined) {
      this.#mentions.add(local);
      return factory.createTypeReferenceNode(local);
    }
    if (key === builtInTypes.date) return factory.createTypeReferenceNode('Date');
    if (key === openKey('string')) return this.#anyOther(SyntaxKind.StringKeyword);
    if (key === openKey('number')) return this.#anyOther(SyntaxKind.NumberKeyword);
    return factory.createKeywordTypeNode(SyntaxKind.UnknownKeyword);
  }

  /** `(string & {})`: in a union, plain `string` would hide the known values from completion. */
  #anyOther(kind: Compiler.KeywordTypeSyntaxKind): Compiler.TypeNode {
    const { factory } = this.#library.ts;
    const types = [factory.createKeywordTypeNode(kind), factory.createTypeLiteralNode(undefined)];
    return factory.createParenthesizedType(factory.createIntersectionTypeNode(types));
  }

  #property(property: Compiler.PropertySignature, schema: SchemaObject): Compiler.PropertySignature {
    const { ts, tsPropertyIndex } = this.#library;
    const { modifiers, name, questionToken, type } = property;
    const isPlain = !ts.isStringLiteral(name) || fieldName(name.text) === name.text;
    const named = isPlain
      ? property
      : ts.factory.updatePropertySignature(
          property,
          modifiers,
          tsPropertyIndex(fieldName(name.text)),
          questionToken,
          type,
        );
    this.#comments.push([named, commentText(schema.description ?? '', schema.deprecated === true)]);
    return named;
  }

  /** Strings as our own encoder writes them: openapi-typescript and the printer keep invisible characters. */
  #withVisibleTexts = (node: Compiler.Node): Compiler.Node => {
    const { ts } = this.#library;
    if (ts.isStringLiteral(node)) return ts.factory.createIdentifier(jsonText(node.text));
    if (!ts.isIdentifier(node)) return ts.visitEachChild(node, this.#withVisibleTexts, undefined);
    // A string in an enum is an identifier in quotes.
    return node.text.startsWith('"') ? ts.factory.createIdentifier(jsonText(JSON.parse(node.text))) : node;
  };

  /**
   * What a caller may also send: readonly arrays, `undefined` for optional fields, and for any value also an object whose type is
   * an interface, which has no index signature.
   */
  #widened = (node: Compiler.Node): Compiler.Node => {
    const { ts } = this.#library;
    const { factory, SyntaxKind } = ts;
    const wide = ts.visitEachChild(node, this.#widened, undefined);
    if (ts.isArrayTypeNode(wide) || ts.isTupleTypeNode(wide)) {
      return factory.createTypeOperatorNode(SyntaxKind.ReadonlyKeyword, wide);
    }
    if (ts.isPropertySignature(wide) && wide.questionToken !== undefined && wide.type !== undefined) {
      const type = factory.createUnionTypeNode([
        ...(ts.isUnionTypeNode(wide.type) ? wide.type.types : [wide.type]),
        factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword),
      ]);
      return factory.updatePropertySignature(wide, wide.modifiers, wide.name, wide.questionToken, type);
    }
    if (ts.isIndexSignatureDeclaration(wide) && wide.type.kind === SyntaxKind.UnknownKeyword) {
      const any = factory.createKeywordTypeNode(SyntaxKind.AnyKeyword);
      return factory.updateIndexSignature(wide, wide.modifiers, wide.parameters, any);
    }
    return wide;
  };
}

/** Without enums, markers and helpers of openapi-typescript, whose options are off by default. */
const plainTypes: TransformContext = {
  discriminators: { objects: {}, refsHandled: [] },
  emptyObjectsUnknown: true,
  injectFooter: [],
  resolve: () => undefined,
  silent: true,
};
