import type { ApiCall, ClientOptions, CredentialValue, RequestOptions } from '../../../runtime/index.js';
import type { Operation } from '../../../runtime/operation.js';
import type { Service } from '../../../runtime/service.js';
import { ApiClient, call } from '../../../runtime/test/support/full-client.js';
import * as edge from '../edge/server.js';
import * as node from '../server.js';
import { streamService } from '../service.js';

/** A handwritten equivalent of the generated clients of this service. */
const service: Service = {
  baseUrl: 'https://chat.example.com',
  credentials: [
    { option: 'apiKey', scheme: 'api_key', in: 'query', name: 'api_key' },
    { option: 'token', scheme: 'JWT', in: 'header', name: 'Authorization' },
  ],
  security: [['api_key', 'JWT']],
  ...streamService('chat-client-0.1.0'),
};

const getApp: Operation = { method: 'GET', path: '/api/v2/app', dates: { app: { created_at: 1 } } };
const uploadFile: Operation = {
  method: 'POST',
  path: '/api/v2/uploads/file',
  body: { kind: 'multipart', required: true, parts: { file: 'file' } },
};

export interface SampleClientOptions extends ClientOptions {
  readonly apiKey: CredentialValue;
  readonly token?: CredentialValue | undefined;
}

export class SampleClient extends ApiClient {
  constructor(options: SampleClientOptions) {
    super(service, options);
  }

  getApp(options?: RequestOptions): ApiCall<{ readonly app: { readonly created_at: Date } }> {
    return call(this, getApp, undefined, options);
  }

  uploadFile(args: { readonly file: { readonly path: string } }, options?: RequestOptions): ApiCall<object> {
    return call(this, uploadFile, args, options);
  }
}

export interface SampleServerClientOptions
  extends Omit<SampleClientOptions, 'apiKey' | 'token'>,
    node.ServerCredentials {}

/** The client of the entry `./server`. */
export class SampleServerClient extends SampleClient {
  constructor(options: SampleServerClientOptions = {}) {
    super(node.serverOptions(options));
  }

  createUserToken(userId: string, options?: node.UserTokenOptions): string {
    return node.createUserToken(this, userId, options);
  }

  verifyToken(token: string): node.VerifiedToken {
    return node.verifyToken(this, token);
  }
}

/** The client of the entry `./edge`. */
export class SampleEdgeClient extends SampleClient {
  constructor(options: SampleServerClientOptions = {}) {
    super(edge.serverOptions(options));
  }

  createUserToken(userId: string, options?: edge.UserTokenOptions): Promise<string> {
    return edge.createUserToken(this, userId, options);
  }

  verifyToken(token: string): Promise<edge.VerifiedToken> {
    return edge.verifyToken(this, token);
  }
}
