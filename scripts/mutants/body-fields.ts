import type { ArgumentLayout, OperationNames } from '../../generator/src/naming/index.js';
import { propertyKey, stringLiteral } from '../../generator/src/render/encode.js';
import { objectShape, type Resolver } from '../../generator/src/schema/index.js';
import type { Edit, Mutant } from './mutant.js';

type BodyLayout = NonNullable<ArgumentLayout['body']>;

/**
 * Two mutants a top-level field of the body: its name, and its place (the query). The operation's data does not list
 * such fields (each argument that is no parameter is one), so the change is made where the client hands over the call.
 */
export function bodyFieldMutants(own: OperationNames, body: BodyLayout, resolver: Resolver): readonly Mutant[] {
  return objectShape(body.body.schema, resolver).properties.flatMap(({ name }) => {
    const subject = `${own.method}, body field ${name}`;
    const isFile = body.body.parts.some((part) => part.name === name && part.kind === 'file');
    const inner = body.kind === 'argument' ? body.argument : undefined;
    return [
      { subject, fault: 'under another name', edits: [rename(own, name, inner)], group: own.method },
      { subject, fault: 'moved to the query', edits: [move(own, name, inner, isFile)], group: own.method },
    ];
  });
}

function rename(own: OperationNames, name: string, inner: string | undefined): Edit {
  const renamed = (fields: string): string =>
    `Object.fromEntries(Object.entries(${fields} ?? {}).map(([key, value]) => ` +
    `[key === ${stringLiteral(name)} ? ${stringLiteral(`${name}_mutated`)} : key, value]))`;
  const operation = `operations.${own.constant}`;
  if (inner === undefined) return callEdit(own, operation, renamed('args'));
  return callEdit(own, operation, `{ ...args, ${propertyKey(inner)}: ${renamed(`args?.[${stringLiteral(inner)}]`)} }`);
}

/** A file cannot stand in a query: its name goes there in its stead. */
function move(own: OperationNames, name: string, inner: string | undefined, isFile: boolean): Edit {
  const fields = inner === undefined ? 'args' : `args?.[${stringLiteral(inner)}]`;
  const given = `${fields}?.[${stringLiteral(name)}]`;
  const value = isFile ? `[${given}].flat()[0]?.name` : given;
  const argument = `${name} moved`;
  const parameter = `{ name: ${stringLiteral(name)}, in: 'query', argument: ${stringLiteral(argument)} }`;
  const operation = `{ ...operations.${own.constant}, parameters: [...(operations.${own.constant}.parameters ?? []), ${parameter}] }`;
  const left = `{ ...${fields}, ${propertyKey(name)}: undefined`;
  const moved = `${stringLiteral(argument)}: ${value}`;
  if (inner === undefined) return callEdit(own, operation, `${left}, ${moved} }`);
  return callEdit(own, operation, `{ ...args, ${propertyKey(inner)}: ${left} }, ${moved} }`);
}

function callEdit(own: OperationNames, operation: string, args: string): Edit {
  return { file: 'client.js', find: `operations.${own.constant}, args`, replace: `${operation}, ${args}` };
}
