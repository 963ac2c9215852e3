import { openEnums } from '../../model/directions.js';
import type { Model, Operation } from '../../model/model.js';
import { capitalize, type Names, type TypeName } from '../../naming/index.js';
import { compareText } from '../../problems/index.js';
import type { RenderContext, RenderedFile } from '../context.js';
import type { DeclarationsView, ImportView } from '../views/index.js';
import { withoutTitle } from './comments.js';
import {
  type Declaration,
  type DeclarationRequest,
  type Digest,
  declareTypes,
  digestTypes,
  type PrintedTypes,
} from './declarations.js';
import { buildFilters, type Filters } from './filters.js';
import { operationTypes } from './operation-types.js';
import { builtInTypes } from './references.js';
import { requestSchemas } from './request-schemas.js';
import { type Hoisted, type SpecialTypes, TypeSchemas } from './type-schema.js';
import { kindsOf, webhookTypes } from './webhook-types.js';

/** Parts of a spec that need more than plain schemas. */
export interface SpecialParts {
  readonly filters: Filters;
  readonly special: SpecialTypes;
}

/** Must be called once: it allocates the names of types. */
export function buildSpecialParts(model: Model, names: Names): SpecialParts {
  const filters = buildFilters(model, names);
  return { filters, special: { enums: openEnums(model), filters: filters.bySchema } };
}

/** The types of a spec before they are printed. */
export interface PlannedTypes {
  readonly schemas: readonly DeclarationRequest[];
  readonly operations: ReadonlyMap<Operation, readonly DeclarationRequest[]>;
  readonly webhooks: readonly DeclarationRequest[];
  readonly filters: Filters;
  /** The names of all declared types in a file, by key. */
  readonly locals: ReadonlyMap<string, string>;
  readonly digests: ReadonlyMap<string, Digest>;
}

/** Must be called once: it allocates the names of unnamed schemas. */
export function planTypes(
  { model, names }: Pick<RenderContext, 'model' | 'names'>,
  { filters, special }: SpecialParts,
): PlannedTypes {
  const requests = requestSchemas(model);
  const converter = new TypeSchemas(model, special);
  const sent = new TypeSchemas(model, special, { requests, received: converter });
  const schemas = model.schemas.flatMap(({ name: key, schema }): DeclarationRequest[] => {
    const name = names.schema(key);
    if (!name || filters.bySchema.has(schema)) return [];
    const isSent = requests.owns(schema);
    const converted = withoutTitle(name.exported, schema, (isSent ? sent : converter).convert(schema));
    return [{ key, name, schema: converted, ...(isSent ? { isSent } : {}) }];
  });
  const operations = new Map(
    model.operations.map((one) => [one, operationTypes(one, names.operation(one), converter, sent, model)]),
  );
  const webhooks = webhookTypes(model, names, converter);
  const declare = ({ key, ref, schema, input }: Hoisted, isSent: boolean): DeclarationRequest => {
    const name = input === undefined ? names.unnamed(ref, isSent) : names.input(input);
    return isSent ? { key, name, schema, isSent } : { key, name, schema };
  };
  schemas.push(
    ...converter.hoisted.map((one) => declare(one, false)),
    ...sent.hoisted.map((one) => declare(one, true)),
  );
  const all = [...schemas, ...[...operations.values()].flat(), ...webhooks];
  const declared = [...all, ...filters.bySchema.values(), { key: builtInTypes.upload, name: names.upload }];
  const locals = new Map(declared.map(({ key, name }) => [key, name.local]));
  return { schemas, operations, webhooks, filters, locals, digests: digestTypes(all, locals) };
}

/**
 * `src/` of the types package: `schemas.ts` with the types of schemas, `operations.ts` with arguments and responses.
 *
 * @param isNeeded whether a type is printed, by its key.
 */
export function renderTypes(
  { model, names, templates }: RenderContext,
  { schemas, operations, webhooks, filters, locals, digests }: PlannedTypes,
  printed?: PrintedTypes,
  isNeeded: (key: string) => boolean = () => true,
): RenderedFile[] {
  const all = [...schemas, ...[...operations.values()].flat(), ...webhooks];
  const needed = all.filter(({ key }) => isNeeded(key));
  const byKey = declareTypes(needed, locals, digests, printed);
  const pick = (list: readonly DeclarationRequest[]) => list.flatMap(({ key }) => byKey.get(key) ?? []);
  const ofSchemas = [...pick(schemas), ...filters.declarations];
  const ofOperations = pick([...[...operations.values()].flat(), ...webhooks]);
  // Also if only types mention it that are not needed: otherwise it would look like it was removed.
  const isMentioned = [...digests.values()].some(({ refersTo }) => refersTo.includes(builtInTypes.upload));
  const upload = isMentioned ? names.upload : undefined;
  return [
    ['src/index.ts', templates.render('types/index.ts.hbs', {})],
    // The same for ES modules: a package without any code has both kinds.
    ['src/index.mts', templates.render('types/index.mts.hbs', {})],
    ['src/schemas.ts', templates.render('types/schemas.ts.hbs', { ...viewOf(ofSchemas), upload: upload?.local ?? '' })],
    [
      'src/operations.ts',
      templates.render('types/operations.ts.hbs', {
        ...viewOf(ofOperations),
        imports: importsOf(ofOperations, [...ofSchemas.map(({ name }) => name), ...(upload ? [upload] : [])]),
        events: kindsOf(model).map(capitalize),
      }),
    ],
  ];
}

function viewOf(declarations: readonly Declaration[]): DeclarationsView {
  return {
    declarations: declarations.map(({ text }) => text),
    renamed: declarations.map(({ name }) => name).filter(({ local, exported }) => local !== exported),
  };
}

function importsOf(users: readonly Declaration[], available: readonly TypeName[]): ImportView[] {
  const mentioned = new Set(users.flatMap(({ mentions }) => mentions));
  return available
    .filter(({ local }) => mentioned.has(local))
    .sort((left, right) => compareText(left.exported, right.exported))
    .map((name) => ({ ...name, renamed: name.local !== name.exported }));
}
