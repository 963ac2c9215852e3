import { expect, test } from '@jest/globals';
import { buildServers } from '../../src/model/servers.js';
import type { Json } from '../../src/schema/index.js';
import { modelOf } from './description.js';

const region = { default: 'eu', enum: ['eu', 'us'] };

test.each<[string, Json, string, string[]]>([
  ['https://a.example', {}, 'https://a.example', []],
  ['https://{region}.example', { region }, 'https://eu.example', ['region=eu of eu,us']],
  ['https://a.example:{port}', { port: { default: 443 } }, 'https://a.example:443', ['port=443 of ']],
  ['https://{region}.{region}', { region }, 'https://eu.eu', ['region=eu of eu,us']],
  ['https://a.example/{stage}', { stage: { default: '/prod' } }, 'https://a.example/prod', ['stage=prod of ']],
  ['https://{lost}.example', {}, 'https://{lost}.example', []],
])('%s', (url, variables, filled, expected) => {
  const [server] = buildServers([{ url, variables }]);
  expect([server?.template, server?.url]).toEqual([url, filled]);
  expect(server?.variables.map((one) => `${one.name}=${one.default} of ${one.values.join()}`)).toEqual(expected);
});

test.each<[string, Json, (string | undefined)[], string | undefined]>([
  ['the first of the operations, if each has one', [], ['https://a.example', 'https://b.example'], 'https://a.example'],
  ['relative, if an operation has none', [{ url: '/v1' }], ['https://a.example', undefined], '/v1'],
  ['that of the spec', [{ url: 'https://c.example' }], ['https://a.example', 'https://b.example'], 'https://c.example'],
])('the server of the client is %s', (_, servers, own, expected) => {
  const paths = own.map((url, index) => [`/${index}`, { get: url === undefined ? {} : { servers: [{ url }] } }]);
  const { model } = modelOf(Object.fromEntries(paths), { servers });
  expect(model.servers[0]?.url).toBe(expected);
});
