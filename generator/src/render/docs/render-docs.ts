import type { Operation, Reply } from '../../model/model.js';
import { errorReplies, successHeaders } from '../../model/results.js';
import type { PageName } from '../../naming/index.js';
import type { FurtherReading, Schema } from '../../schema/index.js';
import { branchesOf, furtherReading, getString, objectShape } from '../../schema/index.js';
import type { RenderedOperation } from '../calls/calls.js';
import { itemType, renderIteration } from '../calls/pages.js';
import type { RenderContext, RenderedFile } from '../context.js';
import { codeSpan } from '../encode.js';
import { replyType, replyTypeName, successReplies } from '../reply-type.js';
import type { IterableView, LetterView, PageLinkView, PageView, RowView, TypeView } from '../views/index.js';
import { Anchors } from './anchors.js';
import { type DisplayContext, displayType } from './display-type.js';
import { type FirstSteps, renderIndex } from './index-page.js';
import { readingText } from './reading.js';
import { propertyRow, unfoldedRows } from './rows.js';

interface Page {
  readonly name: PageName;
  readonly description: string;
  readonly reading: FurtherReading | undefined;
  readonly operations: readonly RenderedOperation[];
}

interface TypeSection {
  readonly name: string;
  readonly schema: Schema;
}

/** `docs/` of the client package: an index, a page per tag, and a page of types, all cross-linked. */
export function renderDocs(
  context: RenderContext,
  rendered: readonly RenderedOperation[],
  steps: FirstSteps,
  guides: readonly PageLinkView[],
): RenderedFile[] {
  const { templates, names } = context;
  const pages = groupByPage(context, rendered);
  const sections = typeSections(context);
  const anchors = new Anchors();
  anchors.take('Types');
  const typeAnchors = new Map(sections.map(({ name }) => [name, anchors.take(name)]));
  const display: DisplayContext = {
    names,
    resolver: context.resolver,
    address: (name) => `types.md#${typeAnchors.get(name) ?? ''}`,
  };
  const pageViews = pages.map((page) => pageView(page, context, display, steps.setUp));
  return [
    ...renderIndex(context, steps, { guides, pages: pageViews, typeCount: sections.length }),
    ...pageViews.map((view): RenderedFile => [`docs/${view.slug}.md`, templates.render('docs/page.md.hbs', view)]),
    [
      'docs/types.md',
      templates.render('docs/types.md.hbs', {
        typesPackage: names.typesPackage,
        index: typeIndex(typeAnchors),
        types: sections.map((section) =>
          typeView(section, context, { ...display, address: (name) => `#${typeAnchors.get(name) ?? ''}` }),
        ),
      }),
    ],
  ];
}

/** Operations by page, in the order of the tags; pages without operations are omitted. */
export function groupByPage(context: RenderContext, rendered: readonly RenderedOperation[]): Page[] {
  const byTag = new Map<string | undefined, RenderedOperation[]>();
  for (const entry of rendered) {
    const list = byTag.get(entry.operation.tag);
    if (list) list.push(entry);
    else byTag.set(entry.operation.tag, [entry]);
  }
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
      request: `${operation.method.toUpperCase()} ${operation.path}`,
      examples: shown.map(({ example, call }) => ({
        heading: example.title === 'default' ? '' : example.title,
        snippet: `${setUp}\n\n${call}`,
      })),
      response: responseText(replyType(operation, context.names), replyTypeName(operation, context.names), display),
      fields: responseRows(operation, context, display),
      reading: readingText(operation.reading),
      links: successReplies(operation).flatMap(({ links = [] }) =>
        links.map(({ name, operation: target, description = '' }) => {
          return { name, target: codeSpan(linkTo.get(target) ?? target), description };
        }),
      ),
      headers: successHeaders(operation)
        .map(({ name }) => codeSpan(name))
        .join(', '),
      errors: errorReplies(operation)
        .map((reply) => errorText(reply, display))
        .join(', '),
      pages: iterableView(operation, examples, context, display, setUp),
      parameters: parameterRows(own.layout, display),
    };
  });
  const { name, description, reading } = page;
  return { title: name.title, slug: name.slug, description, reading: readingText(reading), operations };
}

