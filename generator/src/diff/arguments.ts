import type { Operation } from '../model/model.js';
import type { ArgumentLayout, ParameterArgument } from '../naming/index.js';
import { codeSpan } from '../render/encode.js';
import { type OperationPair, placeIn, reportAt } from './pair.js';

/** Compares what a call takes: parameters and body, as the one flat object of arguments that callers write. */
export function compareArguments(pair: OperationPair): void {
  compareParameters(pair);
  compareBodies(pair);
}

function compareParameters(pair: OperationPair): void {
  const { old, next, method, oldLayout, nextLayout } = pair;
  const free = new Map(nextLayout.parameters.map((entry) => [entry.argument, entry]));
  const taken = (entry: ParameterArgument | undefined): ParameterArgument | undefined => {
    if (entry !== undefined) free.delete(entry.argument);
    return entry;
  };
  const pairs = oldLayout.parameters.map((was) => ({ was, is: taken(free.get(was.argument)) }));
  const renamed = pairs
    .filter(({ is }) => is === undefined)
    .map(({ was }) => ({ was, is: taken(renamedTo(was, old, next, [...free.values()])) }));
  for (const { was, is } of renamed) {
    const name = codeSpan(was.argument);
    if (is !== undefined) {
      const text = `${name} of ${method} is now ${codeSpan(is.argument)}.`;
      reportAt(pair, 'parameter-renamed', was.parameter, is.parameter, text);
    } else if (isField(nextLayout, was.argument)) {
      reportAt(pair, 'parameter-moved', was.parameter, next.body, `${method} sends ${name} in the body.`);
    } else {
      reportAt(pair, 'parameter-removed', was.parameter, undefined, `${method} no longer takes ${name}.`);
    }
  }
  for (const { was, is } of [...pairs, ...renamed]) if (is !== undefined) compareParameter(pair, was, is);
  for (const { parameter, argument } of free.values()) {
    if (isField(oldLayout, argument)) continue;
    const [rule, verb] = parameter.required
      ? (['required-parameter-added', 'must be given'] as const)
      : (['parameter-added', 'takes'] as const);
    reportAt(pair, rule, undefined, parameter, `${method} ${verb} ${codeSpan(argument)}.`);
  }
}

function isField({ body }: ArgumentLayout, name: string): boolean {
  return body?.kind === 'fields' && body.properties.some((property) => property.name === name);
}

/** The parameter at the same place of the path, or the same one under the name that a clash made necessary. */
function renamedTo(
  { parameter, argument }: ParameterArgument,
  old: Operation,
  next: Operation,
  candidates: readonly ParameterArgument[],
): ParameterArgument | undefined {
  const same = candidates.find(({ parameter: other }) => other.name === parameter.name && other.in === parameter.in);
  if (same !== undefined && same.argument !== argument) return same;
  if (parameter.in !== 'path') return undefined;
  const name = pathNames(next.path)[pathNames(old.path).indexOf(parameter.name)];
  return candidates.find(({ parameter: other }) => other.in === 'path' && other.name === name);
}

function pathNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
}

function compareParameter(
  pair: OperationPair,
  { parameter: was }: ParameterArgument,
  { parameter: is, argument }: ParameterArgument,
): void {
  const name = `${codeSpan(argument)} of ${pair.method}`;
  if (!was.required && is.required) reportAt(pair, 'parameter-became-required', was, is, `${name} must be given.`);
  if (was.required && !is.required) reportAt(pair, 'parameter-became-optional', was, is, `${name} may be left out.`);
  if (was.in !== is.in) {
    reportAt(pair, 'parameter-moved', was, is, `${name} is sent in the ${is.in}, was in the ${was.in}.`);
  } else if ((['style', 'explode', 'allowReserved', 'mediaType'] as const).some((key) => was[key] !== is[key])) {
    reportAt(pair, 'parameter-serialized', was, is, `${name} is written in another style.`);
  }
  if (is.deprecated && !was.deprecated) reportAt(pair, 'property-deprecated', was, is, `${name} is deprecated.`);
  pair.schemas.compare(was.schema, is.schema, placeIn(pair, codeSpan(argument), was, is, 'request'));
}

function compareBodies(pair: OperationPair): void {
  const { method, oldLayout, nextLayout } = pair;
  const { body: was } = pair.old;
  const { body: is } = pair.next;
  if (was === undefined && is === undefined) return;
  if (was === undefined) {
    const rule = demandsBody(nextLayout) ? 'required-body-added' : 'body-added';
    reportAt(pair, rule, was, is, `${method} takes a body.`);
  } else if (is === undefined) {
    reportAt(pair, 'body-removed', was, is, `${method} takes no body any more.`);
  } else if (oldLayout.body?.kind !== nextLayout.body?.kind) {
    const text =
      nextLayout.body?.kind === 'argument'
        ? `The body of ${method} is one argument now, ${codeSpan(nextLayout.body.argument)}.`
        : `The fields of the body of ${method} are arguments by themselves now.`;
    reportAt(pair, 'body-argument-changed', was, is, text);
  } else {
    if (nextLayout.body?.kind === 'argument' && was.required !== is.required) {
      if (is.required) reportAt(pair, 'body-became-required', was, is, `${method} must be given a body.`);
      else reportAt(pair, 'body-became-optional', was, is, `${method} needs no body.`);
    }
    if (was.mediaType !== is.mediaType) {
      const text = `${method} sends ${codeSpan(is.mediaType)}, was ${codeSpan(was.mediaType)}.`;
      reportAt(pair, 'body-media-type-changed', was, is, text);
    }
    pair.schemas.compare(was.schema, is.schema, placeIn(pair, 'the arguments', was, is, 'request'));
  }
}

/** Whether a call must give something for the body. Of a body whose fields are arguments, the fields decide. */
function demandsBody({ body }: ArgumentLayout): boolean {
  return body?.kind === 'argument' ? body.body.required : (body?.properties.some(({ required }) => required) ?? false);
}
