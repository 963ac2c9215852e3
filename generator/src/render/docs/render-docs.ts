import { takesFiles } from '../../model/directions.js';
import type { Operation } from '../../model/model.js';
import { errorResponses, successHeaders, successResponses } from '../../model/results.js';
import { requestLine } from '../../model/servers.js';
import { type ArgumentLayout, distinctBodies, type PageName } from '../../naming/index.js';
import { addTo, compareText } from '../../problems/index.js';
import type { FurtherReading, Schema } from '../../schema/index.js';
import type { RenderedOperation } from '../calls/calls.js';
import { itemSchema, renderIteration } from '../calls/pages.js';
import type { RenderContext, RenderedFile } from '../context.js';
import { codeSpan } from '../encode.js';
import { replyType, responseTypeName, streamedType } from '../response-type.js';
import type { Filters } from '../types/filters.js';
import type { SpecialParts } from '../types/render-types.js';
import { inputTypes } from '../types/request-schemas.js';
import type { IterableView, PageLinkView, PageView, RowView } from '../views/index.js';
import { Anchors } from './anchors.js';
import { curlCommand } from './curl.js';
import { type DisplayContext, displayType } from './display-type.js';
import { type FirstSteps, renderIndex } from './index-page.js';
import { readingText } from './reading.js';
import { errorText, responseRows, responseText } from './responses.js';
import { propertyRow, unfoldedRows } from './rows.js';
import { firstSentence, typeIndex, typeSections, typeView } from './type-page.js';

interface Page {
  readonly name: PageName;
  readonly description: string;
  readonly reading: FurtherReading | undefined;
  readonly operations: readonly RenderedOperation[];
}

/** `docs/` of the client package: an index, a page per tag, and a page of types, all cross-linked. */
export function renderDocs(
  context: RenderContext,
  rendered: readonly RenderedOperation[],
  steps: FirstSteps,
  guides: readonly PageLinkView[],
  parts: SpecialParts,
): RenderedFile[] {
  const { model, templates, names } = context;
  const { filters } = parts;
  const pages = groupByPage(context, rendered);
  const inputs = inputTypes(model, names);
  const sections = typeSections(context, inputs, parts);
  const anchors = new Anchors();
  anchors.take('Types');
  const upload = takesFiles(model) ? [names.upload.exported] : [];
  const typeNames = [...sections.map(({ name }) => name), ...upload].sort(compareText);
  const typeAnchors = new Map(typeNames.map((name) => [name, anchors.take(name)]));
  const filterAnchors = filterLinks(filters);
  const address = (name: string, page: string): string =>
    filterAnchors.get(name) ?? `${page}#${typeAnchors.get(name) ?? ''}`;
  const display: DisplayContext = {
    names,
    resolver: context.model,
    address: (name) => address(name, 'types.md'),
    direction: 'reply',
    inputs,
    filters: filters.bySchema,
  };
  const hasGuide = (name: string): boolean => guides.some(({ path }) => path === `guides/${name}.md`);
  const pageViews = pages.map((page) => pageView(page, context, display, steps.setUp));
  return [
    ...renderIndex(context, steps, { guides, pages: pageViews, typeCount: model.schemas.length }),
    ...pageViews.map((view): RenderedFile => [`docs/${view.slug}.md`, templates.render('docs/page.md.hbs', view)]),
    [
      'docs/types.md',
      templates.render('docs/types.md.hbs', {
        typesPackage: names.typesPackage,
        operationTypes: firstOperationTypes(context).map(codeSpan).join(', '),
        hasInputs: inputs.size > 0,
        hasOpenEnums: hasGuide('enums'),
        index: typeIndex(typeAnchors),
        upload: upload.join(),
        hasUploadGuide: hasGuide('uploads'),
        types: sections.map((section) =>
          typeView(section, context, {
            ...display,
            address: (name) => address(name, ''),
            direction: section.direction,
          }),
        ),
      }),
    ],
  ];
}

/** The sections of filters, which are in their guide. */
function filterLinks({ bySchema }: Filters): ReadonlyMap<string, string> {
  const anchors = new Anchors();
  anchors.take('Filters');
  return new Map(
    [...bySchema.values()].map(({ name: { exported } }) => [exported, `guides/filters.md#${anchors.take(exported)}`]),
  );
}

/** The first type of arguments, and that of errors. */
function firstOperationTypes({ model, names }: RenderContext): string[] {
  const own = model.operations.map((operation) => names.operation(operation));
  return (['arguments', 'errors'] as const).flatMap(
    (kind) => own.find((operation) => operation[kind] !== undefined)?.[kind]?.exported ?? [],
  );
}

