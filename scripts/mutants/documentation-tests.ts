import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect } from 'expect';
import { type Client, evaluate } from './client.js';

export interface DocumentationTest {
  /** The method that it calls. */
  readonly group: string;
  readonly title: string;
  run(): Promise<void>;
}

/** The generated tests, compiled once, to be run against any copy of the client. */
export interface DocumentationTests {
  /** The entry of the client package that they import, such as `./server`. */
  readonly entry: string;
  /**
   * @param exports what that entry exports
   * @param run distinguishes this run's requests at the mock server from those of others
   */
  collect(exports: unknown, run: string): readonly DocumentationTest[];
}

/** The timeout of a test, as in Jest. */
const LONGEST_TEST = 5_000;

export async function compileTests(client: Client, mockUrl: string): Promise<DocumentationTests> {
  const folder = join(client.folder, 'test');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  const { outputFiles, metafile } = await build({
    stdin: { contents: files.map((name) => `import './${name}';`).join('\n'), resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // The package declares that its files have no side effects, which does not apply to tests.
    ignoreAnnotations: true,
    metafile: true,
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  const fake = `${client.name}/testing`;
  const specifier = imports.find(
    (path) => path === client.name || (path.startsWith(`${client.name}/`) && path !== fake),
  );
  if (specifier === undefined) throw new Error(`The tests in ${folder} do not import ${client.name}`);
  // Never broken: the fake decides whether the client asks for the right page.
  const testing = imports.includes(fake) ? await client.load('./testing') : undefined;
  return {
    entry: `.${specifier.slice(client.name.length)}`,
    collect(exports, run) {
      const tests: DocumentationTest[] = [];
      const modules = new Map([
        ['@jest/globals', { ...collector(tests), expect }],
        [specifier, exports],
        [fake, testing],
      ]);
      const process = { pid: globalThis.process.pid, env: { SDKGEN_MOCK_URL: mockUrl, JEST_WORKER_ID: run } };
      const require = (name: string): unknown => modules.get(name) ?? globalThis.process.getBuiltinModule(name);
      evaluate(code, { require, process });
      return tests;
    },
  };
}

/** `describe` and `test` of Jest, as far as generated tests use them. */
function collector(tests: DocumentationTest[]) {
  let group = '';
  return {
    describe(name: string, body: () => void) {
      group = name;
      body();
      group = '';
    },
    test(title: string, run: () => Promise<void>) {
      tests.push({ group, title, run: () => withinTime(run) });
    },
  };
}

async function withinTime(run: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${LONGEST_TEST} ms`)), LONGEST_TEST);
  });
  try {
    await Promise.race([run(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
