import type { Rule } from './rule.js';

const pushPair = "carried[credential.in === 'query' ? 'query' : 'cookies'].push(pair);";
const pushHeader = 'carried.headers.push([name, text]);';
const authType = "'stream-auth-type': credentials.has('token') ? 'jwt' : 'anonymous',";
const clientHeader = "'X-Stream-Client': clientName,";
const requestId = "'x-client-request-id': uuid(),";
const signServer = 'return sign({ server: true }, secret);';
const signClaims =
  "jsonwebtoken.sign(JSON.stringify(claims), key, { algorithm: 'HS256', header: { alg: 'HS256', typ: 'JWT' } })";

/** Who calls: the key, the token and the service's own headers. */
export const credentialRules: readonly Rule[] = [
  {
    rule: 'the API key is in the query',
    fault: 'missing',
    file: 'runtime/credentials.js',
    find: pushPair,
    replace: ';',
  },
  {
    rule: 'the API key is in the query',
    fault: 'twice',
    file: 'runtime/credentials.js',
    find: pushPair,
    replace: "carried[credential.in === 'query' ? 'query' : 'cookies'].push(pair, pair);",
  },
  {
    rule: 'the API key is in the query',
    fault: 'a cookie',
    file: 'runtime/credentials.js',
    find: pushPair,
    replace: 'carried.cookies.push(pair);',
  },
  {
    rule: 'the API key is in the query',
    fault: 'a header',
    file: 'service.js',
    find: "in: 'query', name: 'api_key'",
    replace: "in: 'header', name: 'api_key'",
  },
  {
    rule: 'the API key is called api_key',
    fault: 'apiKey',
    file: 'service.js',
    find: "in: 'query', name: 'api_key'",
    replace: "in: 'query', name: 'apiKey'",
  },
  {
    rule: 'the API key is the caller’s',
    fault: 'the secret',
    file: 'service.js',
    find: "option: 'apiKey'",
    replace: "option: 'apiSecret'",
  },
  {
    rule: 'the token is in Authorization',
    fault: 'missing',
    file: 'runtime/credentials.js',
    find: pushHeader,
    replace: '',
  },
  {
    rule: 'the token is in Authorization',
    fault: 'in a header of another name',
    file: 'service.js',
    find: "name: 'Authorization'",
    replace: "name: 'X-Authorization'",
  },
  {
    rule: 'the token has no scheme word',
    fault: 'Bearer',
    file: 'runtime/credentials.js',
    find: pushHeader,
    replace: "carried.headers.push([name, 'Bearer ' + text]);",
  },
  {
    rule: 'stream-auth-type tells of a token',
    fault: 'missing',
    file: 'addons/stream/service.js',
    find: authType,
    replace: '',
  },
  {
    rule: 'stream-auth-type tells of a token',
    fault: 'anonymous',
    file: 'addons/stream/service.js',
    find: authType,
    replace: "'stream-auth-type': 'anonymous',",
  },
  {
    rule: 'X-Stream-Client names the client and its version',
    fault: 'missing',
    file: 'addons/stream/service.js',
    find: clientHeader,
    replace: '',
  },
  {
    rule: 'X-Stream-Client names the client and its version',
    fault: 'the name alone',
    file: 'addons/stream/service.js',
    find: clientHeader,
    replace: "'X-Stream-Client': clientName.replace(/-[^-]*$/, ''),",
  },
  {
    rule: 'each request has an id',
    fault: 'missing',
    file: 'addons/stream/service.js',
    find: requestId,
    replace: '',
  },
  {
    rule: 'each request has an id',
    fault: 'always the same',
    file: 'addons/stream/service.js',
    find: requestId,
    replace: "'x-client-request-id': '6ba7b810-9dad-41d1-80b4-00c04fd430c8',",
  },
  {
    rule: 'a request id is a UUID of version 4',
    fault: 'of version 7',
    file: 'addons/stream/service.js',
    find: requestId,
    replace: "'x-client-request-id': uuid().replace(/-4/, '-7'),",
  },
  {
    rule: 'a request id is a UUID of version 4',
    fault: 'without its dashes',
    file: 'addons/stream/service.js',
    find: requestId,
    replace: "'x-client-request-id': uuid().replaceAll('-', ''),",
  },
  {
    rule: 'a server token claims to be a server’s',
    fault: 'as text',
    file: 'addons/stream/tokens.js',
    find: signServer,
    replace: "return sign({ server: 'true' }, secret);",
  },
  {
    rule: 'a server token claims to be a server’s',
    fault: 'a user’s',
    file: 'addons/stream/tokens.js',
    find: signServer,
    replace: "return sign({ user_id: 'server' }, secret);",
  },
  {
    rule: 'a server token has no time',
    fault: 'the time it was made',
    file: 'addons/stream/tokens.js',
    find: signClaims,
    replace: "jsonwebtoken.sign(claims, key, { algorithm: 'HS256' })",
  },
  {
    rule: 'a server token has no time',
    fault: 'an expiry',
    file: 'addons/stream/tokens.js',
    find: signServer,
    replace: 'return sign({ server: true, exp: 4102444800 }, secret);',
  },
  {
    rule: 'a token is signed by HS256',
    fault: 'by HS512',
    file: 'addons/stream/tokens.js',
    find: signClaims,
    replace: "jsonwebtoken.sign(claims, key, { algorithm: 'HS512', noTimestamp: !('iat' in claims) })",
  },
  {
    rule: 'a token is signed with the secret',
    fault: 'with the secret read as base64',
    file: 'addons/stream/tokens.js',
    find: signClaims,
    replace:
      "jsonwebtoken.sign(claims, Buffer.from(key, 'base64'), { algorithm: 'HS256', noTimestamp: !('iat' in claims) })",
  },
];
