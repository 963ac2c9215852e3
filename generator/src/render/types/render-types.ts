import { type SchemaDirections, schemaDirections } from '../../model/directions.js';
import type { Model } from '../../model/model.js';
import type { Names, TypeName } from '../../naming/index.js';
import { compareText } from '../../problems/index.js';
import { OpenEnums } from '../../schema/index.js';
import type { RenderContext, RenderedFile } from '../context.js';
import type { DeclarationsView, ImportView } from '../views/index.js';
import { withoutTitle } from './comments.js';
import { type Declaration, type DeclarationRequest, declareTypes, type PrintedTypes } from './declarations.js';
import { buildFilters, type Filters } from './filters.js';
import { operationTypes } from './operation-types.js';
import { builtInTypes } from './references.js';
import { type RequestSchemas, requestSchemas } from './request-schemas.js';
import { type Hoisted, type SpecialTypes, TypeSchemas } from './type-schema.js';
import { kindsOf, webhookTypes } from './webhook-types.js';

/** Parts of a spec that need more than plain schemas. */
export interface SpecialParts {
  readonly directions: SchemaDirections;
  readonly requests: RequestSchemas;
  readonly filters: Filters;
  readonly special: SpecialTypes;
}

/** Must be called once: it allocates the names of types. */
export function buildSpecialParts(model: Model, names: Names): SpecialParts {
  const directions = schemaDirections(model);
  const filters = buildFilters(model, names);
  const enums = new OpenEnums(model, directions.received);
  return {
    directions,
    requests: requestSchemas(model, directions, enums),
    filters,
    special: { enums, filters: filters.bySchema },
  };
}

/** `src/` of the types package: `schemas.ts` with the types of schemas, `operations.ts` with arguments and responses. */
export function renderTypes(
  context: RenderContext,
  { requests, filters, special }: SpecialParts,
  printed?: PrintedTypes,
): RenderedFile[] {
  const { model, names, templates } = context;
  const converter = new TypeSchemas(model, special);
  const sent = new TypeSchemas(model, special, { requests, received: converter });
  const schemas = model.schemas.flatMap(({ name: key, schema }): DeclarationRequest[] => {
    const name = names.schema(key);
    if (!name || filters.bySchema.has(schema)) return [];
    const isSent = requests.owns(schema);
    const converted = withoutTitle(name.exported, schema, (isSent ? sent : converter).convert(schema));
    return [{ key, name, schema: converted, ...(isSent ? { isSent } : {}) }];
  });
  const operations = model.operations.flatMap((operation) =>
    operationTypes(operation, names.operation(operation), converter, sent, model),
  );
  const webhooks = webhookTypes(model, names, converter);
  const declare = ({ key, ref, schema, input }: Hoisted, isSent: boolean): DeclarationRequest => {
    const name = input === undefined ? names.unnamed(ref, isSent) : names.input(input);
    return isSent ? { key, name, schema, isSent } : { key, name, schema };
  };
  const hoisted = [
    ...converter.hoisted.map((one) => declare(one, false)),
    ...sent.hoisted.map((one) => declare(one, true)),
  ];
  const all = [...schemas, ...hoisted, ...operations, ...webhooks];
  const declared = [...all, ...filters.bySchema.values(), { key: builtInTypes.upload, name: names.upload }];
  const byKey = declareTypes(all, new Map(declared.map(({ key, name }) => [key, name.local])), printed);
  const pick = (list: readonly DeclarationRequest[]) => list.flatMap(({ key }) => byKey.get(key) ?? []);
  const ofSchemas = [...pick([...schemas, ...hoisted]), ...filters.declarations];
  const ofOperations = pick([...operations, ...webhooks]);
  const mentioned = new Set([...byKey.values()].flatMap(({ mentions }) => mentions));
  const upload = mentioned.has(names.upload.local) ? names.upload : undefined;
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
        events: kindsOf(model).map((kind) => (kind === 'webhook' ? 'Webhook' : 'Callback')),
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
