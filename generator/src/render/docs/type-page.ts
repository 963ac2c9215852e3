import { successResponses } from '../../model/results.js';
import { addTo, compareText } from '../../problems/index.js';
import type { Direction, Schema } from '../../schema/index.js';
import { furtherReading, getString, hasBranches, objectShape } from '../../schema/index.js';
import type { RenderContext } from '../context.js';
import type { SpecialParts } from '../types/render-types.js';
import { requestSchemas } from '../types/request-schemas.js';
import type { LetterView, TypeView } from '../views/index.js';
import { type DisplayContext, displayType } from './display-type.js';
import { readingText } from './reading.js';
import { distinctSchemas } from './responses.js';
import { propertyRow, visible } from './rows.js';

interface TypeSection {
  readonly name: string;
  readonly schema: Schema;
  readonly direction: Direction;
}

export function typeSections(
  context: RenderContext,
  inputs: ReadonlyMap<string, string>,
  { filters }: SpecialParts,
): TypeSection[] {
  const { model, names } = context;
  const requests = requestSchemas(model);
  const schemas = model.schemas.flatMap(({ name, schema }): TypeSection[] => {
    const given = filters.bySchema.has(schema) ? undefined : names.schema(name)?.exported;
    const input = inputs.get(name);
    return [
      ...(given === undefined
        ? []
        : [{ name: given, schema, direction: requests.owns(schema) ? 'request' : 'reply' } as const]),
      ...(input === undefined ? [] : [{ name: input, schema, direction: 'request' } as const]),
    ];
  });
  const replies = model.operations.flatMap((operation): TypeSection[] => {
    const own = names.operation(operation).response;
    const responses = successResponses(operation).filter(({ kind }) => kind === 'json');
    const schemas = distinctSchemas(responses);
    const [only, ...others] = schemas;
    if (own === undefined || only === undefined) return [];
    return [{ name: own.exported, schema: others.length === 0 ? only : { anyOf: schemas }, direction: 'reply' }];
  });
  return [...schemas, ...replies].sort((left, right) => compareText(left.name, right.name));
}

/** The types by first letter, as links within the page. */
export function typeIndex(anchors: ReadonlyMap<string, string>): readonly LetterView[] {
  const letters = new Map<string, { readonly name: string; readonly anchor: string }[]>();
  for (const [name, anchor] of anchors) {
    addTo(letters, name.charAt(0).toUpperCase(), { name, anchor });
  }
  return [...letters].map(([letter, types]) => ({ letter, types }));
}

export function typeView({ name, schema }: TypeSection, context: RenderContext, display: DisplayContext): TypeView {
  const isComposed = getString(schema, '$ref') !== undefined || hasBranches(schema, context.model);
  const { properties } = objectShape(schema, context.model);
  const showsProperties = properties.length > 0 && !isComposed;
  return {
    name,
    description: typeof schema === 'object' ? (getString(schema, 'description') ?? '') : '',
    reading: readingText(furtherReading(schema)),
    alias: showsProperties ? '' : displayType(schema, display).replaceAll('\\|', '|'),
    properties: showsProperties
      ? visible(properties, display)
          .map((property) => propertyRow(property, display))
          .sort((left, right) => Number(right.required) - Number(left.required))
      : [],
  };
}

export function firstSentence(text: string | undefined): string {
  return /^[^\n]*?[.!?](?=\s|$)/.exec(text ?? '')?.[0] ?? text ?? '';
}