/** Operations by page, in the order of the tags; pages without operations are omitted. */
export function groupByPage(context: RenderContext, rendered: readonly RenderedOperation[]): Page[] {
  const byTag = new Map<string | undefined, RenderedOperation[]>();
  for (const entry of rendered) addTo(byTag, entry.operation.tag, entry);
  const tags = [...context.model.tags.map((tag) => tag.name), undefined];
  return tags.flatMap((tag): Page[] => {
    const operations = byTag.get(tag);
    if (!operations) return [];
    const { description = '', reading } = context.model.tags.find((candidate) => candidate.name === tag) ?? {};
    return [{ name: context.names.page(tag), description, reading, operations }];
  });
}

function pageView(page: Page, context: RenderContext, display: DisplayContext, setUp: string): PageView {
  const anchors = new Anchors();
  anchors.take(page.name.title);
  const linkTo = new Map(
    page.operations.map(({ operation }) => [operation.id, context.names.operation(operation).method]),
  );
  const operations = page.operations.map(({ operation, examples }) => {
    const own = context.names.operation(operation);
    const anchor = anchors.take(own.method);
    const shown = examples.filter(({ example }) => example.origin !== 'complete');
    const first = (shown[0] ?? examples[0])?.example;
    const argument = own.arguments?.exported ?? 'Record<string, never>';
    for (const { example } of shown)
      anchors.take(example.title === 'default' ? 'Example' : `Example: ${example.title}`);
    return {
      method: own.method,
      anchor,
      deprecated: operation.deprecated,
      summary: operation.summary ?? firstSentence(operation.description),
      about: [operation.summary ?? '', operation.description ?? ''].filter(
        (text, index, all) => text !== '' && all.indexOf(text) === index,
      ),
      request: requestLine(operation),
      signature: `${own.method}(args${own.layout.optional ? '?' : ''}: ${argument}, options?: RequestOptions)`,
      functionCall: `${own.constant}(${context.names.variable}, args, options)`,
      functions: `${context.names.clientPackage}/operations`,
      curl: first === undefined ? '' : curlCommand(operation, first, context),
      examples: shown.map(({ example, call }) => ({
        heading: example.title === 'default' ? '' : example.title,
        snippet: `${setUp}\n\n${call}`,
      })),
      response: responseText(replyType(operation, context.names), responseTypeName(operation, context.names), display),
      fields: responseRows(operation, display),
      reading: readingText(operation.reading),
      links: successResponses(operation).flatMap(({ links = [] }) =>
        links.map(({ name, operation: target, description = '' }) => {
          return { name, target: codeSpan(linkTo.get(target) ?? target), description };
        }),
      ),
      headers: successHeaders(operation)
        .map(({ name }) => codeSpan(name))
        .join(', '),
      errors: errorResponses(operation)
        .map((response) => errorText(response, display))
        .join(', '),
      iteration: iterableView(operation, examples, context, display, setUp),
      parameters: parameterRows(own.layout, { ...display, direction: 'request' }),
    };
  });
  const { name, description, reading } = page;
  return { title: name.title, slug: name.slug, description, reading: readingText(reading), operations };
}

/** Paged operations and streams can be iterated over. */
function iterableView(
  operation: Operation,
  examples: RenderedOperation['examples'],
  context: RenderContext,
  display: DisplayContext,
  setUp: string,
): IterableView | false {
  const { pagination } = operation;
  const example = examples[0]?.example;
  const streamed = streamedType(operation, context.names);
  if (!example || !(pagination || streamed)) return false;
  const item = pagination
    ? displayType(itemSchema(operation, pagination.items, context.model) ?? true, display)
    : responseText(streamed ?? '', responseTypeName(operation, context.names), display);
  return {
    item,
    isStream: !pagination,
    snippet: `${setUp}\n\n${renderIteration(operation, example, context).iteration}`,
  };
}

/** The arguments with the fields of nested objects below them, required ones first. */
function parameterRows(layout: ArgumentLayout, display: DisplayContext): RowView[] {
  const rows = layout.parameters.map(({ parameter, argument }): readonly [RowView, Schema] => {
    const { schema, required } = parameter;
    return [propertyRow({ name: argument, schema, required }, display, parameter), schema];
  });
  if (layout.body?.kind === 'argument') {
    const { argument, body } = layout.body;
    const schema: Schema = body.kind === 'binary' ? { type: 'string', format: 'binary' } : body.schema;
    rows.push([propertyRow({ name: argument, schema, required: body.required }, display, body), schema]);
  }
  if (layout.body?.kind === 'fields') {
    for (const property of layout.body.properties) {
      rows.push([propertyRow(property, display), property.schema]);
    }
  }
  for (const other of distinctBodies(layout).slice(1)) {
    if (other.kind === 'fields') continue;
    const { mediaType, schema, description = '' } = other.body;
    const text = `${description} Instead of the other fields of the body; sent as ${codeSpan(mediaType)}.`.trimStart();
    rows.push([propertyRow({ name: other.argument, schema, required: false }, display, { description: text }), schema]);
  }
  return rows
    .sort(([left], [right]) => Number(right.required) - Number(left.required))
    .flatMap(([row, schema]) => unfoldedRows(row, schema, display));
}
