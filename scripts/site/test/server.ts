import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** A static host on loopback. */
export interface Server {
  /** Without a path, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a folder below a path, like plain static hosts: `index.html` for a folder, `404.html` for missing files. */
export async function serve(folder: string, base: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
    const file = path.startsWith(base) ? join(folder, path.slice(base.length)) : join(folder, '404.html');
    const found = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (!/^(?:ENOENT|EISDIR|ENOTDIR)$/.test(error.code ?? '')) throw error;
      return undefined;
    });
    response.writeHead(found ? 200 : 404, { 'content-type': mediaTypes[found ? extname(file) : '.html'] });
    response.end(found ?? (await readFile(join(folder, '404.html'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
