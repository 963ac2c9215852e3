import type { Server } from '../../model/model.js';
import { objectLiteral, stringLiteral } from '../encode.js';
import type { ServersView } from '../views/index.js';

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
