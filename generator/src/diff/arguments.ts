import type { Operation } from '../model/model.js';
import type { ArgumentLayout, ParameterArgument } from '../naming/index.js';
import { codeSpan } from '../render/encode.js';
import { objectShape, type Schema, schemaText, templateNames } from '../schema/index.js';
import { pairByLikeness, renamedLikeness } from './likeness.js';
import { pairUp } from './match.js';
import { type OperationPair, placeIn, reportAt } from './pair.js';

/** Compares the parameters of a call, which are in one flat object with the fields of the body. */
export function compareParameters(pair: OperationPair): void {
  const { old, next, method, oldLayout, nextLayout } = pair;
  const { pairs, removed, added } = pairUp(
    oldLayout.parameters,
    nextLayout.parameters,
    (was, is) => was.argument === is.argument,
    // Matched by argument name, also if renamed because of a clash, or by position in the path.
    (was, is) => was.parameter.name === is.parameter.name && was.parameter.in === is.parameter.in,
    (was, is) => pathIndex(was, old) >= 0 && pathIndex(was, old) === pathIndex(is, next),
  );
  // What the body has in both versions, under `body` in one of them, has not moved.
  const [moved, come] = [
    fieldsAmong(removed, nextLayout, fieldsOf(old, pair)),
    fieldsAmong(added, oldLayout, fieldsOf(next, pair)),
  ];
  const renamed = pairByLikeness(
    removed.filter((one) => !moved.has(one)),
    added.filter((one) => !come.has(one)),
    parameterLikeness,
  );
  const all = [...pairs, ...renamed];
  for (const [{ parameter: was, argument }, is] of all) {
    if (argument === is.argument) continue;
    const text = `${codeSpan(argument)} of ${method} is now ${codeSpan(is.argument)}.`;
    reportAt(pair, 'parameter-renamed', [was, is.parameter], text);
  }
  for (const one of removed) {
    const { parameter, argument } = one;
    const field = moved.get(one);
    if (field !== undefined) compareMoved(pair, { ...parameter, argument }, { ...field, pointer: next.body?.pointer });
    else if (!renamed.has(one)) {
      reportAt(pair, 'parameter-removed', [parameter, undefined], `${method} no longer accepts ${codeSpan(argument)}.`);
    }
  }
  for (const [was, is] of all) compareParameter(pair, was, is);
  const known = new Set(renamed.values());
  for (const one of added) {
    const { parameter, argument } = one;
    const field = come.get(one);
    if (field !== undefined) compareMoved(pair, { ...field, pointer: old.body?.pointer }, { ...parameter, argument });
    if (field !== undefined || known.has(one)) continue;
    const [rule, text] = parameter.required
      ? (['required-parameter-added', `${codeSpan(argument)} of ${method} is required.`] as const)
      : (['parameter-added', `${method} takes ${codeSpan(argument)}.`] as const);
    reportAt(pair, rule, [undefined, parameter], text);
  }
}

/** The names of the fields of a body. */
function fieldsOf({ body }: Operation, { old, schemas }: OperationPair): ReadonlySet<string> {
  const resolver = body === old.body ? schemas.old : schemas.next;
  return new Set(body === undefined ? [] : objectShape(body.schema, resolver).properties.map(({ name }) => name));
}

/** The fields of a body that have the names of some parameters, and that the body of the other version does not have. */
function fieldsAmong(parameters: readonly ParameterArgument[], { body }: ArgumentLayout, others: ReadonlySet<string>) {
  const own = body?.kind === 'fields' ? body.properties.filter(({ name }) => !others.has(name)) : [];
  const fields = new Map(own.map((field) => [field.name, field]));
  return new Map(
    parameters.flatMap((one) => {
      const field = fields.get(one.argument);
      return field === undefined ? [] : [[one, field] as const];
    }),
  );
}

/**
 * Likelihood that a parameter was renamed to another one: it has the same meaning, and the same description or a similar name.
 */
function parameterLikeness({ parameter: was }: ParameterArgument, { parameter: is }: ParameterArgument): number {
  if (was.in !== is.in || schemaText(was.schema) !== schemaText(is.schema)) return -1;
  return renamedLikeness(was, is);
}

/** An argument that is sent in the body in one version and separately in the other. */
interface Argument {
  readonly schema: Schema;
  readonly required: boolean;
  readonly pointer: string | undefined;
  readonly argument?: string;
  readonly name: string;
  readonly in?: string;
}

function compareMoved(pair: OperationPair, was: Argument, is: Argument): void {
  const name = codeSpan(is.argument ?? is.name);
  const parts = [
    { pointer: was.pointer ?? pair.old.pointer, schema: was.schema },
    { pointer: is.pointer ?? pair.next.pointer, schema: is.schema },
  ] as const;
  const text = `${name} of ${pair.method} is sent in the ${is.in ?? 'body'}, was in the ${was.in ?? 'body'}.`;
  reportAt(pair, 'parameter-moved', parts, text, was.argument ?? was.name);
  compareNeed(pair, was, is, is.argument ?? is.name);
  pair.schemas.compare(was.schema, is.schema, placeIn(pair, name, ...parts, 'request'));
}

/** Compares whether an argument is required. */
function compareNeed(pair: OperationPair, was: Argument, is: Argument, name: string): void {
  const parts = [was, is].map(({ pointer = pair.next.pointer }) => ({ pointer }));
  const text = `${codeSpan(name)} of ${pair.method}`;
  if (!was.required && is.required)
    reportAt(pair, 'parameter-became-required', [parts[0], parts[1]], `${text} is required.`, name);
  if (was.required && !is.required)
    reportAt(pair, 'parameter-became-optional', [parts[0], parts[1]], `${text} is optional.`);
}

/** The position of a parameter in the path; negative for other parameters. */
function pathIndex({ parameter }: ParameterArgument, { path }: Operation): number {
  return parameter.in === 'path' ? templateNames(path).indexOf(parameter.name) : -1;
}

function compareParameter(
  pair: OperationPair,
  { parameter: was }: ParameterArgument,
  { parameter: is, argument }: ParameterArgument,
): void {
  const name = `${codeSpan(argument)} of ${pair.method}`;
  compareNeed(pair, was, is, argument);
  if (was.in !== is.in) {
    const text = `${name} is sent in the ${is.in}, was in the ${was.in}.`;
    reportAt(pair, 'parameter-moved', [was, is], text);
  } else if ((['style', 'explode', 'allowReserved', 'mediaType'] as const).some((key) => was[key] !== is[key])) {
    reportAt(pair, 'parameter-serialized', [was, is], `${name} is serialized in another style.`);
  }
  if (is.deprecated && !was.deprecated) reportAt(pair, 'property-deprecated', [was, is], `${name} is deprecated.`);
  pair.schemas.compare(was.schema, is.schema, placeIn(pair, codeSpan(argument), was, is, 'request'));
}
