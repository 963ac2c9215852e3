import type { ApiCall, ClientOptions, CredentialValue, FileInput, RequestOptions } from '../../index.js';
import type { Operation } from '../../operation.js';
import type { Service } from '../../service.js';
import { ApiClient, call, withOptions } from './full-client.js';

/** A handwritten equivalent of a generated client. */
export const service: Service = {
  baseUrl: 'https://chat.example.com',
  credentials: [
    { option: 'apiKey', scheme: 'api_key', in: 'query', name: 'api_key' },
    { option: 'token', scheme: 'JWT', in: 'header', name: 'Authorization' },
  ],
  security: [['api_key', 'JWT']],
  requestIdHeaders: ['x-request-id'],
  rateLimit: (headers) => ({
    limit: Number(headers.get('x-limit')),
    remaining: Number(headers.get('x-remaining')),
    reset: new Date(Number(headers.get('x-reset'))),
  }),
  errorFields: ({ code, details, unrecoverable }) => ({ code, details, unrecoverable }),
  isFinal: (error) => Reflect.get(error, 'unrecoverable') === true,
};

export const getPoll: Operation = {
  method: 'GET',
  path: '/api/v2/polls/{poll_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  dates: { poll: { created_at: 1, votes: [{ at: 1 }] } },
};
export const createPoll: Operation = {
  method: 'POST',
  path: '/api/v2/polls',
  body: { kind: 'json', required: true },
};
export const uploadFile: Operation = {
  method: 'POST',
  path: '/api/v2/uploads/file',
  body: { kind: 'multipart', required: true, parts: { file: 'file', user: 'json', upload_sizes: 'json' } },
};

export interface Poll {
  readonly id: string;
  readonly created_at: Date;
  readonly votes?: readonly { readonly at: Date }[];
}

export interface SampleClientOptions extends ClientOptions {
  readonly apiKey: CredentialValue;
  readonly token?: CredentialValue | undefined;
}

export class SampleClient extends ApiClient {
  constructor(options: SampleClientOptions) {
    super(service, options);
  }

  getPoll(
    args: { readonly poll_id: string; readonly user_id?: string },
    options?: RequestOptions,
  ): ApiCall<{ readonly poll: Poll }> {
    return call(this, getPoll, args, options);
  }

  createPoll(
    args: { readonly name: string; readonly [field: string]: unknown },
    options?: RequestOptions,
  ): ApiCall<{ readonly poll: Poll }> {
    return call(this, createPoll, args, options);
  }

  uploadFile(
    args: {
      readonly file: FileInput;
      readonly user?: { readonly id: string };
      readonly upload_sizes?: readonly object[];
    },
    options?: RequestOptions,
  ): ApiCall<{ readonly file: string }> {
    return call(this, uploadFile, args, options);
  }

  withOptions(options: Partial<SampleClientOptions>): this {
    return withOptions(this, options);
  }
}
