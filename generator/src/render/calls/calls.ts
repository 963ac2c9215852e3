import type { CallExample, Operation } from '../../model/model.js';
import { isObject, type Json, objectShape, type Schema } from '../../schema/index.js';
import type { RenderContext } from '../context.js';
import { replyType } from '../response-type.js';
import { type ExampleFile, type LiteralOptions, literal, objectExpression } from './literals.js';

/** The statement that makes an example call: the same bytes in the documentation and in the test. */
export function renderCall(operation: Operation, example: CallExample, context: RenderContext): string {
  const { method } = context.names.operation(operation);
  const view = {
    hasReply: replyType(operation, context.names) !== 'void',
    variable: context.names.variable,
    method,
    argument: argumentCode(operation, example, context),
  };
  return context.templates.render('partials/call.hbs', view).trimEnd();
}

/** The flat argument object of an example; empty for a call without arguments. */
export function argumentCode(operation: Operation, example: CallExample, context: RenderContext): string {
  const { layout } = context.names.operation(operation);
  const schemas = new Map<string, Schema>();
  const entries: [string, Json][] = [];
  for (const { parameter, value } of example.parameters) {
    const argument = layout.parameters.find((entry) => entry.parameter === parameter)?.argument ?? parameter.name;
    schemas.set(argument, parameter.schema);
    entries.push([argument, value]);
  }
  if (layout.body && example.body !== undefined) {
    if (layout.body.kind === 'argument') {
      const { argument, body } = layout.body;
      schemas.set(argument, body.schema);
      entries.push([argument, example.body]);
    } else if (isObject(example.body)) {
      const shape = objectShape(layout.body.body.schema, context.model);
      for (const property of shape.properties) schemas.set(property.name, property.schema);
      entries.push(...Object.entries(example.body));
    }
  }
  if (entries.length === 0) return layout.optional ? '' : '{}';
  return objectExpression(entries, (name) => schemas.get(name) ?? true, literalOptions(operation, context), '');
}

export function literalOptions(operation: Operation, context: RenderContext): LiteralOptions {
  return { resolver: context.model, file: (field) => exampleFile(operation, field) };
}

/** Plain JSON as code. */
export function jsonCode(value: Json, context: RenderContext, indent: string): string {
  return literal(value, true, { resolver: context.model, file: () => ({ name: '', type: '' }) }, indent);
}

const extensions = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['application/pdf', 'pdf'],
  ['application/zip', 'zip'],
  ['text/plain', 'txt'],
  ['text/csv', 'csv'],
]);

/** A file of the type that the spec defines for this field. */
export function exampleFile(operation: Operation, field: string): ExampleFile {
  const { body } = operation;
  const whole = body?.kind === 'binary' ? body.mediaType : '';
  const declared = body?.parts.find((part) => part.name === field)?.contentType ?? whole;
  const [first = ''] = declared.split(',');
  const type = first.startsWith('image/*')
    ? 'image/png'
    : first.includes('*') || !extensions.has(first.trim())
      ? 'text/plain'
      : first.trim();
  return { name: `example.${extensions.get(type) ?? 'bin'}`, type };
}

/** The example calls of an operation, rendered once for the documentation and for the tests. */
export interface RenderedOperation {
  readonly operation: Operation;
  readonly examples: readonly { readonly example: CallExample; readonly call: string }[];
}

export function renderExamples(context: RenderContext): RenderedOperation[] {
  return context.model.operations.map((operation) => ({
    operation,
    examples: operation.examples.map((example) => ({ example, call: renderCall(operation, example, context) })),
  }));
}
