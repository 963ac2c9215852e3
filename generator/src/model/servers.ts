import type { Json } from '../schema/index.js';
import {
  get,
  getObject,
  getString,
  isArray,
  optional,
  stringsAt,
  templateName,
  templateNames,
} from '../schema/index.js';
import type { Model, Operation, Server, ServerVariable } from './model.js';

/** Method and path template of a request, such as `GET /pets/{id}`. */
export function requestLine(operation: Pick<Operation, 'method' | 'path' | 'parameters'>): string {
  return `${operation.method.toUpperCase()} ${sentPath(operation)}`;
}

/**
 * The path template of a request, with the names of the parameters. Specs add a fragment to a path where several operations have
 * the same one; it is never sent.
 */
export function sentPath({ path, parameters }: Pick<Operation, 'path' | 'parameters'>): string {
  const names = new Set(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name));
  return path
    .replace(/#[^/]*$/, '')
    .replace(/\{([^{}]+)\}/g, (whole, name: string) => (names.has(name) ? whole : `{${templateName(name)}}`));
}

/** Whether requests can be sent to the URL of a server as it is. */
export function isUsable(url: string): boolean {
  return /^https?:\/\/[^/{}?#@\s][^{}?#@\s]*$/i.test(url);
}

/** Server Objects (OpenAPI 3.1, 4.8.5): their URLs as written, and with the defaults of their variables. */
export function buildServers(servers: Json | undefined): Server[] {
  if (!isArray(servers)) return [];
  return servers.flatMap((server) => {
    const template = getString(server, 'url');
    if (template === undefined) return [];
    const described = getObject(server, 'variables');
    const variables = [...new Set(templateNames(template))].flatMap((name): ServerVariable[] => {
      if (name === '') return [];
      const variable = getObject(described, name);
      const value = get(variable, 'default');
      // YAML reads a port as a number.
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      // The exports of a gateway have `/prod` after a slash.
      const inPath = (text: string): string => (template.includes(`/{${name}}`) ? text.replace(/^\/+/, '') : text);
      return [
        {
          name,
          default: inPath(String(value)),
          values: stringsAt(variable, 'enum').map(inPath),
          ...optional('description', getString(variable, 'description')),
        },
      ];
    });
    const defaults = new Map(variables.map((variable) => [variable.name, variable.default]));
    const url = template.replace(/\{([^{}]+)\}/g, (whole, name: string) => defaults.get(name) ?? whole);
    return [{ url, template, variables, ...optional('description', getString(server, 'description')) }];
  });
}

/** The servers of the client: the first one of its operations if the spec has none for all, and each operation its own. */
export function usualServers(servers: readonly Server[], operations: readonly Operation[]): readonly Server[] {
  const isOwn = ({ servers: [own] }: Operation): boolean => isUsable(own?.url ?? '');
  const [first] = operations;
  return first && operations.every(isOwn) && !isUsable(servers[0]?.url ?? '') ? first.servers.slice(0, 1) : servers;
}

/** The servers that a caller can choose from; none if there is only one without variables. */
export function choosableServers({ servers, operations }: Model): readonly Server[] {
  const byTemplate = new Map<string, Server>();
  for (const server of [...servers, ...operations.flatMap((operation) => operation.servers)]) {
    if (/^https?:\/\/./i.test(server.url) && !byTemplate.has(server.template)) byTemplate.set(server.template, server);
  }
  const found = [...byTemplate.values()];
  return found.length > 1 || found.some(({ variables }) => variables.length > 0) ? found : [];
}
