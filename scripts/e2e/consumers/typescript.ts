import { resolve } from 'node:path';
import type { Consumer } from '../consumer.js';
import { type SurfaceModule, writeSurface } from '../surface.js';
import { toolFile, versionOf } from '../tools.js';

const VERSIONS = ['5.0', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'];

const MODULES: readonly SurfaceModule[] = [
  surfaceModule('types', '@scope/chat-types', 'chat-types/dist/index.d.ts', true),
  surfaceModule('main', '@scope/chat-client', 'chat-client/dist/index.d.ts', false),
  surfaceModule('server', '@scope/chat-client/server', 'chat-client/dist/server.d.ts', false),
  surfaceModule('edge', '@scope/chat-client/edge', 'chat-client/dist/edge.d.ts', false),
];

let written: string | undefined;

/** Written when it is first needed: the declarations take seconds to read. */
function surface(): string {
  written ??= writeSurface(MODULES);
  return written;
}

/** Each compiler takes a program that touches everything, in both module systems, and checks the declarations themselves, too. */
export function typeScriptConsumers(): Consumer[] {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    // Neither Node's types nor any other may be needed.
    types: [],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  return VERSIONS.map((version) => {
    const tool = `typescript-${version}`;
    return {
      runtime: `TypeScript ${versionOf(tool)}`,
      name: 'every method, error, option and type',
      files: () => ({
        'surface.mts': surface(),
        'surface.cts': surface(),
        'tsconfig.json': JSON.stringify({ compilerOptions, files: ['surface.mts', 'surface.cts'] }),
      }),
      async run(site) {
        await site.run(process.execPath, [toolFile(tool, 'bin/tsc'), '--pretty', 'false']);
      },
    };
  });
}

function surfaceModule(name: string, specifier: string, path: string, typesOnly: boolean): SurfaceModule {
  return { name, specifier, declarations: resolve('packages', path), typesOnly };
}
