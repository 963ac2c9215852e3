import type { Prepared } from '../../generator/src/index.js';
import { type Edit, type Mutant, type OperationNames, stringLiteral } from './mutant.js';

interface PlainSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

type BodyLayout = NonNullable<OperationNames['layout']['body']>;

/**
 * Two mutants per top-level field of the body: its name, and its location (the query). The operation's data does not list these
 * fields (each argument that is not a parameter is one), so the client passes a changed call.
 */
export function bodyFieldMutants(own: OperationNames, body: BodyLayout, model: Prepared['model']): readonly Mutant[] {
  return fieldNames(body, model).flatMap((name) => {
    const subject = `${own.method}, body field ${name}`;
    const isFile = body.body.parts.some((part) => part.name === name && part.kind === 'file');
    const inner = body.kind === 'argument' ? body.argument : undefined;
    return [
      { subject, fault: 'under another name', edits: [rename(own, name, inner)], group: own.method },
      { subject, fault: 'moved to the query', edits: [move(own, name, inner, isFile)], group: own.method },
    ];
  });
}

/** Whether the body is one argument although it is an object: one of its fields has the name of a parameter. */
function fieldNames(body: BodyLayout, model: Prepared['model']): readonly string[] {
  if (body.kind === 'fields') return body.properties.map(({ name }) => name);
  const plain = (schema: unknown): PlainSchema => JSON.parse(JSON.stringify(schema ?? {}));
  const { $ref, properties } = plain(body.body.schema);
  return Object.keys(($ref === undefined ? properties : plain(model.resolve($ref)).properties) ?? {});
}

function rename(own: OperationNames, name: string, inner: string | undefined): Edit {
  const renamed = (fields: string): string =>
    `Object.fromEntries(Object.entries(${fields} ?? {}).map(([key, value]) => ` +
    `[key === ${stringLiteral(name)} ? ${stringLiteral(`${name}_mutated`)} : key, value]))`;
  if (inner === undefined) return callEdit(own, { args: renamed('args') });
  const args = `{ ...args, ${stringLiteral(inner)}: ${renamed(`args?.[${stringLiteral(inner)}]`)} }`;
  return callEdit(own, { args });
}

/** A file cannot be sent in a query: its name is sent instead. */
function move(own: OperationNames, name: string, inner: string | undefined, isFile: boolean): Edit {
  const fields = inner === undefined ? 'args' : `args?.[${stringLiteral(inner)}]`;
  const given = `${fields}?.[${stringLiteral(name)}]`;
  const value = isFile ? `[${given}].flat()[0]?.name` : given;
  const argument = `${name} moved`;
  const parameter = `{ name: ${stringLiteral(name)}, in: 'query', argument: ${stringLiteral(argument)} }`;
  const others = `(operations.${own.constant}.operation.parameters ?? []).filter(({ argument }) => argument !== ${stringLiteral(argument)})`;
  const parameters = `[...${others}, ${parameter}]`;
  const left = `{ ...${fields}, ${stringLiteral(name)}: undefined`;
  const moved = `${stringLiteral(argument)}: ${value}`;
  if (inner === undefined) return callEdit(own, { parameters, args: `${left}, ${moved} }` });
  return callEdit(own, { parameters, args: `{ ...args, ${stringLiteral(inner)}: ${left} }, ${moved} }` });
}

function callEdit({ constant }: OperationNames, changes: HandOver): Edit {
  return { file: 'client.ts', find: handOver(constant), replace: handOver(constant, changes) };
}

interface HandOver {
  readonly parameters?: string;
  readonly args?: string;
  readonly options?: string;
}

/** Where a method calls its operation; first, parameters are added to the operation's data. */
export function handOver(constant: string, { parameters, args = 'args', options = 'options' }: HandOver = {}): string {
  const operation = `operations.${constant}`;
  const changed = `(Object.assign(${operation}.operation, { parameters: ${parameters} }), ${operation})`;
  return `${parameters === undefined ? operation : changed}(this, ${args}, ${options})`;
}
