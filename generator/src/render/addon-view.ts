import { pointerToken } from '../schema/index.js';
import type { Addon } from './addons.js';
import type { DatePlans } from './client/dates.js';
import type { RenderContext } from './context.js';
import { replyType } from './reply-type.js';
import type { AddonOperationView, AddonView, PartView } from './views/index.js';

/** Looks up in the description what an add-on asks for; must come before the tables of dates are printed. */
export function addonView(addon: Addon, context: RenderContext, dates: DatePlans): AddonView {
  const constants = new Set<string>();
  const parts = Object.entries(addon.parts).flatMap(([field, wanted]): PartView[] => {
    const isList = wanted.endsWith('[]');
    const key = isList ? wanted.slice(0, -2) : wanted;
    const name = context.names.schema(key);
    if (!name) return [];
    const constant = dates.expression({ $ref: `#/components/schemas/${pointerToken(key)}` });
    if (constant !== undefined) constants.add(constant);
    const plan = constant === undefined || !isList ? constant : `[${constant}]`;
    return [{ field, type: `types.${name.exported}${isList ? '[]' : ''}`, dates: plan ?? '' }];
  });
  const operations = Object.entries(addon.operations).map(([name, id]) => [name, operationView(id, context)] as const);
  return { parts, partDates: [...constants].sort(), operations: Object.fromEntries(operations) };
}

function operationView(id: string, { model, names }: RenderContext): AddonOperationView | false {
  const operation = model.operations.find((candidate) => candidate.id === id);
  if (!operation) return false;
  const { method, constant, layout } = names.operation(operation);
  const argument = layout.parameters.find(({ parameter }) => parameter.in === 'path')?.argument ?? '';
  return { method, constant, argument, replyType: replyType(operation, names, (name) => `types.${name}`) };
}
