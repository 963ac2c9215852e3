import { matchOperations } from '../diff/index.js';
import { stringLiteral } from '../render/encode.js';
import type { TypeShapes } from './shapes.js';
import { entry, type Side } from './sides.js';

/** What a line of the consumer is about: an operation by its id, a type by its exported name, or the client's options. */
export type Subject =
  | { readonly kind: 'operation'; readonly id: string }
  /** `inner`: the named type of the field that the line is about. */
  | { readonly kind: 'type'; readonly name: string; readonly inner?: string }
  | { readonly kind: 'options' };

/** Objects that are values by themselves. */
const OPAQUE = 'Date | Blob | ArrayBuffer | ArrayBufferView | ReadableStream | AsyncIterable<unknown>';

/** A program as a user of the old version could have written it, for the new one: each line tries one thing. */
export interface Consumer {
  readonly text: string;
  /** By zero-based line; absent for lines that are about nothing. */
  readonly subjects: ReadonlyMap<number, Subject>;
}

/**
 * Writes a program that makes every documented call of the old version, calls every operation with the old arguments, takes every reply for the old one, iterates over the
 * old items, writes every object of a request field by field, reads every field of a reply, also of
 * what a field's type is now where it has a name, imports every type and sets every option.
 * A method that is gone or has another name is tried by its old name.
 */
export function writeConsumer(old: Side, next: Side, shapes: TypeShapes): Consumer {
  const lines: string[] = [];
  const subjects = new Map<number, Subject>();
  const add = (subject: Subject | undefined, code: string): void => {
    for (const line of code.split('\n')) {
      if (subject !== undefined) subjects.set(lines.length, subject);
      lines.push(line);
    }
  };
  add(undefined, `import type { ${old.names.className} as OldClient } from ${path('old', 'client')};`);
  add(undefined, `import type { ${next.names.className} as NewClient } from ${path('next', 'client')};`);
  add(undefined, `import type { ${old.names.className}Options as OldOptions } from ${path('old', 'client')};`);
  add(undefined, `import type { ${next.names.className}Options as NewOptions } from ${path('next', 'client')};`);
  add(undefined, `import type * as Old from ${path('old', 'types')};`);
  add(undefined, `import type * as New from ${path('next', 'types')};`);
  add(undefined, "type Described = Exclude<keyof OldOptions, 'hooks' | 'logger' | 'fetch' | 'headers' | 'retry'>;");
  // Arguments are written in place: they have no names, as interfaces have.
  add(
    undefined,
    `type Plain<T> = T extends ${OPAQUE} ? T : T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;`,
  );
  add(undefined, 'type Inner<T> = T extends readonly (infer One)[] ? Inner<NonNullable<One>> : NonNullable<T>;');
  // The fields that have a name of their own, and not just any.
  add(undefined, 'type Known<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: true };');
  add(undefined, "type Item<Call> = Call extends AsyncIterable<infer One> ? One : 'no pages';");

  const partners = new Map(matchOperations(old.model, next.model).pairs.map(([was, is]) => [was, is.id]));
  const calls = new Map(old.examples.map(({ operation, examples }) => [operation, examples.map(({ call }) => call)]));
  for (const operation of old.model.operations) {
    const { method, arguments: args } = old.names.operation(operation);
    const key = stringLiteral(method);
    const subject: Subject = { kind: 'operation', id: partners.get(operation) ?? operation.id };
    for (const code of calls.get(operation) ?? []) {
      add(subject, `export const example${lines.length} = async (${old.names.variable}: NewClient) => {\n${code}\n};`);
    }
    if (args === undefined) add(subject, `export const call${lines.length} = (client: NewClient) => client[${key}]();`);
    else {
      const type = `Plain<Parameters<OldClient[${key}]>[0]>`;
      add(subject, `export const call${lines.length} = (client: NewClient, args: ${type}) => client[${key}](args);`);
    }
    const reply = `Awaited<ReturnType<NewClient[${key}]>>): Awaited<ReturnType<OldClient[${key}]>>`;
    add(subject, `export const reply${lines.length} = (reply: ${reply} => reply;`);
    const fields = (side: string): string => `Known<Inner<Awaited<ReturnType<${side}Client[${key}]>>>>`;
    add(subject, `export const fields${lines.length} = (key: ${fields('Old')}): ${fields('New')} => key;`);
    if (operation.pagination !== undefined) {
      const item = `Item<ReturnType<NewClient[${key}]>>): Item<ReturnType<OldClient[${key}]>>`;
      add(subject, `export const item${lines.length} = (item: ${item} => item;`);
    }
  }
  for (const [name, { written, read, named, isGeneric, isNullable }] of shapes) {
    const subject: Subject = { kind: 'type', name };
    add(subject, `export type { ${name} as Type${lines.length} } from ${path('next', 'types')};`);
    if (isGeneric) continue;
    if (written !== undefined) {
      const fields = written.map((field) => `${stringLiteral(field)}: value`).join(', ');
      add(subject, `export const write${lines.length} = (value: never): Partial<New.${name}> => ({ ${fields} });`);
    }
    for (const { steps, inner } of named ?? []) {
      const keys = (side: string): string => `Known<Inner<${typeAt(`${side}.${name}`, steps)}>>`;
      const line = `export const keys${lines.length} = (key: ${keys('Old')}): ${keys('New')} => key;`;
      add({ ...subject, inner }, line);
    }
    for (const steps of read ?? []) {
      const access = steps.map((step) => (step === undefined ? '[0]' : `[${stringLiteral(step)}]`)).join('!');
      add(
        subject,
        `export const read${lines.length} = (reply: New.${name}) => reply${isNullable ? '!' : ''}${access};`,
      );
    }
  }
  add(
    { kind: 'options' },
    `export const options = (old: Pick<OldOptions, Described>): Pick<NewOptions, Described> => old;`,
  );
  return { text: `${lines.join('\n')}\n`, subjects };
}

/** The type of a field, by the steps to it. */
function typeAt(root: string, steps: readonly (string | undefined)[]): string {
  return steps.reduce<string>(
    (type, step) => `NonNullable<${type}>[${step === undefined ? 'number' : stringLiteral(step)}]`,
    root,
  );
}

function path(side: 'old' | 'next', kind: 'types' | 'client'): string {
  return stringLiteral(entry(side, kind).replace(/\.ts$/, '.js'));
}
