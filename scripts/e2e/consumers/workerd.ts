import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Consumer } from '../consumer.js';
import { runtime, toolFile } from '../tools.js';
import { CHECKS, expectPassed, javaScriptProgram } from './programs.js';

/** Workers: bundled with the conditions that their own bundler sets, and run by `workerd test`. */
export function workerdConsumers(): Consumer[] {
  const { title, version, command } = runtime('workerd', 'workerd');
  const place = `${title} ${version}`;
  const missing = command === undefined ? 'npm has no workerd for this platform' : undefined;
  const worker = (program: string, expected: readonly string[], bundling: readonly string[], flags: string) =>
    ({
      async run(site) {
        const args = [`${program}.js`, '--bundle', '--format=esm', '--conditions=workerd,worker,browser', ...bundling];
        await site.run(process.execPath, [toolFile('esbuild', 'bin/esbuild'), ...args, '--outfile=bundle.js']);
        writeFileSync(join(site.folder, 'worker.capnp'), configuration(site.mockUrl, flags));
        expectPassed(await site.run(command ?? '', ['test', 'worker.capnp']), expected);
      },
    }) satisfies Pick<Consumer, 'run'>;
  return [
    {
      runtime: place,
      missing,
      name: 'main and ./edge, without built-in modules',
      manifest: { type: 'module' },
      files: () => javaScriptProgram('worker', 'esm'),
      ...worker('worker', [...CHECKS.main, ...CHECKS.edge], [], ''),
    },
    {
      runtime: place,
      missing,
      name: './server, with nodejs_compat',
      manifest: { type: 'module' },
      files: () => javaScriptProgram('node-worker', 'esm'),
      ...worker('node-worker', CHECKS.server, ['--platform=node', `--banner:js=${REQUIRE}`], '"nodejs_compat"'),
    },
  ];
}

/** Bundlers for workers replace `require` in CommonJS dependencies by this. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire('/');`;

/** Loopback is a private network, which a worker may only call if its configuration allows it. */
function configuration(mockUrl: string, flags: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
);
const worker :Workerd.Worker = (
  modules = [(name = "bundle.js", esModule = embed "bundle.js")],
  compatibilityDate = "2026-06-01",
  compatibilityFlags = [${flags}],
  bindings = [(name = "MOCK_URL", text = ${JSON.stringify(mockUrl)})],
);
`;
}
