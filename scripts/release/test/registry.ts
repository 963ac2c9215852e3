import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of an npm registry as `npm view` asks for, on loopback: which versions a package has. */
export interface Registry {
  readonly url: string;
  /** Versions by the package's name; what is not in it is answered with status 404. */
  readonly versions: Map<string, readonly string[]>;
  close(): Promise<void>;
}

export async function startRegistry(): Promise<Registry> {
  const versions = new Map<string, readonly string[]>();
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? '').slice(1);
    const found = versions.get(name);
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(found === undefined ? { error: 'not found' } : packument(name, found)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    versions,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function packument(name: string, versions: readonly string[]): unknown {
  return {
    name,
    'dist-tags': { latest: versions.at(-1) },
    versions: Object.fromEntries(versions.map((version) => [version, { name, version, dist: {} }])),
  };
}
