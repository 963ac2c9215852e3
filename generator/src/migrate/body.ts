import { Node, type ObjectLiteralElementLike, type ObjectLiteralExpression } from 'ts-morph';
import { fieldDeclarations, plainName } from '../impact/index.js';
import { type Edit, type Rewrite, replace } from './edit.js';

/** The arguments that belong to the body, and the body's name if it is one argument. */
export interface BodyMove {
  readonly argument: string;
  /** Whether the fields are moved into the body argument, or out of it. */
  readonly into: boolean;
  readonly fields: ReadonlySet<string>;
}

/** Moves the arguments of a call that belong to the body. */
export function moveBody(name: Node, move: BodyMove): Rewrite {
  const callee = Node.isPropertyAccessExpression(name.getParent()) ? name.getParent() : name;
  const call = callee?.getParent();
  const literal = Node.isCallExpression(call) ? call.getArguments().find((one) => isOf(one, move)) : undefined;
  if (!Node.isObjectLiteralExpression(literal))
    return { reason: 'The arguments are not an object literal in the call.' };
  if (!move.into) return unwrapBody(literal, move.argument);
  const properties = literal.getProperties();
  const own = properties.filter((one) => move.fields.has(nameOf(one) ?? ''));
  if (properties.some(Node.isSpreadAssignment)) return { reason: 'Spread arguments may belong to the body.' };
  if (properties.some((one) => nameOf(one) === undefined)) return { reason: COMPUTED };
  const [first, ...others] = own;
  if (first === undefined) return { edits: [] };
  const last = others.at(-1) ?? first;
  const file = literal.getSourceFile();
  const between = properties
    .slice(properties.indexOf(first), properties.indexOf(last) + 1)
    .filter((one) => !own.includes(one));
  // Parameters between the fields are moved in front of them.
  const before = between.map((one) => `${one.getText()}, `).join('');
  const insert = (at: number, text: string): Edit => ({ file, start: at, end: at, text });
  return {
    edits: [
      insert(first.getStart(), `${before}${move.argument}: { `),
      ...between.map((one) => removed(one, properties)),
      insert(last.getEnd(), ' }'),
    ],
  };
}

/** Whether an object is the first argument of a call, not its options. */
function isOf(argument: Node, { argument: name, fields }: BodyMove): boolean {
  const type = Node.isObjectLiteralExpression(argument) ? argument.getContextualType() : undefined;
  return type !== undefined && [...fields, name].some((one) => fieldDeclarations(type, one).length > 0);
}

const COMPUTED = 'The name of an argument is computed: it may belong to the body.';

/** The name of an argument at run time; undefined if it is not known. */
function nameOf(property: ObjectLiteralElementLike): string | undefined {
  return Node.isSpreadAssignment(property) ? undefined : plainName(property.getNameNode());
}

function unwrapBody(literal: ObjectLiteralExpression, argument: string): Rewrite {
  const properties = literal.getProperties();
  const property = properties.find((one) => nameOf(one) === argument);
  if (property === undefined && properties.some((one) => nameOf(one) === undefined))
    return { reason: 'Spread arguments, or one with a computed name, may be the body.' };
  if (Node.isShorthandPropertyAssignment(property)) return { edits: [replace(property, `...${argument}`)] };
  const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  if (property === undefined || value === undefined) return { edits: [] };
  const file = literal.getSourceFile();
  const cut = (start: number, end: number, text = ''): Edit => ({ file, start, end, text });
  const last = Node.isObjectLiteralExpression(value) ? value.getProperties().at(-1) : undefined;
  if (last === undefined) return { edits: [cut(property.getStart(), value.getStart(), '...')] };
  const text = file.getFullText();
  const open = value.getStart() + 1;
  const space = /^\s*/.exec(text.slice(open))?.[0].length ?? 0;
  const rest = text.slice(last.getEnd(), value.getEnd() - 1).replace(/^\s*,/, '');
  // The comma is inserted before a comment after the last field.
  const comma = /^\s*,/.exec(text.slice(property.getEnd()))?.[0] ?? '';
  const isLastInLine = /^[ \t]*\r?\n/.test(text.slice(property.getEnd() + comma.length));
  const kept = rest.includes('//') && !isLastInLine ? rest.replace(/[ \t]*$/, '') : rest.trimEnd();
  return {
    edits: [
      cut(property.getStart(), open + space),
      cut(last.getEnd(), property.getEnd() + comma.length, `${comma === '' ? '' : ','}${kept}`),
    ],
  };
}

function removed(property: ObjectLiteralElementLike, all: readonly ObjectLiteralElementLike[]): Edit {
  const next = all[all.indexOf(property) + 1];
  return {
    file: property.getSourceFile(),
    start: property.getStart(),
    end: next?.getStart() ?? property.getEnd(),
    text: '',
  };
}
