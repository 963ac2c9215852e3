import type { CallExample, Operation, Parameter } from '../../model/model.js';
import { concreteSchema, conforms } from '../../schema/index.js';
import type { RenderContext } from '../context.js';

/** Text that a URL changes unless each of its characters is encoded as UTF-8, once. */
const textToEncode = 'a/b c?d=e&f#g+h%41;\u00e9\u{1f600}';

/** Additional calls for rules that examples do not cover, such as encoding and empty bodies. One operation is enough for each. */
export function wireExamples(context: RenderContext): ReadonlyMap<Operation, CallExample> {
  const found = new Map<Operation, CallExample>();
  const add = (make: (operation: Operation) => CallExample | undefined): void => {
    for (const operation of context.model.operations) {
      const example = found.has(operation) ? undefined : make(operation);
      if (example === undefined) continue;
      found.set(operation, example);
      return;
    }
  };
  add((operation) => encodedExample(operation, 'path', context));
  add((operation) => encodedExample(operation, 'query', context));
  add((operation) => emptyExample(operation, context));
  return found;
}

/** A call with special characters, if the location accepts any string. */
function encodedExample(
  operation: Operation,
  place: 'path' | 'query',
  { model }: RenderContext,
): CallExample | undefined {
  const takesAnyText = ({ in: where, schema, mediaType, allowReserved }: Parameter): boolean => {
    const concrete = concreteSchema(schema, textToEncode, model);
    const isFree = typeof concrete === 'object' && concrete.type === 'string' && concrete.format === undefined;
    const isPlain = where === place && mediaType === undefined && !allowReserved;
    return isPlain && isFree && conforms(textToEncode, schema, model);
  };
  const example = operation.examples.find(({ parameters }) =>
    parameters.some((given) => takesAnyText(given.parameter)),
  );
  if (example === undefined) return undefined;
  const parameters = example.parameters.map((given) =>
    takesAnyText(given.parameter) ? { ...given, value: textToEncode } : given,
  );
  return { ...example, title: `special characters in the ${place}`, origin: 'synthesised', parameters };
}

/** A call with none of the fields of a required body. */
function emptyExample(operation: Operation, { names, model }: RenderContext): CallExample | undefined {
  const { body, examples } = operation;
  const layout = names.operation(operation).layout.body;
  const isMeant = layout?.kind === 'fields' && layout.properties.every(({ required }) => !required);
  const [example] = examples;
  if (!body?.required || body.kind !== 'json' || !isMeant) return undefined;
  if (example === undefined || !conforms({}, body.schema, model)) return undefined;
  const parameters = example.parameters.filter(({ parameter }) => parameter.required);
  return { title: 'no field of the body', origin: 'synthesised', parameters, body: {} };
}
