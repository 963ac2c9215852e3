import { allCodecs } from './all-codecs.js';
import { ApiClient as LeanClient } from './lean-client.js';
import type { ClientOptions } from './options.js';
import type { Service } from './service.js';

export { call, explain, optionOfClient, withOptions } from './lean-client.js';

/** A client that can do whatever a description may ask for: every codec is in it unless the service names its own. */
export class ApiClient extends LeanClient {
  /** @throws {ChatInputError} for an option that is out of its range. */
  constructor(service: Service, options: ClientOptions) {
    super({ codecs: allCodecs, ...service }, options);
  }
}
