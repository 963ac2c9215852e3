import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Consumer } from '../consumer.js';
import { runtime, toolFile } from '../tools.js';
import { CHECKS, expectPassed, javaScriptProgram } from './programs.js';

/** Workers: bundled with the conditions that their own bundler sets, and run by `workerd test`. */
export function workerdConsumers(): Consumer[] {
  const { title, command, missing } = runtime('workerd', 'workerd');
  const worker = (
    name: string,
    program: string,
    expected: readonly string[],
    bundling: readonly string[],
    flags: string,
  ): Consumer => ({
    runtime: title,
    missing,
    name,
    manifest: { type: 'module' },
    files: () => javaScriptProgram(program, 'esm'),
    async run(site) {
      const args = [`${program}.js`, '--bundle', '--format=esm', '--conditions=workerd,worker,browser', ...bundling];
      await site.run(process.execPath, [toolFile('esbuild', 'bin/esbuild'), ...args, '--outfile=bundle.js']);
      writeFileSync(join(site.folder, 'worker.capnp'), configuration(site.mockUrl, flags));
      expectPassed(await site.run(command, ['test', 'worker.capnp']), expected);
    },
  });
  const onNode = ['--platform=node', `--banner:js=${REQUIRE}`];
  return [
    worker('main and ./edge, without built-in modules', 'worker', [...CHECKS.main, ...CHECKS.edge], [], ''),
    worker('./server, with nodejs_compat', 'node-worker', CHECKS.server, onNode, '"nodejs_compat"'),
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
