import type { Json } from '../schema/index.js';
import { get, getObject, getString, isArray, optional, stringsAt } from '../schema/index.js';
import type { Model, Server, ServerVariable } from './model.js';

/** Server Objects (OpenAPI 3.1, 4.8.5): their URLs as written, and with the defaults of their variables. */
export function buildServers(servers: Json | undefined): Server[] {
  if (!isArray(servers)) return [];
  return servers.flatMap((server) => {
    const template = getString(server, 'url');
    if (template === undefined) return [];
    const described = getObject(server, 'variables');
    const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
    const variables = [...new Set(names)].flatMap((name): ServerVariable[] => {
      const variable = getObject(described, name);
      const value = get(variable, 'default');
      // YAML reads a port as a number.
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      return [
        {
          name,
          default: String(value),
          values: stringsAt(variable, 'enum'),
          ...optional('description', getString(variable, 'description')),
        },
      ];
    });
    const defaults = new Map(variables.map((variable) => [variable.name, variable.default]));
    const url = template.replace(/\{([^{}]+)\}/g, (whole, name: string) => defaults.get(name) ?? whole);
    return [{ url, template, variables, ...optional('description', getString(server, 'description')) }];
  });
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
