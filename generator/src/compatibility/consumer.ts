import { matchOperations, reachIn, type Version } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import { choosableServers } from '../model/servers.js';
import { stringLiteral } from '../render/encode.js';
import type { Affected, Steps, TypeShape } from './shapes.js';

/** One version of the packages: its inputs, and its sources by path below the package, such as `src/client.ts`. */
export interface Side extends Version {
  readonly types: ReadonlyMap<string, string>;
  readonly client: ReadonlyMap<string, string>;
  /** The documented calls, as statements. */
  readonly examples: readonly {
    readonly operation: Operation;
    readonly examples: readonly { readonly call: string }[];
  }[];
}

/** The subject of a line of the consumer: an operation by its id, a type by its exported name, or the client's options. */
export type Subject =
  | { readonly kind: 'operation'; readonly id: string }
  /** `through`: the named types of the fields in the line, and those that declare them. */
  | { readonly kind: 'type'; readonly name: string; readonly through?: readonly string[] }
  | { readonly kind: 'options' };

/**
 * The imports and helpers of the consumer. `Plain` is the type of arguments: objects written inline, without named interfaces,
 * except opaque ones. `Known`: the named fields of an object.
 */
function head(old: Side, next: Side): string {
  return `
import type { ${old.names.className} as OldClient, ${old.names.className}Options as OldOptions } from './old/index.js';
import type { ${next.names.className} as NewClient, ${next.names.className}Options as NewOptions } from './next/index.js';
import type * as operations from './next/operations.js';
import * as client from './next/index.js';
import type * as Old from ${stringLiteral(`./old/node_modules/${old.names.typesPackage}/index.js`)};
import type * as New from ${stringLiteral(`./next/node_modules/${next.names.typesPackage}/index.js`)};
type Described = Exclude<keyof OldOptions, 'hooks' | 'logger' | 'fetch' | 'headers' | 'retry'>;
type Opaque = Date | Blob | ArrayBuffer | ArrayBufferView | ReadableStream | AsyncIterable<unknown>;
type Plain<T> = T extends Opaque ? T : T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;
type Inner<T> = T extends readonly (infer One)[] ? Inner<NonNullable<One>> : NonNullable<T>;
type Known<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: true };
type Item<Call> = Call extends AsyncIterable<infer One> ? One : 'no pages';`;
}

/**
 * Writes a program that a user of the old version could have written, for what is affected of the new one: it makes every
 * documented call, calls every operation with the old arguments, as a method and as a function, assigns every response to the old
 * type, iterates over the old items, writes every object of a request field by field, reads every field of a response (also of
 * the current type of a field if it is named), imports every type and sets every option. Removed or renamed methods are called by
 * their old names. Functions have a written result type: the compiler would take longer to find it.
 *
 * @param shapes Of the types whose declarations differ; fields of other types are unchanged.
 * @returns the text, and the subject of each line (zero-based).
 */
