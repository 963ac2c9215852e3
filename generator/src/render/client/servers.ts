import type { Model, Server } from '../../model/model.js';
import { objectLiteral, stringLiteral } from '../encode.js';
import type { ServersView } from '../views/index.js';

/** The servers that a caller can choose from; none if there is only one without variables. */
export function choosableServers({ servers, operations }: Model): readonly Server[] {
  const byTemplate = new Map<string, Server>();
  for (const server of [...servers, ...operations.flatMap((operation) => operation.servers)]) {
    if (/^https?:\/\/./i.test(server.url) && !byTemplate.has(server.template)) byTemplate.set(server.template, server);
  }
  const found = [...byTemplate.values()];
  return found.length > 1 || found.some(({ variables }) => variables.length > 0) ? found : [];
}

export function serversView(servers: readonly Server[]): ServersView {
  return {
    servers: servers.map(({ template, description = '', variables }) => ({
      template,
      description,
      variables: variables.map(({ name, values, description: about = '' }) => ({
        name,
        type: values.length === 0 ? 'string' : values.map(stringLiteral).join(' | '),
        description: about,
      })),
      defaults: objectLiteral(variables.map((variable) => [variable.name, stringLiteral(variable.default)])),
    })),
  };
}
