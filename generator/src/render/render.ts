import type { Operation } from '../model/model.js';
import { type RenderedOperation, renderExamples } from './calls/calls.js';
import { renderClient } from './client/render-client.js';
import { folderOf, type RenderContext, type RenderedPackage } from './context.js';
import { sampleClient } from './docs/guide-samples.js';
import { renderGuides } from './docs/guides.js';
import { guidesOf } from './docs/index-page.js';
import { renderDocs } from './docs/render-docs.js';
import { type IsPassed, passGate } from './gate.js';
import { renderPackageFiles } from './package-files.js';
import { type TemplateFiles, Templates, type TemplateTexts } from './templates.js';
import { isForTests, renderTesting } from './testing/render-testing.js';
import { renderTests } from './tests/render-tests.js';
import type { PrintedTypes } from './types/declarations.js';
import { buildSpecialParts, type PlannedTypes, planTypes, renderTypes } from './types/render-types.js';

export interface RenderInput extends Omit<RenderContext, 'templates'> {
  readonly texts: TemplateTexts;
  readonly templateFiles?: TemplateFiles;
  /** Texts that need not pass the gate again; default: none. */
  readonly isPassed?: IsPassed;
  readonly printedTypes?: PrintedTypes;
}

/**
 * Renders both packages; nothing is written.
 * @throws {ProblemsError} with all errors in the templates, or if a file would not parse.
 */
export async function renderPackages(input: RenderInput): Promise<readonly RenderedPackage[]> {
  const { names, model } = input;
  const context = contextOf(input);
  const rendered = renderExamples(context);
  const setUp = renderSetUp(context);
  const firstCall = rendered[0]?.examples[0]?.call ?? '';
  const parts = buildSpecialParts(model, names);
  const sources = new Map([...renderGuides(context, rendered, setUp, parts.special), ...renderClient(context)]);
  const guides = guidesOf([...sources]);
  const types = new Map([
    ...renderTypes(context, planTypes(context, parts), input.printedTypes),
    ...renderPackageFiles(context, 'types', setUp, firstCall),
  ]);
  const client = new Map([
    ...renderTests(context, rendered),
    ...renderTesting(context),
    ...sources, // An add-on's files take the place of the generic ones.
    ...renderDocs(context, rendered, { setUp, firstCall }, guides, parts),
    ...renderPackageFiles(context, 'client', setUp, firstCall, guides),
  ]);
  context.templates.throwIfFailed();
  const packages = [
    { folder: folderOf(names.typesPackage), files: [...types] },
    { folder: folderOf(names.clientPackage), files: [...client] },
  ];
  await passGate(packages, input.isPassed);
  return packages;
}

/** The parts of both packages that users' compilers see: their sources, by path below the package, and the documented calls. */
export interface RenderedSources {
  readonly types: ReadonlyMap<string, string>;
  readonly client: ReadonlyMap<string, string>;
  readonly examples: readonly RenderedOperation[];
}

/** The sources before they are printed. */
export interface PlannedSources {
  readonly context: RenderContext;
  readonly types: PlannedTypes;
}

export function planSources(input: RenderInput): PlannedSources {
  const context = contextOf(input);
  return { context, types: planTypes(context, buildSpecialParts(input.model, input.names)) };
}

/** What is printed of the sources: types by their keys. */
export interface Needed {
  readonly type: (key: string) => boolean;
  readonly operation: (operation: Operation) => boolean;
}

/** @throws {ProblemsError} with all errors in the templates. */
export function renderSources(
  { context, types }: PlannedSources,
  needed: Needed = { type: () => true, operation: () => true },
  printed?: PrintedTypes,
): RenderedSources {
  const { model } = context;
  const part = { ...context, model: { ...model, operations: model.operations.filter(needed.operation) } };
  const sources = {
    client: new Map(renderClient(part, model).filter(([path]) => !isForTests(path))),
    types: new Map(renderTypes(context, types, printed, needed.type)),
    examples: renderExamples(part),
  };
  context.templates.throwIfFailed();
  return sources;
}

function contextOf(input: RenderInput): RenderContext {
  return { ...input, templates: new Templates(input.texts, input.templateFiles) };
}

/** The lines of a snippet before the call: the import and the client. */
function renderSetUp(context: RenderContext): string {
  const { className, entry, note, options } = sampleClient(context);
  const view = {
    className,
    entry,
    variable: context.names.variable,
    note,
    options: options.map(([option, sample]) => ({ option, sample })),
  };
  return context.templates.render('partials/set-up.hbs', view).trimEnd();
}