export function writeConsumer(
  old: Side,
  next: Side,
  shapes: ReadonlyMap<string, TypeShape>,
  affected: Affected,
  isSkipped: (subject: Subject) => boolean,
) {
  const lines = head(old, next).split('\n');
  const subjects = new Map<number, Subject>();
  const add = (subject: Subject, code: string): void => {
    if (isSkipped(subject)) return;
    for (const line of code.split('\n')) {
      subjects.set(lines.length, subject);
      lines.push(line);
    }
  };
  const types = stringLiteral(`./next/node_modules/${next.names.typesPackage}/index.js`);
  const partners = new Map(matchOperations(old.model, next.model).pairs.map(([was, is]) => [was, is.id]));
  const calls = new Map(old.examples.map(({ operation, examples }) => [operation, examples.map(({ call }) => call)]));
  for (const operation of old.model.operations) {
    const { method, constant, arguments: args } = old.names.operation(operation);
    if (!affected.operation(method, constant)) continue;
    const key = stringLiteral(method);
    const subject: Subject = { kind: 'operation', id: partners.get(operation) ?? operation.id };
    for (const code of calls.get(operation) ?? []) {
      add(subject, `export const example${lines.length} = async (${old.names.variable}: NewClient) => {\n${code}\n};`);
    }
    const type = args === undefined ? 'undefined' : `Plain<Parameters<OldClient[${key}]>[0]>`;
    const given = `client: NewClient, functions: typeof operations, args: ${type}`;
    add(subject, `export const call${lines.length} = (${given}): unknown => client[${key}](args);`);
    add(subject, `export const function${lines.length} = (${given}): unknown => functions[${key}](client, args);`);
    const reply = `Awaited<ReturnType<NewClient[${key}]>>): Awaited<ReturnType<OldClient[${key}]>>`;
    add(subject, `export const reply${lines.length} = (reply: ${reply} => reply;`);
    const result = (side: string): string => `Inner<Awaited<ReturnType<${side}Client[${key}]>>>`;
    add(subject, `export const fields${lines.length} = (key: Known<${result('Old')}>): keyof ${result('New')} => key;`);
    if (operation.pagination !== undefined) {
      const item = `Item<ReturnType<NewClient[${key}]>>): Item<ReturnType<OldClient[${key}]>>`;
      add(subject, `export const item${lines.length} = (item: ${item} => item;`);
    }
  }
  for (const [name, { written, read }] of shapes) {
    const subject: Subject = { kind: 'type', name };
    add(subject, `export type { ${name} as Type${lines.length} } from ${types};`);
    for (const { steps, declaredIn } of written) {
      const field = stringLiteral(steps.at(-1) ?? '');
      const type = `Partial<NonNullable<${typeAt(`New.${name}`, steps.slice(0, -1))}>>`;
      const line = `export const write${lines.length} = (value: never): ${type} => ({ ${field}: value });`;
      add({ ...subject, through: declaredIn }, line);
    }
    for (const { steps, inner, declaredIn, innerTypes } of read) {
      const access = steps.map((step) => (step === undefined ? '[0]' : `[${stringLiteral(step)}]`)).join('!');
      const about: Subject = { ...subject, through: declaredIn };
      add(about, `export const read${lines.length} = (reply: New.${name}): unknown => reply!${access};`);
      if (inner === undefined) continue;
      const value = (side: string): string => `Inner<${typeAt(`${side}.${name}`, steps)}>`;
      const line = `export const keys${lines.length} = (key: Known<${value('Old')}>): keyof ${value('New')} => key;`;
      add({ ...subject, through: [...declaredIn, inner, ...innerTypes] }, line);
    }
  }
  for (const [name, { through, isReturned }] of receivedTypes(old, next)) {
    // Results are assigned as a whole, but the compiler does not follow deeply nested types to the end.
    if (!(isReturned ? affected.own(name) : affected.type(name))) continue;
    const line = `export const value${lines.length} = (value: New.${name}): Old.${name} => value;`;
    add({ kind: 'type', name, through }, line);
  }
  for (const [key, input] of next.inputTypes) {
    const name = next.names.schema(key)?.exported ?? key;
    if (old.inputTypes.has(key) || !affected.type(name) || reachIn(old.model).of(key).request.size === 0) continue;
    add({ kind: 'type', name }, `export const made${lines.length} = (value: Old.${name}): New.${name} => value;`);
    add({ kind: 'type', name }, `export const sent${lines.length} = (value: New.${name}): New.${input} => value;`);
  }
  // Only operations that differ are in the code, so a server that stays may be missing there.
  const kept = new Set(choosableServers(next.model).map((server) => JSON.stringify(server)));
  for (const server of choosableServers(old.model)) {
    if (kept.has(JSON.stringify(server))) continue;
    const { template, variables } = server;
    const [url, given] = [stringLiteral(template), variables.map(({ name, values }) => [name, values[0]] as const)];
    const text = given.map(([name, value = 'a']) => `${stringLiteral(name)}: ${stringLiteral(value)}`).join(', ');
    add({ kind: 'options' }, `export const server${lines.length} = () => client.serverUrl(${url}, { ${text} });`);
  }
  const options = 'Pick<OldOptions, Described>): Pick<NewOptions, Described>';
  add({ kind: 'options' }, `export const options = (old: ${options} => old;`);
  return { text: `${lines.join('\n')}\n`, subjects };
}

/** Where the types of a version are in the project. */
export function typesFolder({ names }: Side, folder: 'old' | 'next'): string {
  return `/${folder}/node_modules/${names.typesPackage}`;
}

/** A type that is not only sent. */
interface ReceivedType {
  /** The named types in it. */
  readonly through: readonly string[];
  /** Whether it is part of a result; others are parts of errors and events, or unused. */
  readonly isReturned: boolean;
}

/** The types that are not only sent, by name. */
function receivedTypes(old: Side, next: Side): ReadonlyMap<string, ReceivedType> {
  const [before, after] = [old, next].map(({ model, names }) => {
    const reach = reachIn(model);
    const exportedName = (key: string): string => names.schema(key)?.exported ?? key;
    const exportedNames = (keys: ReadonlySet<string>): string[] => [...keys].map(exportedName);
    const results = model.operations.flatMap(({ responses }) =>
      responses.flatMap(({ success, schema }) => (success && schema !== undefined ? [schema] : [])),
    );
    const returned = reach.namesFrom(results);
    const beside = model.operations.flatMap((operation) => {
      const { errors, headers } = names.operation(operation);
      return [errors, headers].flatMap((name): [string, ReceivedType][] =>
        name === undefined ? [] : [[name.exported, { through: [], isReturned: false }]],
      );
    });
    const named = model.schemas.flatMap(({ name, schema }): [string, ReceivedType][] => {
      const isReturned = returned.has(name);
      if (!isReturned && reach.of(name).request.size > 0) return [];
      return [[exportedName(name), { through: exportedNames(reach.namesFrom([schema])), isReturned }]];
    });
    const events = model.webhooks.flatMap((event): [string, ReceivedType][] => {
      const name = names.payload(event);
      return name === undefined
        ? []
        : [[name.exported, { through: exportedNames(reach.namesFrom([event.schema])), isReturned: false }]];
    });
    return [...named, ...beside, ...events];
  });
  const now = new Map(after);
  // Of a type that was part of a result and is only sent now, no call returns a value.
  const kept = (before ?? []).filter(([name, { isReturned }]) => !isReturned || now.has(name));
  return new Map([...kept, ...now]);
}

/** The type of a field, by the steps to it. */
function typeAt(root: string, steps: Steps): string {
  return steps.reduce<string>(
    (type, step) => `NonNullable<${type}>[${step === undefined ? 'number' : stringLiteral(step)}]`,
    root,
  );
}
