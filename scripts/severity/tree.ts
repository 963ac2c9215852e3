/** A part of a spec that may be changed: plain JSON. */
export type Node = null | boolean | number | string | Node[] | { [key: string]: Node };
export interface ObjectNode {
  [key: string]: Node;
}

export function isObject(node: Node | undefined): node is ObjectNode {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** The object at a field; created if absent. */
export function objectAt(parent: ObjectNode, key: string): ObjectNode {
  const found = parent[key];
  if (isObject(found)) return found;
  const made: ObjectNode = {};
  parent[key] = made;
  return made;
}

export function listAt(parent: ObjectNode, key: string): Node[] {
  const found = parent[key];
  return Array.isArray(found) ? found : [];
}

/** One operation of a spec. */
export interface OperationNode {
  readonly path: string;
  readonly method: string;
  readonly item: ObjectNode;
  readonly operation: ObjectNode;
}

export function operationsOf(root: ObjectNode): OperationNode[] {
  return Object.entries(objectAt(root, 'paths')).flatMap(([path, item]) =>
    isObject(item)
      ? ['get', 'put', 'post', 'delete', 'patch'].flatMap((method) => {
          const operation = item[method];
          return isObject(operation) ? [{ path, method, item, operation }] : [];
        })
      : [],
  );
}

/** A schema with the object or array that contains it. */
export interface SchemaSite {
  readonly holder: ObjectNode | Node[];
  readonly key: string;
  readonly schema: ObjectNode;
}

/** Every schema of a spec, below its named schemas, its parameters, bodies and successful responses. */
export function schemasOf(root: ObjectNode): SchemaSite[] {
  const found: SchemaSite[] = [];
  const visit = (holder: ObjectNode | Node[], key: string): void => {
    const schema = Array.isArray(holder) ? holder[Number(key)] : holder[key];
    if (!isObject(schema)) return;
    found.push({ holder, key, schema });
    for (const keyword of ['properties', 'patternProperties']) {
      const fields = schema[keyword];
      if (isObject(fields)) for (const name of Object.keys(fields)) visit(fields, name);
    }
    for (const keyword of ['items', 'additionalProperties']) visit(schema, keyword);
    for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
      const members = schema[keyword];
      if (Array.isArray(members)) for (const index of members.keys()) visit(members, String(index));
    }
  };
  const named = objectAt(objectAt(root, 'components'), 'schemas');
  for (const name of Object.keys(named)) visit(named, name);
  for (const { operation } of operationsOf(root)) {
    for (const parameter of listAt(operation, 'parameters')) if (isObject(parameter)) visit(parameter, 'schema');
    visitContent(operation.requestBody, visit);
    const responses = objectAt(operation, 'responses');
    for (const [status, reply] of Object.entries(responses)) if (status.startsWith('2')) visitContent(reply, visit);
  }
  return found;
}

function visitContent(holder: Node | undefined, visit: (holder: ObjectNode, key: string) => void): void {
  if (!isObject(holder) || !isObject(holder.content)) return;
  for (const media of Object.values(holder.content)) if (isObject(media)) visit(media, 'schema');
}
