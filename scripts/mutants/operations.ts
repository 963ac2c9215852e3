import type { Prepared } from '../../generator/src/index.js';
import { bodyFieldMutants, handOver } from './body-fields.js';
import { type Edit, type Mutant, type OperationNames, stringLiteral } from './mutant.js';

type Model = Prepared['model'];
type Operation = Model['operations'][number];
type ParameterArgument = OperationNames['layout']['parameters'][number];

const OPERATIONS_FILE = 'operations.ts';

/**
 * Two mutants per operation (its method, its path), and two per parameter (its name, its location), where a field of the body
 * counts as a parameter; one for each operation with two values in its path, one if its response contains date-times, and one for
 * each name by which its pages are requested.
 */
export function operationMutants(
  model: Model,
  names: Prepared['names'],
  read: (file: string) => string,
): readonly Mutant[] {
  return model.operations.flatMap((operation) => {
    const own = names.operation(operation);
    return [
      methodMutant(operation, own, model),
      pathMutant(operation, own),
      ...exchangeMutants(operation, own),
      ...own.layout.parameters.flatMap((parameter) => parameterMutants(operation, own, parameter)),
      ...(own.layout.body === undefined ? [] : bodyFieldMutants(own, own.layout.body, model)),
      ...dateMutants(own, read),
      ...pageMutants(own, read),
    ];
  });
}

function methodMutant(operation: Operation, own: OperationNames, model: Model): Mutant {
  const method = otherMethod(operation, model);
  return {
    subject: own.method,
    fault: `sent as ${method.toUpperCase()}`,
    edits: [dataEdit(own, field('method', operation.method.toUpperCase()), field('method', method.toUpperCase()))],
    group: own.method,
  };
}

/** The method of another operation with the same path, which a server is least likely to reject, or any method. */
function otherMethod(operation: Operation, model: Model): Operation['method'] {
  const neighbour = model.operations.find(({ path, method }) => path === operation.path && method !== operation.method);
  const isUsable = neighbour !== undefined && !(neighbour.method === 'get' && operation.body !== undefined);
  if (isUsable) return neighbour.method;
  return operation.method === 'post' ? 'put' : 'post';
}

function pathMutant(operation: Operation, own: OperationNames): Mutant {
  const segments = operation.path.split('/');
  const last = segments.findLastIndex((segment) => segment !== '' && !segment.includes('{'));
  const path = segments.map((segment, index) => (index === last ? `${segment}_mutated` : segment)).join('/');
  return {
    subject: own.method,
    fault: `sent to ${path}`,
    edits: [dataEdit(own, field('path', operation.path), field('path', path))],
    group: own.method,
  };
}

/** Swaps two values of the path. */
function exchangeMutants(operation: Operation, own: OperationNames): readonly Mutant[] {
  const [first, second] = operation.path.match(/\{[^{}]*\}/g) ?? [];
  if (first === undefined || second === undefined) return [];
  const path = operation.path.split(/(\{[^{}]*\})/).map((part) => {
    return part === first ? second : part === second ? first : part;
  });
  const edits = [dataEdit(own, field('path', operation.path), field('path', path.join('')))];
  return [{ subject: own.method, fault: `${first} and ${second} exchanged`, edits, group: own.method }];
}

function parameterMutants(operation: Operation, own: OperationNames, given: ParameterArgument): readonly Mutant[] {
  const { name, in: place } = given.parameter;
  const subject = `${own.method}, ${place} parameter ${name}`;
  const mutant = (fault: string, ...edits: Edit[]): Mutant => ({ subject, fault, edits, group: own.method });
  const data = `${field('name', name)}, ${field('in', place)}`;
  const inQuery = dataEdit(own, data, `${field('name', name)}, ${field('in', 'query')}`);
  const argument = field('argument', given.argument);
  const renamed = `${field('name', `${name}_mutated`)}, ${field('in', place)}, ${argument}`;
  if (place === 'query') {
    return [
      mutant('under another name', dataEdit(own, data, renamed)),
      mutant('moved to a header', toHeader(own, given)),
    ];
  }
  if (place !== 'path') {
    return [mutant('under another name', dataEdit(own, data, renamed)), mutant('moved to the query', inQuery)];
  }
  const path = operation.path.replaceAll(operation.path.includes(`/{${name}}`) ? `/{${name}}` : `{${name}}`, '');
  const shortened = dataEdit(own, field('path', operation.path), field('path', path));
  // Path parameters have no name in the request: only the name of the argument can be wrong.
  const unnamed = dataEdit(own, data, `${data}, ${field('argument', `${given.argument}_mutated`)}`);
  return [mutant('under another name', unnamed), mutant('moved to the query', shortened, inQuery)];
}

/** Made where the client passes on the call: a header of the operation itself would need more of the runtime. */
function toHeader(own: OperationNames, { parameter, argument }: ParameterArgument): Edit {
  const { constant } = own;
  const given = `args?.[${stringLiteral(argument)}]`;
  const text = parameter.mediaType === undefined ? `String(${given})` : `JSON.stringify(${given})`;
  return {
    file: 'client.ts',
    find: handOver(constant),
    replace: handOver(constant, {
      parameters:
        `operations.${constant}.operation.parameters.filter((parameter) => ` +
        `parameter.name !== ${stringLiteral(parameter.name)} || parameter.in !== ${stringLiteral(parameter.in)})`,
      args: `{ ...args, ${stringLiteral(argument)}: undefined }`,
      options:
        `{ ...options, headers: { ...options?.headers, ` +
        `${stringLiteral(parameter.name)}: ${given} === undefined ? undefined : ${text} } }`,
    }),
  };
}

function dateMutants(own: OperationNames, read: (file: string) => string): readonly Mutant[] {
  const plan = lineOf('dates', own, read);
  if (plan === undefined) return [];
  const edits = [dataEdit(own, plan, '')];
  return [{ subject: own.method, fault: 'date-times of the reply unchanged', edits, group: own.method }];
}

/** The items, and each argument of the next page with the source of its value. */
function pageMutants(own: OperationNames, read: (file: string) => string): readonly Mutant[] {
  const plan = lineOf('pages', own, read);
  if (plan === undefined) return [];
  // The limit after a keyset or an offset only saves a request at the end.
  const [start = ''] = /^.*by(?:Cursor.*|Keyset\(\{[^}]*\}|Offset\('[^']*')/s.exec(plan) ?? [];
  return [...start.matchAll(/'([^']*)'|\b(?!items\b)(\w+)(?=: ')/g)].map(({ 0: found, 1: quoted, 2: key, index }) => {
    const name = quoted ?? key ?? '';
    const mutated = found.replace(name, () => `${name}_mutated`);
    const edits = [dataEdit(own, plan, plan.slice(0, index) + mutated + plan.slice(index + found.length))];
    return { subject: `${own.method}, pages`, fault: `${name} under another name`, edits, group: own.method };
  });
}

/** The line of one field in the data of an operation. */
function lineOf(key: string, own: OperationNames, read: (file: string) => string): string | undefined {
  const text = read(OPERATIONS_FILE);
  const start = text.indexOf(declaration(own));
  return new RegExp(`\n {2}${key}: .*`).exec(text.slice(start, text.indexOf('\n});', start)))?.[0];
}

function declaration({ constant }: OperationNames): string {
  return `export const ${constant}: `;
}

function dataEdit(own: OperationNames, find: string, replace: string): Edit {
  return { file: OPERATIONS_FILE, find, replace, within: declaration(own) };
}

function field(key: string, value: string): string {
  return `${key}: ${stringLiteral(value)}`;
}
