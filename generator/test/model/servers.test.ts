import { expect, test } from '@jest/globals';
import { buildServers } from '../../src/model/servers.js';
import type { Json } from '../../src/schema/index.js';

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
