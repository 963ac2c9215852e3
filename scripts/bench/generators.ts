import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeAtHand, peerFile, pinnedNode, type Runtime } from './tools.js';

/** A generator's command line, started as its users start it. */
export interface Generator {
  readonly name: string;
  /** What a run leaves behind. */
  readonly writes: string;
  readonly runtime: Runtime;
  /** @param out an empty folder. */
  arguments(description: string, out: string): readonly string[];
}

export const OURS = 'ours';
export const OURS_AT_HAND = 'ours, Node at hand';
export const HEY_API = 'hey-api, fetch';
export const OPENAPI_TYPESCRIPT = 'openapi-typescript';

const sdkgen = resolve('generator/bin/sdkgen.js');

/** Everything that the project writes for a description. */
function ours(name: string, runtime: Runtime): Generator {
  return {
    name,
    writes: 'types, client, docs, tests, both packages',
    runtime,
    arguments: (description, out) => [
      sdkgen,
      'generate',
      ...['--spec', description, '--out', out, '--scope', '@bench', '--name', 'bench'],
    ],
  };
}

/** All of them, on the pinned Node; ours on the Node at hand too. */
export function allGenerators(): readonly Generator[] {
  const runtime = pinnedNode();
  const bin = (name: string, path: string): string => peerFile(name, path);
  const heyApi = (client: string): Generator => ({
    name: `hey-api, ${client}`,
    writes: 'types, client',
    runtime,
    arguments: (description, out) => [
      bin('@hey-api/openapi-ts', 'bin/run.js'),
      ...['-s', '-i', description, '-o', out, '-c', `@hey-api/client-${client}`, '--no-log-file'],
    ],
  });
  return [
    ours(OURS, runtime),
    ...(nodeAtHand.version === runtime.version ? [] : [ours(OURS_AT_HAND, nodeAtHand)]),
    heyApi('fetch'),
    heyApi('ky'),
    {
      name: 'orval',
      writes: 'types, functions',
      runtime,
      arguments: (description, out) => [
        bin('orval', 'dist/bin/orval.mjs'),
        ...['--input', description, '--output', join(out, 'api.ts'), '--client', 'fetch'],
      ],
    },
    {
      name: OPENAPI_TYPESCRIPT,
      writes: 'types',
      runtime,
      arguments: (description, out) => [
        bin('openapi-typescript', 'bin/cli.js'),
        ...[description, '-o', join(out, 'api.ts')],
      ],
    },
    {
      name: 'swagger-typescript-api',
      writes: 'types, client',
      runtime,
      arguments: (description, out) => [
        bin('swagger-typescript-api', 'dist/cli.mjs'),
        ...['generate', '-p', description, '-o', out, '-n', 'api.ts'],
      ],
    },
    {
      name: 'oazapfts',
      writes: 'types, functions',
      runtime,
      arguments: (description, out) => {
        mkdirSync(out, { recursive: true });
        return [bin('oazapfts', 'dist/cli.js'), description, join(out, 'api.ts')];
      },
    },
  ];
}
