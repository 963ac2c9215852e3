import { Node, type Type, type TypeNode } from 'ts-morph';
import type { Version } from '../diff/index.js';
import type { Webhook } from '../model/model.js';
import { errorResponses } from '../model/results.js';
import { capitalize } from '../naming/index.js';
import { parsePointer } from '../schema/index.js';
import type { Packages } from './packages.js';
import { partsOf } from './syntax.js';

/** A type of the packages with the declaration that it belongs to. */
export interface TypePlace {
  /** A field, or an exported type. */
  readonly declaration: Node;
  readonly type: Type;
  /** The type node, if the type is written in a declaration. */
  readonly written: TypeNode | undefined;
}

/** The location of a part of the document in the types: an exported type, and the fields down from it. */
interface Root {
  readonly pointer: string;
  readonly type: string | undefined;
  readonly fields: readonly string[];
}

/** Finds the declarations of the packages for a place in the document that they were generated from. */
export class Pointers {
  readonly #packages: Packages;
  readonly #roots: readonly Root[];

  constructor(version: Version, packages: Packages) {
    this.#packages = packages;
    this.#roots = rootsOf(version);
  }

  placesOf(pointer: string): readonly TypePlace[] {
    return this.#roots
      .filter((root) => pointer === root.pointer || pointer.startsWith(`${root.pointer}/`))
      .flatMap((root) => {
        const start = this.fieldsOf(root.type, root.fields);
        return walk(start, parsePointer(pointer.slice(root.pointer.length)) ?? []);
      });
  }

  /** The field at a path of names below an exported type; without names the type itself. */
  fieldsOf(typeName: string | undefined, fields: readonly string[]): readonly TypePlace[] {
    const start = this.#packages.exported(typeName).map((declaration) => ({
      declaration,
      type: declaration.getType(),
      written: Node.isTypeAliasDeclaration(declaration) ? declaration.getTypeNode() : undefined,
    }));
    return fields.reduce<readonly TypePlace[]>(
      (places, name) => places.flatMap((place) => fieldOf(place, name)),
      start,
    );
  }
}

function rootsOf({ model, names, inputTypes }: Version): Root[] {
  const schemas = model.schemas.flatMap(({ name: key, pointer }) =>
    [names.schema(key)?.exported, inputTypes.get(key)].map((type) => ({ pointer, type, fields: [] })),
  );
  const operations = model.operations.flatMap((operation): Root[] => {
    const { arguments: args, response, errors, layout } = names.operation(operation);
    const roots: Root[] = [];
    const note = (type: string | undefined, pointer: string, fields: readonly string[]): void => {
      roots.push({ pointer, type, fields });
    };
    for (const { parameter, argument } of layout.parameters) note(args?.exported, parameter.pointer, [argument]);
    const { body } = layout;
    if (body !== undefined) note(args?.exported, body.body.pointer, body.kind === 'argument' ? [body.argument] : []);
    const failing = new Set(errorResponses(operation));
    for (const reply of operation.responses) {
      if (failing.has(reply)) note(errors?.exported, reply.pointer, [reply.status]);
      else note(response?.exported, reply.pointer, []);
    }
    return roots;
  });
  const events = model.webhooks.map(({ kind, event, pointer }) => ({ pointer, type: listOf(kind), fields: [event] }));
  return [...schemas, ...operations, ...events];
}

/** The exported type of the payloads of webhooks or callbacks. */
export function listOf(kind: Webhook['kind']): string {
  return `${capitalize(kind)}Payloads`;
}

/** Follows the tokens of a pointer below a schema, a parameter, a body or a response. */
function walk(start: readonly TypePlace[], tokens: readonly string[]): readonly TypePlace[] {
  let places = start;
  for (let index = 0; index < tokens.length; index += 1) {
    const [token = '', next = ''] = tokens.slice(index);
    if (token === 'schema' || token === 'requestBody') continue;
    if (token === 'items') places = places.flatMap(itemsOf);
    else if (token === 'additionalProperties')
      places = places.flatMap((place) => inside(place, (part) => part.getStringIndexType()));
    else {
      index += 1;
      if (token === 'properties' || token.startsWith('x-')) places = places.flatMap((place) => fieldOf(place, next));
      else if (token === 'prefixItems')
        places = places.flatMap((place) => inside(place, (part) => part.getTupleElements()[Number(next)]));
      else if (token === 'patternProperties')
        places = places.flatMap((place) => inside(place, (part) => part.getStringIndexType()));
      else if (token === 'oneOf' || token === 'anyOf') places = places.map((place) => memberOf(place, Number(next)));
    }
  }
  return places;
}

function fieldOf({ type }: TypePlace, name: string): TypePlace[] {
  const declarations = partsOf(type).flatMap((part) => part.getProperty(name)?.getDeclarations() ?? []);
  return [...new Set(declarations)].map((declaration) => ({
    declaration,
    type: declaration.getType(),
    written: Node.isPropertySignature(declaration) ? declaration.getTypeNode() : undefined,
  }));
}

function itemsOf(place: TypePlace): TypePlace[] {
  const written = unwrapped(place.written).find(Node.isArrayTypeNode)?.getElementTypeNode();
  return inside(place, (part) => part.getArrayElementType(), written);
}

/** The types in a type, by a function of its alternatives. */
function inside(
  { declaration, type }: TypePlace,
  innerOf: (part: Type) => Type | undefined,
  written?: TypeNode,
): TypePlace[] {
  return partsOf(type)
    .flatMap((part) => innerOf(part) ?? [])
    .map((inner) => ({ declaration, type: inner, written }));
}

/** One alternative of a union, if the union is written in place; otherwise all. */
function memberOf(place: TypePlace, index: number): TypePlace {
  const member = unwrapped(place.written)[index];
  return member === undefined ? place : { ...place, type: member.getType(), written: member };
}

/** The alternatives of a type as written, without null. */
function unwrapped(node: TypeNode | undefined): readonly TypeNode[] {
  if (node === undefined) return [];
  if (Node.isParenthesizedTypeNode(node)) return unwrapped(node.getTypeNode());
  if (!Node.isUnionTypeNode(node)) return [node];
  const members = node.getTypeNodes().filter((member) => !['null', 'undefined'].includes(member.getText()));
  return members.length === 1 ? unwrapped(members[0]) : members;
}
