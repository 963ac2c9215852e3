import type { Json, JsonObject } from '../../src/schema/index.js';

export const outputs = ['types', 'client', 'mock', 'docs', 'diff'] as const;
export type Output = (typeof outputs)[number];

/** One keyword or field of a specification: a small document with it, and the results. */
export interface Row {
  /** Such as `Schema Object: lists`: the heading above it in the page. */
  readonly object: string;
  /** The keyword or field, and after a comma what is special about it. */
  readonly name: string;
  readonly openapi: '3.0' | '3.1';
  readonly document: JsonObject;
  /** The tokens of the pointer to the keyword: `diff` compares with the document without it. */
  readonly at: readonly string[];
  readonly expected: Expected;
}

export interface Expected {
  /** The outputs that support it, each proved by one of the checks below. In all others it changes nothing. */
  readonly yes?: string;
  /** The outputs that cannot support it, which a warning reports. */
  readonly warns?: string;
  /** All problems, as `severity code pointer`. With an error nothing is generated. */
  readonly problems?: readonly string[];
  /** Values that the schema accepts: each fits the type and is accepted by the mock. */
  readonly valid?: readonly Json[];
  /** Values that it rejects: none fits the type if `types` is supported, and the mock rejects each if `mock` is. */
  readonly invalid?: readonly Json[];
  /** Set if the values are in the form that is sent, such as the text of a date, and the type is another one. */
  readonly isWire?: true;
  /** Texts in what is generated, each with one space for any blanks. */
  readonly types?: readonly string[];
  readonly client?: readonly string[];
  readonly docs?: readonly string[];
  /** Requests as `METHOD target`, with their headers and body, and the status of the mock's response. */
  readonly mock?: readonly (readonly [request: string, status: number, sent?: Sent])[];
  /** The rules that a comparison with the document without the keyword reports. */
  readonly diff?: readonly string[];
  /** A note for the reader. */
  readonly note?: string;
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Level = 'yes' | 'warns' | 'refused' | '–';

/** What the page shows for each output. */
export function levelsOf({ expected }: Row): Readonly<Record<Output, Level>> {
  const { yes = '', warns = '', problems = [] } = expected;
  const levelOf = (output: Output): Level => {
    if (problems.some((problem) => problem.startsWith('error'))) return 'refused';
    if (yes.split(' ').includes(output)) return 'yes';
    return warns.split(' ').includes(output) ? 'warns' : '–';
  };
  return {
    types: levelOf('types'),
    client: levelOf('client'),
    mock: levelOf('mock'),
    docs: levelOf('docs'),
    diff: levelOf('diff'),
  };
}

const info = { title: 'Things', version: '1' };
const versions = { '3.0': '3.0.3', '3.1': '3.1.0' } as const;

/** The name of a row's packages, unique among all rows. */
export function slugOf(row: Row, index: number): string {
  const words = `${row.name} ${row.openapi}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `r${index}-${words.join('-')}`.slice(0, 40).replace(/-$/, '');
}

interface SchemaOptions extends Expected {
  readonly openapi?: '3.0' | '3.1';
  /** The place of the keyword in the schema, where that is not its name. */
  readonly at?: readonly string[];
  /** Named schemas that it refers to. */
  readonly schemas?: JsonObject;
}

/** Rows about schemas: the field `value` in the body of one operation and in the response of another has the schema. */
export function schemas(object: string): (name: string, schema: Json, options: SchemaOptions) => Row {
  return (name, schema, { openapi = '3.1', at = [name.split(',')[0] ?? ''], schemas: more = {}, ...expected }) => {
    const holder = {
      type: 'object',
      required: ['value'],
      properties: { value: { $ref: '#/components/schemas/Value' } },
    };
    const content = { 'application/json': { schema: holder } };
    const paths = {
      '/value': {
        get: { operationId: 'getValue', responses: { 200: { description: 'It.', content } } },
        post: {
          operationId: 'sendValue',
          requestBody: { required: true, content },
          responses: { 204: { description: 'Taken.' } },
        },
      },
    };
    const components = { schemas: { Value: schema, ...more } };
    return {
      object,
      name,
      openapi,
      document: { openapi: versions[openapi], info, paths, components },
      at: ['components', 'schemas', 'Value', ...at],
      expected,
    };
  };
}

interface DocumentOptions extends Expected {
  readonly openapi?: '3.0' | '3.1';
  readonly at: readonly string[];
}

/** Rows about any other object: fields of a whole document, in which `info` and `openapi` may be omitted. */
export function documents(object: string): (name: string, document: JsonObject, options: DocumentOptions) => Row {
  return (name, document, { openapi = '3.1', at, ...expected }) => {
    return { object, name, openapi, document: { openapi: versions[openapi], info, ...document }, at, expected };
  };
}

/** Rows about an operation: by default `GET /things`, with a response without a body. */
export function operations(
  object: string,
): (
  name: string,
  operation: JsonObject,
  options: DocumentOptions & { readonly on?: string; readonly rest?: JsonObject },
) => Row {
  const row = documents(object);
  return (name, operation, { on = 'get /things', rest = {}, at, ...options }) => {
    const [method = '', path = ''] = on.split(' ');
    const whole = { operationId: 'callIt', responses: { 204: { description: 'Done.' } }, ...operation };
    const paths = { [path]: { [method]: whole } };
    return row(
      name,
      { paths, ...rest },
      { ...options, at: at[0] === '' ? at.slice(1) : ['paths', path, method, ...at] },
    );
  };
}
