import type { Body, Operation } from '../model/model.js';
import type { ArgumentLayout, ParameterArgument } from '../naming/index.js';
import { codeSpan } from '../render/encode.js';
import { pointerToken } from '../schema/index.js';
import type { Place } from './place.js';
import type { Report, Spot } from './report.js';
import type { SchemaComparison } from './schemas/comparison.js';

/** One operation in both versions. */
export interface OperationPair {
  readonly old: Operation;
  readonly next: Operation;
  /** As users call it now. */
  readonly method: string;
  readonly oldLayout: ArgumentLayout;
  readonly nextLayout: ArgumentLayout;
}

/** Compares what a call takes: parameters and body, as the one flat object of arguments that callers write. */
export function compareArguments(pair: OperationPair, schemas: SchemaComparison, report: Report): void {
  compareParameters(pair, schemas, report);
  compareBodies(pair, schemas, report);
}

export function spotOf(operation: Operation, old: string | undefined, next: string | undefined): Spot {
  return { operation: operation.id, tag: operation.tag, old, next };
}

function requestPlace({ next, method }: OperationPair, owner: string, old: string, pointer: string, path = ''): Place {
  return {
    operation: next,
    owner: `${owner} of ${codeSpan(method)}`,
    path,
    old,
    next: pointer,
    ways: { request: true, reply: false },
    reaches: [],
    tag: next.tag,
  };
}

function compareParameters(pair: OperationPair, schemas: SchemaComparison, report: Report): void {
  const { old, next, method } = pair;
  const free = new Map(pair.nextLayout.parameters.map((entry) => [entry.argument, entry]));
  const gone: ParameterArgument[] = [];
  const partners: (readonly [ParameterArgument, ParameterArgument])[] = [];
  for (const entry of pair.oldLayout.parameters) {
    const partner = free.get(entry.argument);
    if (partner === undefined) {
      gone.push(entry);
      continue;
    }
    free.delete(entry.argument);
    partners.push([entry, partner]);
  }
  for (const entry of gone) {
    const partner = renamedTo(entry, old, next, [...free.values()]);
    if (partner === undefined) {
      if (!isField(pair.nextLayout, entry.argument)) {
        const spot = spotOf(next, entry.parameter.pointer, undefined);
        report.add('parameter-removed', spot, `${codeSpan(method)} no longer takes ${codeSpan(entry.argument)}.`);
      } else {
        const spot = spotOf(next, entry.parameter.pointer, next.body?.pointer);
        report.add('parameter-moved', spot, `${codeSpan(method)} sends ${codeSpan(entry.argument)} in the body.`);
      }
      continue;
    }
    free.delete(partner.argument);
    partners.push([entry, partner]);
    const spot = spotOf(next, entry.parameter.pointer, partner.parameter.pointer);
    const text = `${codeSpan(entry.argument)} of ${codeSpan(method)} is now ${codeSpan(partner.argument)}.`;
    report.add('parameter-renamed', spot, text);
  }
  for (const [was, is] of partners) compareParameter(pair, was, is, schemas, report);
  for (const { parameter, argument } of free.values()) {
    const spot = spotOf(next, undefined, parameter.pointer);
    if (parameter.required && !isField(pair.oldLayout, argument)) {
      report.add('required-parameter-added', spot, `${codeSpan(method)} must be given ${codeSpan(argument)}.`);
    } else if (!isField(pair.oldLayout, argument)) {
      report.add('parameter-added', spot, `${codeSpan(method)} takes ${codeSpan(argument)}.`);
    }
  }
}

function isField(layout: ArgumentLayout, name: string): boolean {
  return layout.body?.kind === 'fields' && layout.body.properties.some((property) => property.name === name);
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
  const index = pathNames(old.path).indexOf(parameter.name);
  const name = pathNames(next.path)[index];
  return candidates.find(({ parameter: other }) => other.in === 'path' && other.name === name);
}

function pathNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
}

