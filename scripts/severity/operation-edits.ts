import { type Apply, at, fresh, json, toggle } from './apply.js';
import { isObject, listAt, type Node, type ObjectNode, objectAt, operationsOf } from './tree.js';

const pathsOf = (root: ObjectNode): ObjectNode => objectAt(root, 'paths');
const queryOf = (operation: ObjectNode): ObjectNode[] =>
  listAt(operation, 'parameters')
    .filter(isObject)
    .filter((one) => one.in === 'query');
const withQuery = (root: ObjectNode) => operationsOf(root).filter(({ operation }) => queryOf(operation).length > 0);
const bodies = (root: ObjectNode): ObjectNode[] =>
  operationsOf(root).flatMap(({ operation }) => (isObject(operation.requestBody) ? [operation.requestBody] : []));

function successOf(operation: ObjectNode): readonly [responses: ObjectNode, status: string] {
  const responses = objectAt(operation, 'responses');
  return [responses, Object.keys(responses).find((key) => key.startsWith('2')) ?? '200'];
}

/** Changes of operations and of the service as a whole, by name. */
export const OPERATION_EDITS: Readonly<Record<string, Apply>> = {
  'deprecate an operation': at(operationsOf, ({ operation }) => toggle(operation, 'deprecated', true)),
  'add an operation': at(operationsOf, ({ operation, path, method }, _, root) => {
    const copy = { ...structuredClone(operation), operationId: `${String(operation.operationId)}Again` };
    pathsOf(root)[`/again${path}`] = { [method]: copy };
  }),
  'remove an operation': at(operationsOf, ({ item, method }) => delete item[method]),
  'rename an operation': at(operationsOf, ({ operation }) => {
    operation.operationId = `Renamed${String(operation.operationId)}`;
  }),
  'move an operation': at(operationsOf, ({ operation, path, method, item }, _, root) => {
    delete item[method];
    pathsOf(root)[`/moved${path}`] = { [method]: operation };
  }),
  'another tag': at(operationsOf, ({ operation }) => {
    operation.tags = ['Other'];
  }),
  'add a parameter': at(operationsOf, ({ operation }, way) => {
    const place = way % 4 < 2 ? 'query' : 'header';
    const parameter = { name: `extra_${way % 3}`, in: place, required: way % 2 === 0, schema: fresh(way % 2) };
    operation.parameters = [...listAt(operation, 'parameters'), parameter];
  }),
  'remove a parameter': at(withQuery, ({ operation }, way) => {
    const query = queryOf(operation);
    const gone = query[way % query.length];
    operation.parameters = listAt(operation, 'parameters').filter((one) => one !== gone);
  }),
  'require or move a parameter': at(
    (root) => withQuery(root).flatMap(({ operation }) => queryOf(operation)),
    (parameter, way) => {
      if (way % 3 === 0) parameter.in = 'header';
      else parameter.required = parameter.required !== true;
    },
  ),
  'rename a path parameter': at(operationsOf, ({ operation, path, item }, _, root) => {
    const [, name] = /\{([^}]*)\}/.exec(path) ?? [];
    const parameters = listAt(operation, 'parameters').filter(isObject);
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    if (parameter === undefined || Object.keys(item).length > 1) return false;
    parameter.name = `${name}_2`;
    delete pathsOf(root)[path];
    pathsOf(root)[path.replace(`{${name}}`, `{${name}_2}`)] = item;
    return true;
  }),
  'remove a body': at(operationsOf, ({ operation }) => isObject(operation.requestBody) && delete operation.requestBody),
  'add a body': at(operationsOf, ({ operation, method }, way) => {
    if (operation.requestBody !== undefined || method === 'get') return false;
    const required = way % 2 === 0 ? { required: ['note'] } : {};
    const schema = { type: 'object', properties: { note: { type: 'string' } }, ...required };
    operation.requestBody = { required: way % 4 < 2, content: json(schema) };
    return true;
  }),
  'require a body or not': at(bodies, (body) => {
    body.required = body.required !== true;
  }),
  'another body': at(bodies, (body, way) => {
    body.content = json(fresh(way));
  }),
  'another status': at(operationsOf, ({ operation }) => {
    const [responses, status] = successOf(operation);
    const { [status]: reply = {}, ...rest } = responses;
    operation.responses = { [status === '202' ? '200' : '202']: reply, ...rest };
  }),
  'another reply': at(operationsOf, ({ operation }, way) => {
    const [responses, status] = successOf(operation);
    const contents: readonly ObjectNode[] = [
      {},
      { content: json(fresh(way)) },
      { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      { content: { 'text/plain': { schema: { type: 'string' } } } },
    ];
    responses[status] = { description: 'Fine.', ...contents[way % contents.length] };
  }),
  'a second reply': at(operationsOf, ({ operation }, way) => {
    const schema = { type: 'object', properties: { second: fresh(way) } };
    objectAt(operation, 'responses')['203'] = { description: 'Fine.', content: json(schema) };
  }),
  'other security': at(operationsOf, ({ operation }, way, root) => {
    const schemes = Object.keys(objectAt(objectAt(root, 'components'), 'securitySchemes'));
    if (schemes.length === 0) return false;
    const all = Object.fromEntries(schemes.map((name): [string, Node] => [name, []]));
    const requirements: readonly Node[][] = [[], [{}], schemes.map((name) => ({ [name]: [] })), [all]];
    operation.security = requirements[way % requirements.length] ?? [];
    return true;
  }),
  'another server': at(
    (root) => [root],
    (root, way) => {
      if (way % 3 === 0) delete root.servers;
      else root.servers = [{ url: `https://other-${way % 3}.example.com` }];
    },
  ),
  'another version': at(
    (root) => [objectAt(root, 'info')],
    (info, way) => {
      info.version = `2.0.${way % 9}`;
    },
  ),
};
