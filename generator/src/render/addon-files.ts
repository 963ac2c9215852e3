import { namedReference } from '../schema/index.js';
import type { Addon } from './addons.js';
import type { DatePlans } from './client/dates.js';
import type { RenderContext, RenderedFile } from './context.js';
import { replyType } from './response-type.js';
import type { Templates } from './templates.js';
import type { AddonFileView, AddonOperationView, AddonView, PartView } from './views/index.js';

/** The add-on's own sources, copied unchanged to `src/addons/<name>/`. */
export function addonSources(addon: Addon, templates: Templates): RenderedFile[] {
  return [...templates.below(`addons/${addon.name}`)].flatMap(([path, text]): RenderedFile[] => {
    const isSource = path.endsWith('.ts') && !/^(test|package)\//.test(path);
    return isSource ? [[`src/addons/${addon.name}/${path}`, text]] : [];
  });
}

/**
 * Files that the add-on renders with the package's names, or that replace a file of ours. A file that renders empty, because the
 * spec lacks its subject, is omitted.
 */
export function addonFiles(addon: Addon, templates: Templates, view: AddonFileView): RenderedFile[] {
  const folder = `addons/${addon.name}/package` as const;
  const files = [...templates.below(folder)].map(([path, text]): RenderedFile => {
    if (!path.endsWith('.hbs')) return [path, text];
    return [path.slice(0, -'.hbs'.length), templates.render(`${folder}/${path}`, view)];
  });
  return files.filter(([, text]) => text.trim() !== '');
}

/** The parts of the spec that an add-on needs; must be called before the date tables are printed. */
export function addonView(addon: Addon, context: RenderContext, dates: DatePlans): AddonView {
  const parts = Object.entries(addon.parts).flatMap(([field, wanted]): PartView[] => {
    const isList = wanted.endsWith('[]');
    const key = isList ? wanted.slice(0, -2) : wanted;
    const name = context.names.schema(key);
    if (!name) return [];
    const constant = dates.expression({ $ref: namedReference(key) });
    const plan = constant === undefined || !isList ? constant : `[${constant}]`;
    return [{ field, type: `types.${name.exported}${isList ? '[]' : ''}`, dates: plan ?? '' }];
  });
  const operations = Object.entries(addon.operations).map(([name, id]) => [name, operationView(id, context)] as const);
  return { parts, partDates: dates.takeMentioned(), operations: Object.fromEntries(operations) };
}

function operationView(id: string, { model, names }: RenderContext): AddonOperationView | false {
  const operation = model.operations.find((candidate) => candidate.id === id);
  if (!operation) return false;
  const { method, constant, layout } = names.operation(operation);
  const argument = layout.parameters.find(({ parameter }) => parameter.in === 'path')?.argument ?? '';
  return { method, constant, argument, replyType: replyType(operation, names, (name) => `types.${name}`) };
}
