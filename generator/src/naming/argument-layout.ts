import type { Body, Model, Operation, Parameter } from '../model/model.js';
import {
  canonical,
  hasChoices,
  isReadOnly,
  objectShape,
  type Property,
  type Resolver,
  schemaTypes,
} from '../schema/index.js';

/** One parameter with its key in the flat argument object. */
export interface ParameterArgument {
  readonly parameter: Parameter;
  readonly argument: string;
}

/** `fields`: the body's fields are beside the parameters; `argument`: the whole body is one argument. */
export type BodyLayout =
  | { readonly kind: 'fields'; readonly body: Body; readonly properties: readonly Property[] }
  | { readonly kind: 'argument'; readonly body: Body; readonly argument: string };

/** The flat argument object of an operation: the meaning of each key. */
export interface ArgumentLayout {
  readonly parameters: readonly ParameterArgument[];
  readonly body?: BodyLayout;
  /** The same for alternative request bodies. */
  readonly others: readonly BodyLayout[];
  /** Whether all arguments are optional. */
  readonly optional: boolean;
}

/**
 * Lays out path, query, header, cookie and body fields as one flat object with the documented names. If a parameter and a body
 * field have the same name, the body goes under `body`; if two parameters do, the later one is suffixed with its location
 * (`id_query`).
 */
export function layOutArguments(operation: Operation, model: Pick<Model, 'resolve'>): ArgumentLayout {
  const taken = new Set<string>();
  const parameters = operation.parameters.map((parameter) => {
    const argument = firstFree([parameter.name, `${parameter.name}_${parameter.in}`], taken);
    taken.add(argument);
    return { parameter, argument };
  });
  const optionalParameters = operation.parameters.every((parameter) => !parameter.required);
  const { body } = operation;
  if (!body) return { parameters, others: [], optional: optionalParameters };
  const layout = layOutBody(body, taken, model);
  const others = (body.others ?? []).map((other) => layOutBody(other, taken, model));
  const needsBody =
    layout.kind === 'fields' ? layout.properties.some((property) => property.required) : layout.body.required;
  return { parameters, body: layout, others, optional: optionalParameters && !needsBody };
}

function layOutBody(body: Body, taken: ReadonlySet<string>, resolver: Resolver): BodyLayout {
  const properties = flatProperties(body, resolver);
  if (properties?.every((property) => !taken.has(property.name))) return { kind: 'fields', body, properties };
  return { kind: 'argument', body, argument: firstFree(['body', 'requestBody'], taken) };
}

/** The fields of a body that is always an object; `undefined` for any other body. */
function flatProperties(body: Body, resolver: Resolver): readonly Property[] | undefined {
  if (body.kind === 'text' || body.kind === 'binary') return undefined;
  if (hasChoices(body.schema, resolver)) return undefined;
  const types = schemaTypes(body.schema, resolver);
  if (types.some((type) => type !== 'object')) return undefined;
  const shape = objectShape(body.schema, resolver);
  const open = typeof shape.additional === 'object' && Object.keys(shape.additional).length > 0;
  if (shape.properties.length === 0 || open) return undefined;
  const sent = shape.properties.filter(({ schema }) => !isReadOnly(schema, resolver));
  return sent.length > 0 ? sent : shape.properties.map((property) => ({ ...property, required: false }));
}

function firstFree(candidates: readonly [string, ...string[]], taken: ReadonlySet<string>): string {
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free !== undefined) return free;
  let name = candidates[candidates.length - 1] ?? candidates[0];
  while (taken.has(name)) name = `${name}_`;
  return name;
}

/** The bodies of an operation with different types: another format of the same data has the type of the first. */
export function distinctBodies({ body, others }: ArgumentLayout): readonly BodyLayout[] {
  const byText = new Map<string, BodyLayout>();
  for (const layout of body === undefined ? [] : [body, ...others]) {
    const text = `${layout.kind} ${canonical(layout.body.schema)}`;
    if (!byText.has(text)) byText.set(text, layout);
  }
  return [...byText.values()];
}
