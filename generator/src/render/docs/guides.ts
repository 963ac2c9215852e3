import type { FilterDialect } from '../../addons/index.js';
import type { Model, Operation, Pagination } from '../../model/model.js';
import { capitalize } from '../../naming/index.js';
import type { OpenEnums } from '../../schema/index.js';
import { listedValues, objectShape, schemaTypes, unwrapFully } from '../../schema/index.js';
import type { RenderedOperation } from '../calls/calls.js';
import { itemType, renderIteration } from '../calls/pages.js';
import { entryView } from '../client/render-client.js';
import type { RenderContext, RenderedFile } from '../context.js';
import { codeSpan, propertyKey, stringLiteral } from '../encode.js';
import { streamedType, streamOf } from '../response-type.js';
import type { Filter, FilterField } from '../types/filters.js';
import type { SpecialTypes } from '../types/type-schema.js';
import type { EventView, FilterSampleView, GuideView, OpenEnumView, PagedView, StreamedView } from '../views/index.js';
import { guideSamples } from './guide-samples.js';

/** `docs/guides/` of the client package. A guide about what the spec does not have renders empty and is omitted. */
export function renderGuides(
  context: RenderContext,
  rendered: readonly RenderedOperation[],
  setUp: string,
  special: SpecialTypes,
): RenderedFile[] {
  const view: GuideView = {
    ...entryView(context),
    setUp,
    sample: guideSamples(context, rendered),
    openTelemetry: context.templates.text('docs/samples/opentelemetry.ts').trimEnd(),
    paged: pagedView(context, rendered),
    streamed: streamedView(context, rendered),
    ...filtersView([...special.filters.values()], context.model.hooks.filters),
    openEnum: openEnumView(context, special.enums),
    events: eventsView(context),
  };
  return [...context.templates.below('docs/guides')].flatMap(([path]): RenderedFile[] => {
    const text = context.templates.render(`docs/guides/${path}`, view);
    return text.trim() === '' ? [] : [[`docs/guides/${path.slice(0, -'.hbs'.length)}`, text]];
  });
}

function eventsView({ model, names }: RenderContext): EventView[] {
  return model.webhooks.map((webhook) => {
    const { kind, event, description = '', deprecated } = webhook;
    const type = names.payload(webhook)?.exported ?? `${capitalize(kind)}Payloads[${stringLiteral(event)}]`;
    return {
      event,
      type: codeSpan(type),
      parser: `parse${capitalize(kind)}`,
      description: deprecated ? `**Deprecated.** ${description}` : description,
    };
  });
}

function pagedView(context: RenderContext, rendered: readonly RenderedOperation[]): PagedView | false {
  const paged = rendered.flatMap(({ operation, examples }) =>
    operation.pagination ? [{ operation, examples, pagination: operation.pagination }] : [],
  );
  const [first] = paged;
  const example = first?.examples[0]?.example;
  if (!first || !example) return false;
  const methodOf = (operation: Operation): string => context.names.operation(operation).method;
  const firstOf = (kind: Pagination['order']['kind']): string => {
    const found = paged.find(({ pagination }) => pagination.order.kind === kind);
    return found ? methodOf(found.operation) : '';
  };
  return {
    ...renderIteration(first.operation, example, context),
    keyset: firstOf('keyset'),
    offset: firstOf('offset'),
    operations: paged.map(({ operation, pagination }) => ({
      method: methodOf(operation),
      item: itemType(operation, pagination, context),
    })),
  };
}

function streamedView(context: RenderContext, rendered: readonly RenderedOperation[]): StreamedView | false {
  const { names } = context;
  const streamed = rendered.flatMap(({ operation, examples }) => {
    const item = streamedType(operation, names);
    return item === undefined ? [] : [{ operation, examples, item }];
  });
  const [first] = streamed;
  const example = first?.examples[0]?.example;
  if (!first || !example) return false;
  return {
    ...renderIteration(first.operation, example, context),
    hasEvents: streamed.some(({ operation }) => streamOf(operation) === 'events'),
    operations: streamed.map(({ operation, item }) => ({ method: names.operation(operation).method, item })),
  };
}

function filtersView(
  filters: readonly Filter[],
  dialect: FilterDialect | undefined,
): Pick<GuideView, 'filters' | 'joinOperators' | 'joined' | 'wrong'> {
  const {
    conditions = [],
    joined = { operator: '', field: '', code: '' },
    wrong: operatorsToTry = [],
  } = dialect?.samples ?? {};
  const wrong = filters.flatMap(({ fields }) => fields).find(({ type, operators }) => type && operators.length > 0);
  const operator = operatorsToTry.find((candidate) => !wrong?.operators.includes(candidate)) ?? '';
  const allowed = (wrong?.operators ?? []).map((name) => JSON.stringify(name)).join(' | ');
  return {
    filters: filters.map(({ name, fields }) => ({
      name: name.exported,
      samples: samplesOf(fields, conditions),
      joins: fields.every((field) => field.name !== joined.operator && field.name !== joined.field),
      fields: fields.map(({ name: field, type, operators }) => ({
        name: field,
        type: type ?? 'unknown',
        operators: operators.map(codeSpan).join(' ').replaceAll('|', '\\|'),
      })),
    })),
    joinOperators: listed((dialect?.joins ?? []).map(([name]) => codeSpan(name))),
    joined: `${joined.operator}: ${joined.code}`,
    wrong: {
      code: `{ ${propertyKey(wrong?.name ?? '')}: { ${operator}: 1 } }`,
      message: `'${operator}' does not exist in type 'FilterOperators<${wrong?.type}, ${allowed}>'`,
    },
  };
}

/** `a`, `b` and `c`. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function samplesOf(
  fields: readonly FilterField[],
  conditions: FilterDialect['samples']['conditions'],
): FilterSampleView[] {
  const samples = new Map<string, string>();
  for (const [type, operator, value] of conditions) {
    const field = fields.find(
      (candidate) => candidate.type === type && candidate.operators.includes(operator) && !samples.has(candidate.name),
    );
    if (field) samples.set(field.name, value);
  }
  return [...samples].map(([name, value]) => ({ name, value }));
}

/** The first named type with a field that is an open enum, and which is not null. */
function openEnumView({ model, names }: RenderContext, enums: OpenEnums): OpenEnumView | false {
  const fieldOf = ({ schema }: Model['schemas'][number]) =>
    objectShape(schema, model).properties.find(
      (property) => typeof property.schema === 'object' && enums.opens(property.schema).length > 0,
    );
  for (const named of model.schemas) {
    const field = fieldOf(named);
    const type = names.schema(named.name);
    const { schema, nullable } = unwrapFully(named.schema, model);
    if (!field || !type || nullable || schemaTypes(schema, model).includes('null')) continue;
    const value = listedValues(field.schema)?.find((candidate) => candidate !== null);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const code = typeof value === 'string' ? stringLiteral(value) : String(value);
    return { type: type.exported, field: field.name, value: code };
  }
  return false;
}