function compareParameter(
  pair: OperationPair,
  { parameter: was }: ParameterArgument,
  { parameter: is, argument }: ParameterArgument,
  schemas: SchemaComparison,
  report: Report,
): void {
  const { next, method } = pair;
  const spot = spotOf(next, was.pointer, is.pointer);
  const name = `${codeSpan(argument)} of ${codeSpan(method)}`;
  if (!was.required && is.required) report.add('parameter-became-required', spot, `${name} must be given.`);
  if (was.required && !is.required) report.add('parameter-became-optional', spot, `${name} may be left out.`);
  if (was.in !== is.in) report.add('parameter-moved', spot, `${name} is sent in the ${is.in}, was in the ${was.in}.`);
  else if (
    ['style', 'explode', 'allowReserved', 'mediaType'].some((key) => Reflect.get(was, key) !== Reflect.get(is, key))
  ) {
    report.add('parameter-serialized', spot, `${name} is written in another style.`);
  }
  if (is.deprecated && !was.deprecated) report.add('property-deprecated', spot, `${name} is deprecated.`);
  const suffix = was.mediaType === undefined ? '/schema' : `/content/${pointerToken(was.mediaType)}/schema`;
  const nextSuffix = is.mediaType === undefined ? '/schema' : `/content/${pointerToken(is.mediaType)}/schema`;
  const place = requestPlace(pair, codeSpan(argument), was.pointer + suffix, is.pointer + nextSuffix);
  schemas.compare(was.schema, is.schema, place);
}

function compareBodies(pair: OperationPair, schemas: SchemaComparison, report: Report): void {
  const { old, next, method, oldLayout, nextLayout } = pair;
  const was = old.body;
  const is = next.body;
  const spot = spotOf(next, was?.pointer, is?.pointer);
  if (was === undefined && is === undefined) return;
  if (was === undefined) {
    report.add(
      demandsBody(nextLayout) ? 'required-body-added' : 'body-added',
      spot,
      `${codeSpan(method)} takes a body.`,
    );
    return;
  }
  if (is === undefined) {
    report.add('body-removed', spot, `${codeSpan(method)} takes no body any more.`);
    return;
  }
  if (oldLayout.body?.kind !== nextLayout.body?.kind) {
    const text =
      nextLayout.body?.kind === 'argument'
        ? `The body of ${codeSpan(method)} is one argument now, ${codeSpan(nextLayout.body.argument)}.`
        : `The fields of the body of ${codeSpan(method)} are arguments by themselves now.`;
    report.add('body-argument-changed', spot, text);
    return;
  }
  compareBodyDemand(pair, was, is, report);
  if (was.mediaType !== is.mediaType) {
    report.add(
      'body-media-type-changed',
      spot,
      `${codeSpan(method)} sends ${codeSpan(is.mediaType)}, was ${codeSpan(was.mediaType)}.`,
    );
  }
  const place = requestPlace(pair, 'the arguments', bodyPointer(was), bodyPointer(is));
  schemas.compare(was.schema, is.schema, place);
}

function compareBodyDemand(
  { next, method, oldLayout, nextLayout }: OperationPair,
  was: Body,
  is: Body,
  report: Report,
): void {
  const spot = spotOf(next, was.pointer, is.pointer);
  if (oldLayout.body?.kind !== 'argument' || nextLayout.body?.kind !== 'argument' || was.required === is.required)
    return;
  if (is.required) report.add('body-became-required', spot, `${codeSpan(method)} must be given a body.`);
  else report.add('body-became-optional', spot, `${codeSpan(method)} needs no body.`);
}

/** Whether a call must give something for the body. Of a body whose fields are arguments, the fields say so. */
function demandsBody({ body }: ArgumentLayout): boolean {
  return body?.kind === 'argument' ? body.body.required : (body?.properties.some(({ required }) => required) ?? false);
}

function bodyPointer({ pointer, mediaType }: Body): string {
  return `${pointer}/content/${pointerToken(mediaType)}/schema`;
}
