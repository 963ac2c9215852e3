import type { Operation } from '../model/model.js';
import type { ArgumentLayout, ParameterArgument } from '../naming/index.js';
import { codeSpan } from '../render/encode.js';
import { pairUp } from './match.js';
import { type OperationPair, placeIn, reportAt } from './pair.js';

/** Compares the parameters that a call takes, which callers write in one flat object with the fields of the body. */
export function compareParameters(pair: OperationPair): void {
  const { old, next, method, oldLayout, nextLayout } = pair;
  const { pairs, removed, added } = pairUp(
    oldLayout.parameters,
    nextLayout.parameters,
    (was, is) => was.argument === is.argument,
    // Under the name that a clash made necessary, or at the same place of the path.
    (was, is) => was.parameter.name === is.parameter.name && was.parameter.in === is.parameter.in,
    (was, is) => pathIndex(was, old) >= 0 && pathIndex(was, old) === pathIndex(is, next),
  );
  for (const [{ parameter: was, argument }, is] of pairs) {
    if (argument === is.argument) continue;
    const text = `${codeSpan(argument)} of ${method} is now ${codeSpan(is.argument)}.`;
    reportAt(pair, 'parameter-renamed', [was, is.parameter], text);
  }
  for (const { parameter, argument } of removed) {
    const name = codeSpan(argument);
    if (isField(nextLayout, argument)) {
      reportAt(pair, 'parameter-moved', [parameter, next.body], `${method} sends ${name} in the body.`);
    } else reportAt(pair, 'parameter-removed', [parameter, undefined], `${method} no longer takes ${name}.`);
  }
  for (const [was, is] of pairs) compareParameter(pair, was, is);
  for (const { parameter, argument } of added) {
    if (isField(oldLayout, argument)) continue;
    const [rule, verb] = parameter.required
      ? (['required-parameter-added', 'must be given'] as const)
      : (['parameter-added', 'takes'] as const);
    reportAt(pair, rule, [undefined, parameter], `${method} ${verb} ${codeSpan(argument)}.`);
  }
}

function isField({ body }: ArgumentLayout, name: string): boolean {
  return body?.kind === 'fields' && body.properties.some((property) => property.name === name);
}

/** Which of the parameters in the path it is; negative for others. */
function pathIndex({ parameter }: ParameterArgument, { path }: Operation): number {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return parameter.in === 'path' ? names.indexOf(parameter.name) : -1;
}

function compareParameter(
  pair: OperationPair,
  { parameter: was }: ParameterArgument,
  { parameter: is, argument }: ParameterArgument,
): void {
  const name = `${codeSpan(argument)} of ${pair.method}`;
  if (!was.required && is.required) reportAt(pair, 'parameter-became-required', [was, is], `${name} must be given.`);
  if (was.required && !is.required) reportAt(pair, 'parameter-became-optional', [was, is], `${name} may be left out.`);
  if (was.in !== is.in) {
    reportAt(pair, 'parameter-moved', [was, is], `${name} is sent in the ${is.in}, was in the ${was.in}.`);
  } else if ((['style', 'explode', 'allowReserved', 'mediaType'] as const).some((key) => was[key] !== is[key])) {
    reportAt(pair, 'parameter-serialized', [was, is], `${name} is written in another style.`);
  }
  if (is.deprecated && !was.deprecated) reportAt(pair, 'property-deprecated', [was, is], `${name} is deprecated.`);
  pair.schemas.compare(was.schema, is.schema, placeIn(pair, codeSpan(argument), was, is, 'request'));
}

/** Compares the bodies that a call takes. */
export function compareBodies(pair: OperationPair): void {
  const { method, oldLayout, nextLayout } = pair;
  const { body: was } = pair.old;
  const { body: is } = pair.next;
  if (was === undefined && is === undefined) return;
  if (was === undefined) {
    const rule = demandsBody(nextLayout) ? 'required-body-added' : 'body-added';
    reportAt(pair, rule, [was, is], `${method} takes a body.`);
  } else if (is === undefined) {
    reportAt(pair, 'body-removed', [was, is], `${method} takes no body any more.`);
  } else if (oldLayout.body?.kind !== nextLayout.body?.kind) {
    const text =
      nextLayout.body?.kind === 'argument'
        ? `The body of ${method} is one argument now, ${codeSpan(nextLayout.body.argument)}.`
        : `The fields of the body of ${method} are arguments by themselves now.`;
    reportAt(pair, 'body-argument-changed', [was, is], text);
  } else {
    if (nextLayout.body?.kind === 'argument' && was.required !== is.required) {
      if (is.required) reportAt(pair, 'body-became-required', [was, is], `${method} must be given a body.`);
      else reportAt(pair, 'body-became-optional', [was, is], `${method} needs no body.`);
    }
    if (was.mediaType !== is.mediaType) {
      const text = `${method} sends ${codeSpan(is.mediaType)}, was ${codeSpan(was.mediaType)}.`;
      reportAt(pair, 'body-media-type-changed', [was, is], text);
    }
    pair.schemas.compare(was.schema, is.schema, placeIn(pair, 'the arguments', was, is, 'request'));
  }
}

/** Whether a call must give something for the body. Of a body whose fields are arguments, the fields decide. */
function demandsBody({ body }: ArgumentLayout): boolean {
  return body?.kind === 'argument' ? body.body.required : (body?.properties.some(({ required }) => required) ?? false);
}
