import { ApiClient as GeneratedClient } from '../client.js';
import type { ClientOptions } from '../options.js';
import type { Service } from '../service.js';
import { allCodecs } from './all-codecs.js';

export { call, explain, optionOfClient, withOptions } from '../client.js';

/** A client that can do whatever a description may ask for: every codec is in it unless the service names its own. */
export class ApiClient extends GeneratedClient {
  /** @throws {ChatInputError} for an option that is out of its range. */
  constructor(service: Service, options: ClientOptions) {
    super({ codecs: allCodecs, ...service }, options);
  }
}