/** A paged operation can be iterated over. */
function iterableView(
  operation: Operation,
  examples: RenderedOperation['examples'],
  context: RenderContext,
  display: DisplayContext,
  setUp: string,
): IterableView | false {
  const { pagination } = operation;
  const example = examples[0]?.example;
  if (!pagination || !example) return false;
  const item = itemType(operation, pagination, context);
  const isNamed = /^[\w$]+$/.test(item);
  return {
    item: isNamed ? `[${codeSpan(item)}](${display.address(item)})` : codeSpan(item),
    snippet: `${setUp}\n\n${renderIteration(operation, example, context).iteration}`,
  };
}

function responseText(type: string, named: string | undefined, display: DisplayContext): string {
  if (type === 'void') return 'nothing.';
  return named === undefined ? codeSpan(type) : `[${codeSpan(type)}](${display.address(named)})`;
}

/** The fields of a response that is one object, for every status. */
function responseRows(operation: Operation, context: RenderContext, display: DisplayContext): RowView[] {
  const [first, ...others] = successReplies(operation).filter(({ kind }) => kind !== 'empty');
  if (first?.schema === undefined || first.kind !== 'json' || others.length > 0) return [];
  const { properties } = objectShape(first.schema, context.resolver);
  return properties.map((property) => propertyRow(property, display));
}

function errorText({ status, kind, schema }: Reply, display: DisplayContext): string {
  const type = kind === 'json' ? ` ${displayType(schema ?? true, display)}` : '';
  return `${codeSpan(status)}${type}`;
}

/** The arguments with the fields of nested objects below them, required ones first. */
function parameterRows(
  layout: ReturnType<RenderContext['names']['operation']>['layout'],
  display: DisplayContext,
): RowView[] {
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
  return rows
    .sort(([left], [right]) => Number(right.required) - Number(left.required))
    .flatMap(([row, schema]) => unfoldedRows(row, schema, display));
}

function typeSections(context: RenderContext): TypeSection[] {
  const { model, names } = context;
  const schemas = model.schemas.flatMap(({ name, schema }): TypeSection[] => {
    const given = names.schema(name);
    return given ? [{ name: given.exported, schema }] : [];
  });
  const replies = model.operations.flatMap((operation): TypeSection[] => {
    const own = names.operation(operation).response;
    const schema = operation.replies.find((reply) => reply.success && reply.kind === 'json')?.schema;
    return own && schema !== undefined ? [{ name: own.exported, schema }] : [];
  });
  return [...schemas, ...replies].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
}

/** The types by first letter, as links within the page. */
function typeIndex(anchors: ReadonlyMap<string, string>): readonly LetterView[] {
  const letters = new Map<string, { readonly name: string; readonly anchor: string }[]>();
  for (const [name, anchor] of anchors) {
    const letter = name.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), { name, anchor }]);
  }
  return [...letters].map(([letter, types]) => ({ letter, types }));
}

function typeView({ name, schema }: TypeSection, context: RenderContext, display: DisplayContext): TypeView {
  const isComposed = getString(schema, '$ref') !== undefined || branchesOf(schema).length > 0;
  const { properties } = objectShape(schema, context.resolver);
  const showsProperties = properties.length > 0 && !isComposed;
  return {
    name,
    description: typeof schema === 'object' ? (getString(schema, 'description') ?? '') : '',
    reading: readingText(furtherReading(schema)),
    alias: showsProperties ? '' : displayType(schema, display).replaceAll('\\|', '|'),
    properties: showsProperties
      ? properties
          .map((property) => propertyRow(property, display))
          .sort((left, right) => Number(right.required) - Number(left.required))
      : [],
  };
}

function firstSentence(text: string | undefined): string {
  return /^[^\n]*?[.!?](?=\s|$)/.exec(text ?? '')?.[0] ?? text ?? '';
}
