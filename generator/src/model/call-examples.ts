import type { Problem } from '../problems/index.js';
import type { Json, References, Schema } from '../schema/index.js';
import { isObject, isReadOnly, objectShape, schemaTypes } from '../schema/index.js';
import type { BodySource } from './bodies.js';
import { mendExample } from './mend.js';
import type { Body, CallExample, Parameter } from './model.js';
import type { ParameterSource } from './parameters.js';
import { namedExamples } from './replies.js';
import { synthesise } from './synthesise.js';

interface CallSource {
  readonly pointer: string;
  readonly parameters: readonly ParameterSource[];
  readonly body?: BodySource;
}

type Named = ReadonlyMap<string, Json>;

/**
 * The example calls of an operation. The same key under `examples` of its parameters and of its body makes one call;
 * a single `example` belongs to the call `default`. Values that break their schema are mended, with a warning. A call
 * named `complete` is added when the others leave parameters or body fields unused, so that each is tried once.
 */
export function buildExamples(
  source: CallSource,
  references: References,
): { examples: CallExample[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const byParameter = source.parameters.map((entry) => toMap(namedExamples(entry.examples, references)));
  const byBody: Named = source.body ? toMap(namedExamples(source.body.examples, references)) : new Map();
  const titles = new Set([...byParameter.flatMap((values) => [...values.keys()]), ...byBody.keys()]);
  const documented = [...titles].map((title) => buildCall(title, source, byParameter, byBody, references, problems));
  const examples = documented.length > 0 ? documented : [synthesiseCall(source, references, 'required')];
  if (!coversAll(examples, source, references)) examples.push(synthesiseCall(source, references, 'complete'));
  const body = source.body?.body;
  const possible = examples.filter((example) => !body || example.body !== undefined || !needsBody(body, references));
  if (possible.length < examples.length) problems.push(impossibleProblem(body?.pointer ?? source.pointer));
  return { examples: possible, problems };
}

function impossibleProblem(pointer: string): Problem {
  return {
    code: 'example-impossible',
    severity: 'warning',
    message:
      'No value was found that is valid against the schema of this body; calls that need it have no example and no test.',
    pointer,
    hint: 'See whether the schema contradicts itself, or give a valid example.',
  };
}

function buildCall(
  title: string,
  source: CallSource,
  byParameter: readonly Named[],
  byBody: Named,
  references: References,
  problems: Problem[],
): CallExample {
  const mend = (value: Json, schema: Schema, name: string, pointer: string): Json | undefined => {
    const mended = mendExample(value, schema, references, name);
    if (mended.changes.length > 0) problems.push(mendedProblem(title, pointer, mended.changes));
    return mended.value;
  };
  const parameters = source.parameters.flatMap(({ parameter }, index) => {
    const raw = byParameter[index]?.get(title) ?? (parameter.required ? first(byParameter[index]) : undefined);
    const mended = raw === undefined ? undefined : mend(raw, parameter.schema, parameter.name, parameter.pointer);
    const value = mended ?? requiredValue(parameter);
    return value === undefined ? [] : [{ parameter, value }];
  });
  return { title, origin: 'documented', parameters, ...documentedBody() };

  function requiredValue(parameter: Parameter): Json | undefined {
    return parameter.required ? synthesiseValue(parameter, references, 'required') : undefined;
  }

  function documentedBody(): { body?: Json } {
    const body = source.body?.body;
    if (!body) return {};
    const raw = byBody.get(title);
    if (raw === undefined) return needsBody(body, references) ? synthesisedBody(source, references, 'required') : {};
    const value = mend(raw, body.schema, 'body', body.pointer);
    return value === undefined ? synthesisedBody(source, references, 'required') : exampleBody(value, body);
  }
}

function mendedProblem(title: string, pointer: string, changes: readonly string[]): Problem {
  return {
    code: 'example-mended',
    severity: 'warning',
    message: `The example '${title}' does not fit its schema: ${changes.join('; ')}. A valid value is used instead.`,
    pointer,
    hint: 'Correct the example in the description.',
  };
}

function synthesiseCall(source: CallSource, references: References, fill: 'required' | 'complete'): CallExample {
  const parameters = source.parameters.flatMap(({ parameter }) => {
    if (fill === 'required' && !parameter.required) return [];
    const value = synthesiseValue(parameter, references, fill);
    return value === undefined ? [] : [{ parameter, value }];
  });
  const wantsBody = source.body !== undefined && (fill === 'complete' || needsBody(source.body.body, references));
  return {
    title: fill === 'complete' ? 'every parameter' : 'default',
    origin: fill === 'complete' ? 'complete' : 'synthesised',
    parameters,
    ...(wantsBody ? synthesisedBody(source, references, fill) : {}),
  };
}

function synthesiseValue(
  parameter: Parameter,
  references: References,
  fill: 'required' | 'complete',
): Json | undefined {
  const options = { fill, direction: 'request', name: parameter.name } as const;
  // An empty list or object leaves nothing in a query, a header or a cookie: it would be as if it were not given.
  const present = { minItems: 1, minProperties: 1 };
  // Where the schema leaves the type open, a text is what a parameter most surely carries.
  const isOpen = parameter.mediaType === undefined && schemaTypes(parameter.schema, references).length === 0;
  const filled: Schema = { allOf: [parameter.schema, isOpen ? { type: 'string' } : present] };
  return (
    synthesise(filled, resolver(references), { ...options, filledLists: true }) ??
    synthesise(parameter.schema, resolver(references), options) ??
    (parameter.required ? synthesise({ type: 'string' }, resolver(references), options) : undefined)
  );
}

function synthesisedBody(source: CallSource, references: References, fill: 'required' | 'complete'): { body?: Json } {
  if (!source.body) return {};
  const { kind, schema } = source.body.body;
  const options = { fill, direction: 'request', name: 'body' } as const;
  const isPairs = kind === 'form' || kind === 'multipart';
  const filled = isPairs ? synthesise(schema, resolver(references), { ...options, filledLists: true }) : undefined;
  return exampleBody(filled ?? synthesise(schema, resolver(references), options), source.body.body);
}

/** An optional body of no fields, or null, is not sent at all: fields are given beside the parameters. */
function exampleBody(value: Json | undefined, body: Body): { body?: Json } {
  const isEmpty = value === null || (isObject(value) && Object.keys(value).length === 0);
  return value === undefined || (isEmpty && !body.required) ? {} : { body: value };
}

/**
 * Whether a call without the body would be a poor example: a body that demands fields is seldom meant to be left out,
 * although `required` is false by default.
 */
function needsBody(body: Body, references: References): boolean {
  if (body.required) return true;
  const { properties } = objectShape(body.schema, references);
  return properties.some(({ required, schema }) => required && !isReadOnly(schema, references));
}

/** Whether each parameter and each top-level field of the body stands in at least one of the calls. */
function coversAll(examples: readonly CallExample[], source: CallSource, references: References): boolean {
  const used = new Set(examples.flatMap((example) => example.parameters.map((entry) => entry.parameter)));
  if (source.parameters.some(({ parameter }) => !used.has(parameter))) return false;
  if (!source.body) return true;
  const bodies = examples.map((example) => example.body);
  if (bodies.every((body) => body === undefined)) return false;
  const { properties } = objectShape(source.body.body.schema, references);
  return properties.every(
    ({ name, schema }) =>
      isReadOnly(schema, references) || bodies.some((body) => isObject(body) && Object.hasOwn(body, name)),
  );
}

function resolver(references: References): {
  resolve(ref: string): Schema | undefined;
} {
  return references;
}

function first(values: Named | undefined): Json | undefined {
  return values?.values().next().value;
}

function toMap(entries: readonly { name: string; value: Json }[]): Named {
  return new Map(entries.map(({ name, value }) => [name, value]));
}
