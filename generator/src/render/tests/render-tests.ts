import type { CallExample, Operation } from '../../model/model.js';
import type { Json } from '../../schema/index.js';
import { jsonCode, literalOptions, type RenderedOperation, renderCall } from '../calls/calls.js';
import { expectedPages, renderIteration } from '../calls/pages.js';
import { hiddenCredentials, usedCredentials } from '../client/credentials.js';
import type { RenderContext, RenderedFile } from '../context.js';
import { type Options, sampleClient } from '../docs/guide-samples.js';
import { groupByPage } from '../docs/render-docs.js';
import { arrayLines, objectLiteral, stringLiteral } from '../encode.js';
import { replyMode, replyType, streamOf } from '../response-type.js';
import { pagesEntry } from '../testing/fake-data.js';
import type { TestedPagesView, TestSupportView } from '../views/index.js';
import { expectRequest } from './expected-request.js';
import { completeResponseDates } from './response-dates.js';
import { wireExamples } from './wire-examples.js';

/** `test/` of the client package: one file per page, one test per example call, and the additional calls. */
export function renderTests(context: RenderContext, rendered: readonly RenderedOperation[]): RenderedFile[] {
  const hidden = hiddenCredentials(context.addons);
  const added = wireExamples(context);
  const responseDates = completeResponseDates(context);
  const pages = groupByPage(context, rendered).flatMap((page): RenderedFile[] => {
    const operations = page.operations.flatMap(({ operation, examples }) => {
      const dates = responseDates(operation);
      // Jest rejects a file without tests.
      if (dates === undefined || examples.length === 0) return [];
      const more = added.get(operation);
      const all = more ? [...examples, { example: more, call: renderCall(operation, more, context) }] : examples;
      return {
        method: context.names.operation(operation).method,
        examples: all.map(({ example, call }) => ({
          title: example.title,
          call,
          hasReply: replyType(operation, context.names) !== 'void',
          expectation: expectation(operation, example, dates, hidden, context),
        })),
        pages: testedPages(operation, context),
      };
    });
    if (operations.length === 0) return [];
    const hasPages = operations.some(({ pages }) => pages !== false);
    const view = { variable: context.names.variable, operations, hasPages };
    return [[`test/${page.name.slug}.test.ts`, context.templates.render('tests/page.test.ts.hbs', view)]];
  });
  return [...pages, ...renderSupport(context)];
}

function testedPages(operation: Operation, context: RenderContext): TestedPagesView | false {
  const { pagination, examples } = operation;
  const [example] = examples;
  if (pagination === undefined || example === undefined || !pagesEntry(operation, context)) return false;
  const { constant, layout } = context.names.operation(operation);
  return {
    name: constant,
    call: renderIteration(operation, example, context).call,
    expectation: expectedPages(pagination, layout),
  };
}

function expectation(
  operation: Operation,
  example: CallExample,
  dates: readonly string[],
  hidden: ReadonlySet<string>,
  context: RenderContext,
): string {
  const request = expectRequest(operation, example, literalOptions(operation, context));
  const inner = '      ';
  const json = (value: Json): string => jsonCode(value, context, inner);
  const entries: [string, string][] = [
    ['method', stringLiteral(request.method)],
    ['path', stringLiteral(request.path)],
  ];
  if (request.query.length > 0) entries.push(['query', json(request.query.map((pair) => [...pair]))]);
  if (request.headers.length > 0) entries.push(['headers', json(request.headers.map((pair) => [...pair]))]);
  if (request.body) entries.push(['body', json(JSON.parse(JSON.stringify(request.body)))]);
  const security = usedCredentials(operation, context.model, hidden).map(({ scheme }) => scheme.key);
  if (security.length > 0) entries.push(['credentials', json([...security])]);
  const mode = streamOf(operation) ? 'stream' : replyMode(operation);
  if (mode !== undefined) entries.push(['reply', stringLiteral(mode)]);
  if (dates.length > 0) entries.push(['dates', json([...dates])]);
  return `{\n${entries.map(([key, code]) => `${inner}${key}: ${code},\n`).join('')}    }`;
}

/** Files shared by the tests; an add-on may replace them. */
function renderSupport(context: RenderContext): RenderedFile[] {
  const { names, templates } = context;
  const { credentials, values, className, entry, testOptions } = sampleClient(context);
  const table = credentials.map(({ scheme, wire }) =>
    objectLiteral([
      ['scheme', stringLiteral(scheme.key)],
      ['in', stringLiteral(wire.in)],
      ['name', stringLiteral(wire.name)],
      ['value', stringLiteral(wire.value)],
    ]),
  );
  const view = {
    className: names.className,
    clientPackage: names.clientPackage,
    testing: `${names.clientPackage}/testing`,
    variable: names.variable,
    options: optionViews(values),
    table: arrayLines(table, ''),
  };
  const pagesView = { ...view, className, clientPackage: entry, options: optionViews(testOptions) };
  return [
    ['test/support/set-up.ts', templates.render('tests/support/set-up.ts.hbs', view)],
    ['test/support/credentials.ts', templates.render('tests/support/credentials.ts.hbs', view)],
    ...(context.model.operations.some(({ pagination }) => pagination)
      ? [['test/support/pages.ts', templates.render('tests/support/pages.ts.hbs', pagesView)] as const]
      : []),
    ['test/support/session.ts', templates.text('tests/support/session.ts')],
    ['test/support/body.ts', templates.text('tests/support/body.ts')],
    ['test/support/dates.ts', templates.text('tests/support/dates.ts')],
    ['test/run.mjs', templates.text('tests/run.mjs')],
  ];
}

function optionViews(options: Options): TestSupportView['options'] {
  return options.map(([option, sample]) => ({ option, sample }));
}
